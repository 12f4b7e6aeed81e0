#include "pilah/registry/relations/relations.hpp"

#include "pilah/registry/regions.hpp"
#include "related_region.hpp"
#include "support/catch.hpp"

using namespace pilah;
using catalogue::InnovationId;
using catalogue::RelationKind;
using tests::refusals_of;
using tests::RelatedRegion;

namespace {

registry::RelationEntry relate(RelatedRegion& region, InnovationId from, RelationKind kind,
                               InnovationId to, const registry::Caller& caller) {
  catalogue::Relation relation;
  relation.region = region.region;
  relation.kind = kind;
  relation.from = from;
  relation.to = to;
  return registry::add_relation(region.environment, caller, relation);
}

registry::RelationEntry relate(RelatedRegion& region, InnovationId from, RelationKind kind,
                               InnovationId to) {
  return relate(region, from, kind, to, region.all);
}

std::string told(const std::vector<registry::RelationEntry>& entries) {
  std::string text;
  for (const auto& entry : entries) {
    text += entry.from_name + " " + std::string(catalogue::name_of(entry.relation.kind)) + " " +
            entry.to_name + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("Relations are listed by kind and names, of all entries or of one") {
  RelatedRegion region;
  const auto a = region.add("A");
  const auto b = region.add("B");
  const auto c = region.add("C");
  relate(region, c, RelationKind::kReplaces, a);
  relate(region, b, RelationKind::kNeeds, c);
  relate(region, a, RelationKind::kNeeds, b);
  const auto& environment = region.environment;
  CHECK(told(registry::relations(environment, region.all, region.region)) ==
        "A needs B\nB needs C\nC replaces A\n");
  CHECK(told(registry::relations(environment, region.all, region.region, b)) ==
        "A needs B\nB needs C\n");
}

TEST_CASE("A relation that was removed is gone for everybody and can be made again") {
  RelatedRegion region;
  const auto a = region.add("A");
  const auto b = region.add("B");
  const auto entry = relate(region, a, RelationKind::kContinues, b);
  const auto& environment = region.environment;
  const auto id = entry.relation.id;
  CHECK(registry::relation(environment, region.all, region.region, id).revision == entry.revision);
  CHECK(refusals_of([&] {
          registry::remove_relation(environment, region.all, region.region, id, entry.revision + 1);
        }) == " relation.changed_since");
  registry::remove_relation(environment, region.all, region.region, id, entry.revision);
  CHECK(registry::relations(environment, region.all, region.region).empty());
  const auto gone = [&] {
    registry::remove_relation(environment, region.all, region.region, id, std::nullopt);
  };
  CHECK(refusals_of(gone) == " relation.not_found");
  CHECK(refusals_of([&] { registry::relation(environment, region.all, region.region, id); }) ==
        " relation.not_found");
  relate(region, a, RelationKind::kContinues, b);
}

TEST_CASE("An entry is not related to itself, to what is not there, or to another region's") {
  RelatedRegion region;
  const auto a = region.add("A");
  CHECK(refusals_of([&] { relate(region, a, RelationKind::kNeeds, a); }) ==
        "/to relation.with_itself");
  const InnovationId nowhere{region.environment.new_uuid()};
  CHECK(refusals_of([&] { relate(region, a, RelationKind::kNeeds, nowhere); }) ==
        "/to relation.no_such_entry");
  CHECK(refusals_of([&] { relate(region, nowhere, RelationKind::kNeeds, a); }) ==
        "/from relation.no_such_entry");
  registry::add_region(region.environment, region.all, "16.02");
  catalogue::Innovation abroad;
  abroad.id = {region.environment.new_uuid()};
  abroad.region = *catalogue::RegionCode::parse("16.02");
  abroad.name = "Di luar";
  region.store.write({"tester"}, [&](store::Writer& writer) { writer.put(abroad, "added"); });
  CHECK(refusals_of([&] { relate(region, a, RelationKind::kNeeds, abroad.id); }) ==
        "/to relation.no_such_entry");
}

TEST_CASE("A relation is said once, variants are variants of each other") {
  RelatedRegion region;
  const auto a = region.add("A");
  const auto b = region.add("B");
  relate(region, a, RelationKind::kVariantOf, b);
  CHECK(refusals_of([&] { relate(region, a, RelationKind::kVariantOf, b); }) ==
        "/kind relation.exists");
  CHECK(refusals_of([&] { relate(region, b, RelationKind::kVariantOf, a); }) ==
        "/kind relation.exists");
  relate(region, a, RelationKind::kNeeds, b);
  CHECK(refusals_of([&] { relate(region, a, RelationKind::kNeeds, b); }) ==
        "/kind relation.exists");
}

TEST_CASE("Needs may go in a circle, what replaces or continues another may not") {
  RelatedRegion region;
  const auto a = region.add("A");
  const auto b = region.add("B");
  const auto c = region.add("C");
  for (const auto& [from, to] : {std::pair{a, b}, {b, c}, {c, a}}) {
    relate(region, from, RelationKind::kNeeds, to);
  }
  for (const auto kind : {RelationKind::kReplaces, RelationKind::kContinues}) {
    relate(region, a, kind, b);
    relate(region, b, kind, c);
    CHECK(refusals_of([&, kind = kind] { relate(region, c, kind, a); }) == "/kind relation.circle");
    CHECK(refusals_of([&, kind = kind] { relate(region, b, kind, a); }) == "/kind relation.circle");
    relate(region, a, kind, c);  // twice behind is no circle
  }
}

TEST_CASE("Who may relate the entry that a relation starts from may add and remove it") {
  RelatedRegion region;
  const auto health = region.add_organisation("KES");
  const auto school = region.add_organisation("DIK");
  const auto ours = region.add_of(health, "Posyandu");
  const auto theirs = region.add_of(school, "Sekolah");
  const auto contributor = region.contributor(health);
  const auto entry = relate(region, ours, RelationKind::kNeeds, theirs, contributor);
  CHECK(refusals_of([&] { relate(region, theirs, RelationKind::kNeeds, ours, contributor); }) ==
        " rights.relate");
  CHECK(refusals_of([&] {
          registry::remove_relation(region.environment, region.contributor(school), region.region,
                                    entry.relation.id, std::nullopt);
        }) == " rights.relate");
  relate(region, theirs, RelationKind::kNeeds, ours, region.planner());
  registry::remove_relation(region.environment, contributor, region.region, entry.relation.id,
                            std::nullopt);
}

TEST_CASE("A relation with an entry that somebody may not see is not there for them") {
  RelatedRegion region;
  const auto health = region.add_organisation("KES");
  const auto school = region.add_organisation("DIK");
  const auto ours = region.add_of(health, "Posyandu");
  const auto draft = region.add_of(school, "Konsep", catalogue::Status::kDraft);
  const auto entry = relate(region, draft, RelationKind::kNeeds, ours, region.planner());
  const auto count = [&](const registry::Caller& caller) {
    return registry::relations(region.environment, caller, region.region).size();
  };
  CHECK(count(region.planner()) == 1);
  CHECK(count(region.contributor(school)) == 1);
  CHECK(count(region.contributor(health)) == 0);
  CHECK(count(registry::Caller::anonymous()) == 0);
  CHECK(refusals_of([&] {
          registry::relation(region.environment, registry::Caller::anonymous(), region.region,
                             entry.relation.id);
        }) == " relation.not_found");
  CHECK(refusals_of([&] {
          relate(region, ours, RelationKind::kNeeds, draft, region.contributor(health));
        }) == "/to relation.no_such_entry");
}

TEST_CASE("Notes and relations have a bound") {
  RelatedRegion region;
  const auto hub = region.add("Hub");
  catalogue::Relation relation;
  relation.region = region.region;
  relation.from = hub;
  relation.to = region.add("A");
  relation.note.assign(registry::kLongestNote + 1, 'x');
  CHECK(refusals_of([&] { registry::add_relation(region.environment, region.all, relation); }) ==
        "/note relation.note_too_long");
  for (std::size_t i = 0; i < registry::kMostRelationsOfEntry; ++i) {
    relate(region, region.add("E" + std::to_string(i)), RelationKind::kNeeds, hub);
  }
  CHECK(refusals_of([&] { relate(region, hub, RelationKind::kNeeds, relation.to); }) ==
        " relation.too_many_of_entry");
}
