#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema one_of_these(const std::vector<std::string>& names) {
  return words({names.begin(), names.end()});
}

}  // namespace

std::vector<QueryParameter> innovation_parameters(const std::vector<std::string_view>& without) {
  std::vector<QueryParameter> all = {{"q", text("wisata")},
                                     {"status", word_of<catalogue::Status>(), true},
                                     {"entry_kind", word_of<catalogue::EntryKind>(), true},
                                     {"owner", uuid(), true},
                                     {"area", text("health"), true},
                                     {"primary_area", text("health"), true},
                                     {"dimension", text("smart-living"), true},
                                     {"form", word_of<catalogue::Form>(), true},
                                     {"stage", word_of<catalogue::Stage>(), true},
                                     {"funding", word_of<catalogue::FundingSource>(), true},
                                     {"year", count(2024), true},
                                     {"digital", yes_no()},
                                     {"has_owner", yes_no()},
                                     {"has_primary_area", yes_no()},
                                     {"pending", yes_no()},
                                     {"unknown", one_of_these(registry::facet_names()), true},
                                     {"facets", one_of_these(registry::facet_names()), true},
                                     {"sort", one_of_these(registry::sort_names())},
                                     {"after", text("n.616e747265616e.0197a1b2")},
                                     {"limit", count(50)}};
  const auto is_without = [&without](const QueryParameter& each) {
    return std::find(without.begin(), without.end(), each.name) != without.end();
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_without), all.end());
  return all;
}

namespace {

void describe_regions(RouteTable& table) {
  table.describe("GET", "/api/v1/taxonomy",
                 {"getTaxonomy", "regions", {}, {}, {{200, "application/json", "Taxonomy"}}});
  table.describe("GET", "/api/v1/regions",
                 {"listRegions", "regions", {}, {}, {{200, "application/json", "RegionList"}}});
  table.describe("POST", "/api/v1/regions",
                 {.id = "addRegion",
                  .group = "regions",
                  .takes = "NewRegion",
                  .answers = {gives("Region", 201)},
                  .access = Access::kSigned});
  table.describe(
      "GET", "/api/v1/region-directory",
      {"getRegionDirectory", "regions", {}, {}, {{200, "application/json", "RegionDirectory"}}});
  table.describe("GET", "/api/v1/regions/{code}",
                 {"getRegion", "regions", {}, {}, {{200, "application/json", "Region"}}});
  table.describe("GET", "/api/v1/regions/{code}/coverage",
                 {"getCoverage",
                  "regions",
                  {{"owner", schema::uuid()}},
                  {},
                  {{200, "application/json", "Coverage"}}});
}

void describe_organisations(RouteTable& table) {
  const std::string all = "/api/v1/regions/{code}/organisations";
  table.describe("GET", all,
                 {"listOrganisations",
                  "organisations",
                  {},
                  {},
                  {{200, "application/json", "OrganisationList"}}});
  table.describe("POST", all,
                 {"addOrganisation",
                  "organisations",
                  {},
                  "NewOrganisation",
                  {{201, "application/json", "Organisation"}},
                  Access::kSigned});
  table.describe(
      "GET", all + "/{id}",
      {"getOrganisation", "organisations", {}, {}, {{200, "application/json", "Organisation"}}});
  table.describe("PATCH", all + "/{id}",
                 {"changeOrganisation",
                  "organisations",
                  {},
                  "OrganisationChange",
                  {{200, "application/json", "Organisation"}},
                  Access::kSigned});
}

void describe_innovations(RouteTable& table) {
  const std::string all = "/api/v1/regions/{code}/innovations";
  table.describe("GET", all,
                 {"listInnovations",
                  "innovations",
                  innovation_parameters({}),
                  {},
                  {{200, "application/json", "InnovationList"}}});
  table.describe("POST", all,
                 {"addInnovation",
                  "innovations",
                  {},
                  "NewInnovation",
                  {{201, "application/json", "Innovation"}},
                  Access::kSigned});
  table.describe("POST", all + "/area-suggestions",
                 {"suggestAreas",
                  "innovations",
                  {},
                  "PartialInnovation",
                  {{200, "application/json", "AreaSuggestions"}}});
  const std::string one = "/api/v1/innovations/{id}";
  table.describe(
      "GET", one,
      {"getInnovation", "innovations", {}, {}, {{200, "application/json", "Innovation"}}});
  table.describe("PATCH", one,
                 {"changeInnovation",
                  "innovations",
                  {},
                  "InnovationChange",
                  {{200, "application/json", "Innovation"}},
                  Access::kSigned});
}

}  // namespace

void describe_catalogue(RouteTable& table) {
  describe_regions(table);
  describe_organisations(table);
  describe_innovations(table);
}

}  // namespace pilah::http
