#include "pilah/registry/relations/merge.hpp"

#include <fstream>

#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/relations/packages.hpp"
#include "pilah/registry/relations/relations.hpp"
#include "related_region.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::RelationKind;
using registry::MergeRequest;
using tests::refusals_of;
using tests::RelatedRegion;
using Names = std::vector<std::string>;

namespace {

struct Merged : RelatedRegion {
  InnovationId keep = add("Bank Sampah", [](Innovation& entry) { entry.staff.reset(); });
  InnovationId gone = add("Bank Sampah Induk", [](Innovation& entry) {
    entry.staff = 9;
    entry.summary = "Ringkasan lain";
    entry.benefit = "Sampah berkurang";
    entry.evidence = {{std::string(64, 'a'), "foto.jpg", "image/jpeg", "/benefit"}};
  });

  Innovation entry(InnovationId id) {
    Innovation found;
    store.read([&](store::Reader& reader) { found = reader.find<Innovation>(region, id)->record; });
    return found;
  }
  void change(InnovationId id, const std::function<void(Innovation&)>& how) {
    auto changed = entry(id);
    how(changed);
    store.write({"person"}, [&](store::Writer& writer) { writer.put(changed, "changed"); });
  }
  void relate(InnovationId from, RelationKind kind, InnovationId to) {
    catalogue::Relation relation{{}, region, kind, from, to, ""};
    registry::add_relation(environment, all, relation);
  }
  /// "Bank Sampah needs X" of each relation, sorted.
  std::string told() {
    std::string text;
    for (const auto& one : registry::relations(environment, all, region)) {
      text += one.from_name + " " + std::string(catalogue::name_of(one.relation.kind)) + " " +
              one.to_name + "\n";
    }
    return text;
  }
  registry::MergeReport merge(std::optional<Names> fields = std::nullopt) {
    return registry::merge_entries(environment, all, {keep, gone, std::move(fields), {}});
  }
  registry::MergeReport part() { return registry::part_entries(environment, all, gone, {}); }
};

}  // namespace

TEST_CASE("The entry that stays takes over what it lacks and the evidence, the other is archived") {
  Merged region;
  const auto before = region.entry(region.keep);
  const auto report = region.merge();
  CHECK(report.fields == Names{"benefit", "staff"});
  CHECK(report.evidence == 1);
  const auto kept = region.entry(region.keep);
  CHECK(kept == report.kept);
  CHECK(kept.staff == 9);
  CHECK(kept.benefit == "Sampah berkurang");
  CHECK(kept.summary == before.summary);
  CHECK(kept.evidence.size() == 1);
  CHECK(region.entry(region.gone).status == catalogue::Status::kArchived);
  CHECK(region.told() == "Bank Sampah replaces Bank Sampah Induk\n");
}

TEST_CASE("Fields are taken as somebody chose them, whatever the other has there") {
  Merged region;
  const auto report = region.merge(Names{"summary", "name"});
  CHECK(report.fields == Names{"summary", "name"});
  CHECK(region.entry(region.keep).name == "Bank Sampah Induk");
  CHECK_FALSE(region.entry(region.keep).staff);
  Merged none;
  CHECK(none.merge(Names{}).fields.empty());
}

TEST_CASE("Relations and memberships move to the entry that stays, none twice or in a circle") {
  Merged region;
  const auto other = region.add("Lain");
  const auto third = region.add("Ketiga");
  region.relate(region.gone, RelationKind::kNeeds, other);
  region.relate(other, RelationKind::kContinues, region.gone);
  region.relate(region.keep, RelationKind::kNeeds, third);
  region.relate(region.gone, RelationKind::kNeeds, third);            // twice
  region.relate(region.gone, RelationKind::kVariantOf, region.keep);  // with itself
  region.relate(region.keep, RelationKind::kContinues, third);
  region.relate(third, RelationKind::kContinues, region.gone);  // in a circle
  const auto lead = region.entry(region.keep).owner;
  const auto package = [&](Names, std::vector<InnovationId> members) {
    return registry::add_package(region.environment, region.all,
                                 {{}, region.region, "Paket", "", *lead, std::move(members)})
        .package.id;
  };
  const auto joined = package({}, {region.gone, other});
  package({}, {region.gone, region.keep});
  const std::string before = region.told();

  const auto report = region.merge();
  CHECK(report.relations == 2);
  CHECK(report.packages == 2);
  CHECK(region.told() ==
        "Bank Sampah needs Ketiga\nBank Sampah needs Lain\n"
        "Bank Sampah replaces Bank Sampah Induk\n"
        "Bank Sampah continues Ketiga\nLain continues Bank Sampah\n");
  const auto packages = registry::packages(region.environment, region.all, region.region);
  REQUIRE(packages.size() == 1);
  CHECK(packages[0].package.id == joined);
  CHECK(packages[0].package.members == std::vector{region.keep, other});

  const auto parted = region.part();
  CHECK(parted.relations == 5);
  CHECK(parted.packages == 2);
  CHECK(region.told() == before);
  CHECK(registry::packages(region.environment, region.all, region.region).size() == 2);
}

TEST_CASE("A merge can be taken back: both are as they were") {
  Merged region;
  const auto keep = region.entry(region.keep);
  const auto gone = region.entry(region.gone);
  region.merge();
  const auto parted = region.part();
  CHECK(region.entry(region.keep) == keep);
  CHECK(region.entry(region.gone) == gone);
  CHECK(region.told().empty());
  CHECK(parted.left_alone.empty());
  CHECK(refusals_of([&] { region.part(); }) == " merge.not_merged");
  region.merge();
  region.part();
  CHECK(region.entry(region.keep) == keep);
}

