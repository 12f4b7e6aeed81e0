#include <boost/json.hpp>

#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

std::int64_t remove(store::Store& store, const catalogue::Relation& relation) {
  std::int64_t revision = 0;
  store.write({"siti"}, [&](store::Writer& writer) {
    revision = writer.remove<catalogue::Relation>(relation.region, relation.id, "removed");
  });
  return revision;
}

std::vector<store::Revision> history_of(store::Store& store, const catalogue::Relation& relation) {
  std::vector<store::Revision> revisions;
  store.read([&](store::Reader& reader) {
    revisions = reader.history(relation.region, store::RecordKind::kRelation, relation.id.uuid);
  });
  return revisions;
}

class RemovedRelation {
 public:
  RemovedRelation() {
    put_regions(*store);
    store->write(kActor, [&](store::Writer& writer) { records.put(writer); });
    revision = remove(*store, relation);
  }
  const std::unique_ptr<Backend> backend = make_backend();
  std::unique_ptr<store::Store> store = backend->open();
  const EveryKind records;
  const catalogue::Relation& relation = records.relation;
  std::int64_t revision = 0;
};

TEST_CASE("What was removed is gone, and history keeps what it was, who removed it and as what") {
  const RemovedRelation removed;
  CHECK_FALSE(find(*removed.store, removed.relation));
  removed.store->read([&](store::Reader& reader) {
    CHECK(reader.all<catalogue::Relation>(removed.relation.region).empty());
    CHECK(reader.revision(removed.relation.region) == removed.revision);
    CHECK(reader.changes(removed.relation.region, removed.revision - 1, 9) ==
          std::vector<store::RecordChange>{
              {removed.revision, store::RecordKind::kRelation, removed.relation.id.uuid}});
  });
  const auto history = history_of(*removed.store, removed.relation);
  REQUIRE(history.size() == 2);
  CHECK(history[0].number == removed.revision);
  CHECK(history[0].actor == "siti");
  CHECK(history[0].action == "removed");
  const auto change = boost::json::parse(history[0].change).as_object();
  CHECK(change.at("to") == boost::json::array{removed.relation.to.text(), nullptr});
  CHECK(change.size() == catalogue::to_json(removed.relation).as_object().size());
}

TEST_CASE("Verification takes a removal for what it is, also after a new start") {
  RemovedRelation removed;
  const auto before = removed.store->verify();
  for (const auto& finding : before.findings) FAIL_CHECK(finding.message.kind);
  removed.store.reset();
  removed.store = removed.backend->open();
  CHECK_FALSE(find(*removed.store, removed.relation));
  const auto after = removed.store->verify();
  CHECK(after.findings.empty());
  CHECK(after.heads == before.heads);
}

TEST_CASE("What was removed can be put again under its id, changed and removed again") {
  const RemovedRelation removed;
  put(*removed.store, removed.relation, "restored");
  CHECK(find(*removed.store, removed.relation)->record == removed.relation);
  auto changed = removed.relation;
  changed.note = "another note";
  put(*removed.store, changed);
  CHECK(removed.store->verify().findings.empty());
  remove(*removed.store, changed);
  CHECK(removed.store->verify().findings.empty());
  CHECK(history_of(*removed.store, changed).size() == 5);
}

TEST_CASE("What is not there cannot be removed, and nothing changes") {
  const RemovedRelation removed;
  const std::string refusal = "not found store.no_such_record";
  CHECK(refused([&] { remove(*removed.store, removed.relation); }) == refusal);
  auto abroad = removed.relation;
  abroad.region = code("51.08");
  CHECK(refused([&] { remove(*removed.store, abroad); }) == refusal);
  removed.store->read([&](store::Reader& reader) {
    CHECK(reader.revision(removed.relation.region) == removed.revision);
  });
}

TEST_CASE("A write that fails removes nothing") {
  const auto backend = make_backend();
  const auto store = backend->open();
  const EveryKind records;
  put_regions(*store);
  store->write(kActor, [&](store::Writer& writer) { records.put(writer); });
  CHECK_THROWS_AS(store->write(kActor,
                               [&](store::Writer& writer) {
                                 writer.remove<catalogue::Package>(records.package.region,
                                                                   records.package.id, "removed");
                                 CHECK_FALSE(writer.find<catalogue::Package>(records.package.region,
                                                                             records.package.id));
                                 throw std::runtime_error("changed one's mind");
                               }),
                  std::runtime_error);
  CHECK(find(*store, records.package));
}

}  // namespace
}  // namespace pilah::tests
