#include "pilah/registry/quick_wins/commitment.hpp"

#include <utility>

#include "quick_win_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

registry::EvidenceUpload upload(std::string_view bytes, bool& given) {
  return {"komitmen.txt", "", [bytes, &given]() -> std::string_view {
            return std::exchange(given, true) ? "" : bytes;
          }};
}

}  // namespace

TEST_CASE("A signature is noted with office, capacity and day, and the others are still to sign") {
  QuickWinHost host;
  const auto ready = host.ready();
  const auto entry = host.sign(ready, 1);
  CHECK_FALSE(entry.signatories[0].signature);
  const auto& signature = entry.signatories[1].signature;
  REQUIRE(signature);
  CHECK(signature->office == "Kepala Dinas Kesehatan");
  CHECK(signature->capacity == catalogue::Capacity::kPlt);
  CHECK(signature->set_revision == ready.revision);
  CHECK(entry.signatories[1].name == "Budi");
}

TEST_CASE("Two who read the same set sign it without waiting for one another") {
  QuickWinHost host;
  const auto ready = host.ready();
  for (const std::size_t signatory : {0U, 1U}) {
    registry::sign(host.environment, insider(), host.region, ready.set.id,
                   host.signature(ready, signatory), ready.revision);
  }
  CHECK(host.now(ready).signatories[0].signature);
  CHECK(host.now(ready).signatories[1].signature);
}

TEST_CASE("A set that was amended meanwhile is not signed") {
  QuickWinHost host;
  const auto ready = host.ready();
  host.amend(ready, host.change());
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.sign(ready, 0); }) == " quick_win.amended");
  CHECK(host.revision() == before);
}

TEST_CASE("A set that has changed since it was read is not signed") {
  QuickWinHost host;
  const auto ready = host.ready();
  auto better = host.formulation(1);
  better.output = "18 puskesmas";
  host.formulate(ready, better);
  CHECK(refusals_of([&] {
          registry::sign(host.environment, insider(), host.region, ready.set.id,
                         host.signature(ready, 0), ready.revision);
        }) == " quick_win.changed_since");
}

TEST_CASE("Nobody signs twice, before all is written, for another, or tomorrow") {
  QuickWinHost host;
  const auto ready = host.ready();
  host.sign(ready, 0);
  CHECK(refusals_of([&] { host.sign(ready, 0); }) == "/person commitment.signed_already");
  const auto refused = [&](const registry::NewSignature& signature) {
    return refusals_of([&] {
      registry::sign(host.environment, insider(), host.region, ready.set.id, signature,
                     ready.revision);
    });
  };
  auto signature = host.signature(ready, 1);
  signature.person = {};
  CHECK(refused(signature) == "/person commitment.no_signatory");
  for (const char* day : {"2026-02-01", "2026-01"}) {
    signature = host.signature(ready, 1);
    signature.signed_on = *catalogue::PartialDate::parse(day);
    CHECK(refused(signature) == "/signed_on commitment.no_day");
  }
  QuickWinHost other;
  const auto adopted = other.adopt();
  const auto named =
      registry::add_signatories(other.environment, insider(), other.region, adopted.set.id,
                                {{"Ani", "Bupati", {}, {}}}, adopted.revision);
  CHECK(refusals_of([&] { other.sign(named, 0); }) ==
        " commitment.not_formulated\n commitment.not_formulated");
}

TEST_CASE("Signatories have a name and an office, and there is a limit to them") {
  QuickWinHost host;
  const auto entry = host.adopt();
  const auto refused = [&](const std::vector<registry::NewSignatory>& signatories) {
    return refusals_of([&] {
      registry::add_signatories(host.environment, insider(), host.region, entry.set.id, signatories,
                                entry.revision);
    });
  };
  CHECK(refused({{"", "", {}, catalogue::OrganisationId{}}}) ==
        "/signatories/0/name commitment.name_missing\n"
        "/signatories/0/office commitment.office_missing\n"
        "/signatories/0/organisation panel.no_such_organisation");
  CHECK(refused({}) == "/signatories commitment.signatory_count");
  CHECK(refused(std::vector<registry::NewSignatory>(201, {"Ani", "Kepala", {}, {}})) ==
        "/signatories commitment.signatory_count");
}

TEST_CASE("The scan of a signature is kept once, by its content, and read by those of the region") {
  QuickWinHost host;
  const auto entry = host.sign(host.ready(), 0);
  const auto id = entry.signatories[0].signature->id;
  bool given = false;
  const auto after = registry::add_scan(host.environment, insider(), host.region, id,
                                        upload("Tertanda, Bupati.", given));
  const auto scan = after.signatories[0].signature->scan;
  REQUIRE(scan);
  CHECK(host.environment.store.evidence().holds(scan->sha256));
  CHECK(host.environment.store.verify({}).findings.empty());
  given = false;
  CHECK(refusals_of([&] {
          registry::add_scan(host.environment, insider(), host.region, id,
                             upload("Yang lain.", given));
        }) == " commitment.scan_there");
  std::string bytes;
  const auto file = registry::scan_of(host.environment, insider(), host.region, id);
  while (file.next(bytes)) {
  }
  CHECK(bytes == "Tertanda, Bupati.");
  const auto contributor = account(catalogue::Role::kContributor, "13.11", host.organisations[1]);
  CHECK(refusals_of([&] { registry::scan_of(host.environment, contributor, host.region, id); }) ==
        " rights.read_internal");
}
