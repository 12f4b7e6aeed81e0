#include <boost/json.hpp>

#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

std::string found_by(const store::VerifyReport& report) {
  std::string all;
  for (const auto& finding : report.findings) all += finding.message.kind + "; ";
  return all;
}

void erase_person(store::Store& store, const catalogue::Person& person) {
  store.write(kActor, [&](store::Writer& writer) {
    writer.erase<catalogue::Person>(person.region, person.id, {"name", "nip", "office", "contact"});
  });
  store.scrub();
}

TEST_CASE("A person who is erased leaves an id, a history without texts, and a sound chain") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto person = tests::person(2);
  person.contact = "08123";
  put(*store, person, "added");
  person.contact = "08124";
  put(*store, person);
  const auto taken = store->verify().heads;

  erase_person(*store, person);
  const auto left = find(*store, person);
  REQUIRE(left);
  CHECK(left->record.name.empty());
  CHECK(left->record.contact.empty());
  CHECK(left->record.id == person.id);
  CHECK(found_by(store->verify(taken)).empty());  // the history of before is still held
  store->read([&](store::Reader& reader) {
    const auto history = reader.history(person.region, store::RecordKind::kPerson, person.id.uuid);
    REQUIRE(history.size() == 3);
    CHECK(history[0].action == "erased");
    CHECK(history[0].change.empty());
    CHECK(history[1].change == "{}");
  });

  person.name = "Pengganti";  // the account may be somebody else's one day
  put(*store, person);
  CHECK(found_by(store->verify()).empty());
  erase_person(*store, person);
  erase_person(*store, person);
  CHECK(found_by(store->verify()).empty());
}

TEST_CASE("A field that is erased goes out of the innovation's history, and nothing else does") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "SI PEDAS");
  entry.risks = "hubungi Ibu Ratna 0812";
  entry.summary = "lama";
  put(*store, entry, "added");
  entry.risks = "hubungi Ibu Ratna 0813";
  entry.summary = "baru";
  put(*store, entry);
  store->write(kActor, [&](store::Writer& writer) {
    writer.put_origin({entry.region, "l", "1", entry.id, R"({"risks":"Ratna"})"});
    store::WorkingCopy copy;
    copy.region = entry.region;
    copy.account = "siti";
    copy.innovation = entry.id;
    copy.document = "{\"risks\":\"Ratna\"}";
    writer.put_working_copy(copy);
  });
  store->write(kActor, [&](store::Writer& writer) {
    writer.erase<catalogue::Innovation>(entry.region, entry.id, {"risks"});
  });
  store->scrub();
  CHECK(find(*store, entry)->record.risks.empty());
  CHECK(find(*store, entry)->record.summary == "baru");
  store->read([&](store::Reader& reader) {
    const auto history =
        reader.history(entry.region, store::RecordKind::kInnovation, entry.id.uuid);
    REQUIRE(history.size() == 3);
    CHECK(boost::json::parse(history[1].change) ==
          boost::json::parse(R"({"summary": ["lama", "baru"]})"));
    CHECK(reader.origin(entry.region, "l", "1")->source == "{}");
    CHECK_FALSE(reader.working_copy(entry.region, "siti", entry.id));
  });
  CHECK(found_by(store->verify()).empty());
  entry = find(*store, entry)->record;
  entry.summary = "terbaru";
  put(*store, entry);
  CHECK(found_by(store->verify()).empty());
}

TEST_CASE("What a record needs is not erased") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto entry = innovation(3, "a");
  put(*store, entry);
  const auto erase = [&](const catalogue::InnovationId& id, const std::string& field) {
    return refused([&] {
      store->write(kActor, [&](store::Writer& writer) {
        writer.erase<catalogue::Innovation>(entry.region, id, {field});
      });
    });
  };
  for (const char* field : {"id", "region", "name", "no such"}) {
    CHECK(erase(entry.id, field) == "invalid store.not_erasable /fields");
  }
  CHECK(erase(id<catalogue::InnovationId>(9), "risks") == "not found store.record_not_found");
}

}  // namespace
}  // namespace pilah::tests