TEST_CASE("Parting leaves alone what somebody has changed since") {
  Merged region;
  region.merge();
  region.change(region.keep, [](Innovation& entry) {
    entry.staff = 12;
    entry.risks = "Harga turun";
  });
  const auto parted = region.part();
  CHECK(parted.left_alone == Names{"staff"});
  CHECK(parted.fields == Names{"benefit", "evidence"});
  CHECK(region.entry(region.keep).staff == 12);
  CHECK(region.entry(region.keep).risks == "Harga turun");
  CHECK(region.entry(region.keep).benefit.empty());
}

TEST_CASE("Of merges one upon another the last is parted first") {
  Merged region;
  const auto third = region.add("Ketiga");
  region.merge();
  registry::merge_entries(region.environment, region.all, {third, region.keep, {}, {}});
  CHECK(region.told() == "Ketiga replaces Bank Sampah\nKetiga replaces Bank Sampah Induk\n");
  CHECK(refusals_of([&] { region.part(); }) == " merge.part_later_first");
  registry::part_entries(region.environment, region.all, region.keep, {});
  CHECK(region.told() == "Bank Sampah replaces Bank Sampah Induk\n");
  region.part();
  CHECK(region.told().empty());
}

TEST_CASE("Entries that cannot become one are refused, and nothing changes") {
  Merged region;
  const auto merge = [&](InnovationId keep, InnovationId gone, std::optional<Names> fields = {}) {
    return refusals_of([&] {
      registry::merge_entries(region.environment, region.all, {keep, gone, fields, {}});
    });
  };
  CHECK(merge(region.keep, region.keep) == "/gone merge.with_itself");
  CHECK(merge(region.keep, {region.environment.new_uuid()}) == " innovation.not_found");
  CHECK(merge(region.keep, region.gone, Names{"status"}) == "/fields merge.unknown_field");
  CHECK(refusals_of([&] {
          registry::merge_entries(region.environment, region.all,
                                  {region.keep, region.gone, {}, 99'999});
        }) == " innovation.changed_since");
  region.change(region.gone,
                [](Innovation& entry) { entry.status = catalogue::Status::kArchived; });
  CHECK(merge(region.keep, region.gone) == "/gone merge.archived");
  CHECK(merge(region.gone, region.keep) == "/keep merge.archived");
  CHECK(refusals_of([&] { region.part(); }) == " merge.not_merged");
  CHECK(region.told().empty());
}

TEST_CASE("Only who may verify both entries may merge them") {
  Merged region;
  const auto verifier = [&] {
    registry::Caller caller;
    caller.actor = "verifier";
    caller.grants = {{catalogue::Role::kVerifier, region.region, std::nullopt}};
    return caller;
  }();
  const MergeRequest request{region.keep, region.gone, {}, {}};
  for (const auto& caller : {region.contributor(*region.entry(region.keep).owner), region.planner(),
                             registry::Caller::anonymous()}) {
    CHECK(refusals_of([&] { registry::merge_entries(region.environment, caller, request); }) ==
          " rights.verify");
  }
  registry::merge_entries(region.environment, verifier, request);
  CHECK(refusals_of([&] {
          registry::part_entries(region.environment, region.planner(), region.gone, {});
        }) == " rights.verify");
  registry::part_entries(region.environment, verifier, region.gone, {});
}

TEST_CASE("A list that brought both is unchanged after the merge, and goes on updating the kept") {
  RelatedRegion region;
  tests::TemporaryFolder folder;
  const auto import = [&](const std::string& text) {
    registry::ImportRequest request;
    request.region = region.region.text();
    request.file = folder.path() / "daftar.csv";
    std::ofstream(request.file, std::ios::binary) << text;
    std::string fates;
    registry::import_list(region.environment, region.all, request,
                          [&](const registry::ImportedRow& row) {
                            fates += "au=x"[static_cast<std::size_t>(row.fate)];
                          });
    return fates;
  };
  const std::string list =
      "id inovasi;nama inovasi;opd;ringkasan;manfaat\n"
      "A1;Bank Sampah;UJI;Warga menabung;\n"
      "A2;Bank Sampah Induk;UJI;Menabung sampah;Sampah berkurang\n";
  CHECK(import(list) == "aa");
  InnovationId keep;
  InnovationId gone;
  region.store.read([&](store::Reader& reader) {
    keep = reader.origin(region.region, "daftar.csv", "A1")->innovation;
    gone = reader.origin(region.region, "daftar.csv", "A2")->innovation;
  });
  const auto report = registry::merge_entries(region.environment, region.all, {keep, gone, {}, {}});
  CHECK(report.origins == 1);
  CHECK(import(list) == "==");
  auto changed = list;
  changed.replace(changed.find("Sampah berkurang"), 16, "Sampah nol");
  CHECK(import(changed) == "=u");
  region.store.read([&](store::Reader& reader) {
    CHECK(reader.find<Innovation>(region.region, keep)->record.benefit == "Sampah nol");
    CHECK(reader.find<Innovation>(region.region, gone)->record.benefit == "Sampah berkurang");
  });
  const auto parted = registry::part_entries(region.environment, region.all, gone, {});
  CHECK(parted.origins == 1);
  CHECK(parted.left_alone == Names{"benefit"});
  CHECK(import(changed) == "==");
}
