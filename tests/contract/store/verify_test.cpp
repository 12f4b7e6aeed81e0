#include "backend.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

TEST_CASE("Verification finds nothing wrong with what the store itself wrote, and counts it") {
  const auto backend = make_backend();
  const EveryKind records;
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [&](store::Writer& writer) { records.put(writer); });
  auto entry = records.innovation;
  for (const char* name : {"SI PEDAS 2", "SI PEDAS 3", "SI PEDAS"}) {
    entry.name = name;
    entry.mappings[1].confirmed = !entry.mappings[1].confirmed;
    put(*store, entry);
  }
  entry = records.innovation;
  put(*store, entry);
  put(*store, organisation(500, "51.08"));
  auto person = records.person;
  person.nip.clear();
  put(*store, person);

  const auto report = store->verify();
  for (const auto& finding : report.findings) FAIL_CHECK(finding.message.kind);
  CHECK(report.regions == 2);
  CHECK(report.records == 26);
  CHECK(report.revisions == 25 + 4 + 1 + 1);
  CHECK(report.audit_entries >= report.revisions);
}

TEST_CASE("Each change moves the head of its region's chain, and no other") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put(*store, organisation(1));
  const auto before = store->verify().heads;
  REQUIRE(before.size() == 2);
  CHECK(before[0].region == "13.11");
  CHECK(before[1].region == "51.08");
  put(*store, organisation(2));
  const auto after = store->verify().heads;
  CHECK(after[0].hash.size() == 64);
  CHECK(after[0].hash != before[0].hash);
  CHECK(after[1] == before[1]);
  put(*store, organisation(2));
  CHECK(store->verify().heads == after);
}

TEST_CASE("A head that was taken outside is found in the history, or its absence is") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put(*store, organisation(1));
  const auto taken = store->verify().heads;
  put(*store, organisation(2));
  put(*store, organisation(500, "51.08"));
  CHECK(store->verify(taken).findings.empty());

  auto other = taken;
  other[0].hash[0] = other[0].hash[0] == '0' ? '1' : '0';
  other[1].sequence += 1;  // the hash is there, but as that of another entry
  const auto findings = store->verify(other).findings;
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].region == "13.11");
  CHECK(findings[0].message.kind == "verify.head_missing");
  CHECK(findings[1].region == "51.08");
}

}  // namespace
}  // namespace pilah::tests
