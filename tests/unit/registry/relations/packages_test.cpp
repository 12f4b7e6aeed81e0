#include "pilah/registry/relations/packages.hpp"

#include <boost/json.hpp>

#include "related_region.hpp"
#include "support/catch.hpp"

using namespace pilah;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Package;
using tests::refusals_of;
using tests::RelatedRegion;

namespace {

struct Packaged : RelatedRegion {
  const catalogue::OrganisationId lead = add_organisation("KES");
  const InnovationId first = add("Posyandu", [&](Innovation& entry) { entry.owner = lead; });
  const InnovationId second = add("Antrean", [](Innovation& entry) {
    entry.mappings = {{"public-service", true, {}, true, std::nullopt, ""}};
    entry.budgets = {{2026, std::nullopt, catalogue::Rupiah{50'000'000}}};
    entry.duration = catalogue::Months{11};
  });

  Package package(std::vector<InnovationId> members) const {
    Package package;
    package.region = region;
    package.name = "Paket sehat";
    package.lead = lead;
    package.members = std::move(members);
    return package;
  }
  registry::PackageEntry make() {
    return registry::add_package(environment, all, package({first, second}));
  }
  std::string refused(const Package& package, const registry::Caller& caller) {
    return refusals_of([&] { registry::add_package(environment, caller, package); });
  }
  std::string refused(const Package& package) { return refused(package, all); }
};

}  // namespace

TEST_CASE("A package tells what a selection makes of it") {
  Packaged region;
  const auto entry = region.make();
  CHECK(entry.lead == "Dinas KES");
  REQUIRE(entry.members.size() == 2);
  CHECK(entry.members[0].name == "Posyandu");
  CHECK(entry.members[1].owner == "Dinas Uji");
  CHECK(entry.areas == std::vector<std::string>{"public-service", "health"});
  CHECK(entry.primary_area == "health");
  CHECK(entry.budget == 150'000'000);
  CHECK(entry.duration_months == 11);
  CHECK(entry.staff == 8);
}

TEST_CASE("Whoever is not shown the members' money and staff is not told their sum") {
  Packaged region;
  const auto id = region.make().package.id;
  const auto seen =
      registry::package(region.environment, registry::Caller::anonymous(), region.region, id);
  CHECK(seen.members.size() == 2);
  CHECK(seen.duration_months == 11);
  CHECK_FALSE(seen.budget);
  CHECK_FALSE(seen.staff);
}

TEST_CASE("What one member does not know of itself, its package does not know") {
  Packaged region;
  const auto vague = region.add("Kabur", [](Innovation& entry) {
    entry.budgets.clear();
    entry.duration.reset();
  });
  const auto entry =
      registry::add_package(region.environment, region.all, region.package({region.first, vague}));
  CHECK_FALSE(entry.budget);
  CHECK_FALSE(entry.duration_months);
  CHECK(entry.staff == 8);
}

TEST_CASE("A wrong package is refused with all that is wrong, each in its place") {
  Packaged region;
  auto package = region.package({region.first});
  package.name.clear();
  package.lead = {region.environment.new_uuid()};
  CHECK(region.refused(package) ==
        "/name package.name_missing\n/lead package.no_such_lead\n"
        "/members package.too_few_members");
  const auto old =
      region.add("Lama", [](Innovation& entry) { entry.status = catalogue::Status::kArchived; });
  package = region.package(
      {region.first, region.first, old, InnovationId{region.environment.new_uuid()}});
  CHECK(region.refused(package) ==
        "/members/1 package.member_twice\n/members/2 package.member_archived\n"
        "/members/3 relation.no_such_entry");
  package = region.package(std::vector<InnovationId>(registry::kMostMembers + 1, region.first));
  CHECK(region.refused(package).find("/members package.too_many_members") == 0);
  CHECK(registry::packages(region.environment, region.all, region.region).empty());
}

TEST_CASE("A package is changed field by field, from the revision that was read") {
  Packaged region;
  const auto made = region.make();
  const auto third = region.add("Ketiga");
  boost::json::object patch{{"name", "Paket baru"},
                            {"members", {region.second.text(), third.text()}}};
  const auto& environment = region.environment;
  const auto id = made.package.id;
  const auto change = [&](std::int64_t revision) {
    return registry::change_package(environment, region.all, region.region, id, patch, revision);
  };
  const auto changed = change(made.revision);
  CHECK(changed.package.name == "Paket baru");
  CHECK(changed.package.lead == region.lead);
  CHECK(changed.members[1].name == "Ketiga");
  CHECK(changed.revision > made.revision);
  CHECK(refusals_of([&] { change(made.revision); }) == " package.changed_since");
  patch = {{"members", nullptr}};
  CHECK(refusals_of([&] { change(changed.revision); }) == "/members package.too_few_members");
}

TEST_CASE("A dissolved package is gone, its members stay") {
  Packaged region;
  const auto made = region.make();
  const auto& environment = region.environment;
  registry::dissolve_package(environment, region.all, region.region, made.package.id,
                             made.revision);
  CHECK(registry::packages(environment, region.all, region.region).empty());
  CHECK(refusals_of([&] {
          registry::package(environment, region.all, region.region, made.package.id);
        }) == " package.not_found");
  region.make();
}

TEST_CASE("A package asks for the right over the lead and over every member") {
  Packaged region;
  const auto health = region.contributor(region.lead);
  CHECK(region.refused(region.package({region.first, region.second}), health) == " rights.relate");
  const auto own = region.add_of(region.lead, "Lain", catalogue::Status::kDraft);
  const auto entry =
      registry::add_package(region.environment, health, region.package({region.first, own}));
  auto foreign = region.package({region.first, own});
  foreign.lead = region.add_organisation("DIK");
  CHECK(region.refused(foreign, health) == " rights.relate");
  CHECK(region.refused(region.package({region.first, region.second}), region.planner()).empty());
  // The draft hides the whole package from whoever may not see it.
  const auto seen_by = [&](const registry::Caller& caller) {
    return registry::packages(region.environment, caller, region.region).size();
  };
  CHECK(seen_by(registry::Caller::anonymous()) == 1);
  CHECK(seen_by(health) == 2);
  CHECK(refusals_of([&] {
          registry::dissolve_package(region.environment, registry::Caller::anonymous(),
                                     region.region, entry.package.id, std::nullopt);
        }) == " package.not_found");
}

TEST_CASE("A selection takes a package as one candidate, at its whole cost, without its members") {
  Packaged region;
  const auto other = region.add("Sendiri", [](Innovation& entry) {
    entry.mappings = {{"energy", true, {}, true, std::nullopt, ""}};
  });
  const auto entry = region.make();
  const std::string id = entry.package.id.text();
  const std::string scenario =
      R"({"rules": [{"plugin": "quick-win-national"}],
    "include": [{"id": ")" +
      id +
      R"(", "reason": "uji", "by": "Sekda"}], "count": {"min": 2, "max": 2},
    "limits": [{"resource": "budget", "max": )";
  const auto chosen = region.select(scenario + "250000000}]}").selection.result;
  REQUIRE(chosen.at("status") == "optimal");
  boost::json::array selected = chosen.at("selected").as_array();
  CHECK(selected.size() == 2);
  for (const auto& one : {id, other.text()}) {
    CHECK(std::find(selected.begin(), selected.end(), boost::json::value(one)) != selected.end());
  }
  CHECK(chosen.at("uses").at("budget") == 250'000'000);
  // One rupiah less, and the package does not fit beside the other entry.
  CHECK(region.select(scenario + "249999999}]}").selection.result.at("status") == "infeasible");
}
