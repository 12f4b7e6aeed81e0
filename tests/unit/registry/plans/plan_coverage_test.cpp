#include "pilah/registry/plans/plan_coverage.hpp"

#include <algorithm>

#include "pilah/registry/plans/plans.hpp"
#include "support/catch.hpp"
#include "unit/registry/relations/related_region.hpp"

using namespace pilah;
using catalogue::Innovation;
using catalogue::Plan;
using catalogue::PlanItemId;
using catalogue::PlanKind;
using catalogue::PlanLevel;
using tests::refusals_of;
using tests::RelatedRegion;

namespace {

/// Beside the sample's RPJMD and Renstra (a programme "9.99" each) a Renstra of KES with a
/// programme, an activity of it, and a programme that nobody carries out.
struct Planned : RelatedRegion {
  const catalogue::OrganisationId agency = add_organisation("KES");
  const Plan renstra = add_renstra(1);

  Plan add_renstra(std::int32_t edition) {
    Plan plan;
    plan.id = {environment.new_uuid()};
    plan.region = region;
    plan.kind = PlanKind::kRenstra;
    plan.organisation = agency;
    plan.name = "Renstra KES";
    plan.first_year = 2025;
    plan.last_year = 2029;
    plan.edition = edition;
    const auto item = [&](PlanLevel level, const char* code, const char* name) {
      plan.items.push_back({{environment.new_uuid()}, level, code, name, {}});
    };
    item(PlanLevel::kProgramme, "1.02.02", "Upaya kesehatan");
    item(PlanLevel::kActivity, "1.02.02.2.01", "Pelayanan ibu");
    item(PlanLevel::kProgramme, "1.02.03", "Tenaga kesehatan");
    store.write({"tester"}, [&](store::Writer& writer) { writer.put(plan, "added"); });
    return plan;
  }
  catalogue::InnovationId add_linked(const std::string& name,
                                     std::vector<catalogue::PlanLink> links) {
    return add(name, [&](Innovation& entry) { entry.plan_links = std::move(links); });
  }
  registry::PlanCoverage covered(const registry::Caller& caller) {
    return registry::plan_coverage(environment, caller, region);
  }
  std::int64_t innovations_of(const registry::PlanCoverage& coverage, const char* name) {
    for (const auto& one : coverage.programmes) {
      if (one.name == name) return one.innovations;
    }
    return -1;
  }
};

}  // namespace

TEST_CASE("Programmes count the innovations that link to them or to their activities") {
  Planned region;
  region.add_linked("Ke program", {{PlanKind::kRenstra, region.renstra.items[0].id, ""}});
  region.add_linked("Ke kegiatan", {{PlanKind::kRenstra, region.renstra.items[1].id, ""}});
  region.add_linked("Ke keduanya", {{PlanKind::kRenstra, region.renstra.items[0].id, ""},
                                    {PlanKind::kRenstra, region.renstra.items[1].id, ""}});
  const auto coverage = region.covered(region.all);
  CHECK(coverage.innovations == 3);
  CHECK(region.innovations_of(coverage, "Upaya kesehatan") == 3);
  CHECK(region.innovations_of(coverage, "Tenaga kesehatan") == 0);
  CHECK(region.innovations_of(coverage, "Pelayanan ibu") == -1);
  CHECK(coverage.without_programme.empty());
  REQUIRE(coverage.programmes.size() == 4);
  CHECK(coverage.programmes.front().kind == PlanKind::kRpjmd);
}

TEST_CASE("Innovations without a programme and links that name no item are listed") {
  Planned region;
  region.add_linked("Tanpa", {});
  region.add_linked("Belum jelas", {{PlanKind::kRpjmd, std::nullopt, "Program Lain"}});
  region.add("Berakhir", [](Innovation& entry) { entry.status = catalogue::Status::kArchived; });
  const auto coverage = region.covered(region.all);
  REQUIRE(coverage.without_programme.size() == 2);
  CHECK(coverage.without_programme[0].name == "Belum jelas");
  CHECK(coverage.without_programme[0].owner == "Dinas Uji");
  REQUIRE(coverage.unresolved.size() == 1);
  CHECK(coverage.unresolved[0].text == "Program Lain");
}

TEST_CASE("Only the last edition of a plan has programmes to carry out") {
  Planned region;
  const auto later = region.add_renstra(2);
  const auto coverage = region.covered(region.all);
  CHECK(coverage.programmes.size() == 4);
  CHECK(std::count_if(coverage.programmes.begin(), coverage.programmes.end(),
                      [&](const auto& one) { return one.item == later.items[0].id; }) == 1);
  const auto all = registry::plans(region.environment, region.all, region.region);
  REQUIRE(all.size() == 4);
  CHECK(all[0].plan.kind == PlanKind::kRpjmd);
  CHECK(all[1].plan.edition == 2);
  CHECK(all[1].organisation == "Dinas KES");
}

TEST_CASE("An agency is told of its own entries, who does not work here, of nothing") {
  Planned region;
  region.add_linked("Orang lain", {});
  const auto own = region.add_of(region.agency, "Milik sendiri", catalogue::Status::kDraft);
  const auto coverage = region.covered(region.contributor(region.agency));
  CHECK(coverage.innovations == 1);
  CHECK(region.innovations_of(coverage, "Upaya kesehatan") == 0);
  CHECK(refusals_of([&] { region.covered(registry::Caller::anonymous()); }) ==
        " rights.read_internal");
  CHECK(own != catalogue::InnovationId{});
}

TEST_CASE("Linking resolves the link that waits for an item, or adds one, once") {
  Planned region;
  const auto id = region.add_linked("Posyandu", {{PlanKind::kRenstra, std::nullopt, "Kesehatan"}});
  const auto link = [&](PlanItemId item) {
    return registry::link_to_plan(region.environment, region.all, id, item).innovation.plan_links;
  };
  const auto first = link(region.renstra.items[0].id);
  REQUIRE(first.size() == 1);
  CHECK(first[0].item == region.renstra.items[0].id);
  CHECK(first[0].text == "Kesehatan");
  CHECK(link(region.renstra.items[0].id).size() == 1);
  CHECK(link(region.renstra.items[2].id).size() == 2);
  CHECK(refusals_of([&] { link({region.environment.new_uuid()}); }) == "/item plan.no_such_item");
}
