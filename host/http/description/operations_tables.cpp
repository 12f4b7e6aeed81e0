#include "pilah/http/description/operations.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema facet() {
  const auto names = registry::facet_names();
  return words({names.begin(), names.end()});
}

}  // namespace

void describe_tables(RouteTable& table) {
  const std::string region = "/api/v1/regions/{code}";
  auto file = innovation_parameters({"after", "facets", "limit"});
  file.push_back({"bom", yes_no()});
  table.describe("GET", region + "/innovations.csv",
                 {"listInnovationsCsv",
                  "tables",
                  std::move(file),
                  {},
                  {{200, "text/csv", ""}},
                  Access::kOpen,
                  {429},
                  "listInnovations"});
  auto counted = innovation_parameters({"after", "facets", "limit", "sort"});
  counted.push_back({"by", facet()});
  counted.push_back({"split", facet()});
  table.describe(
      "GET", region + "/counts",
      {"getCounts", "tables", std::move(counted), {}, {{200, "application/json", "CountList"}}});
  table.describe("GET", region + "/months",
                 {"getMonths",
                  "tables",
                  innovation_parameters({"after", "facets", "limit", "sort"}),
                  {},
                  {{200, "application/json", "MonthList"}}});
  table.describe("GET", region + "/options/{facet}",
                 {"getOptions", "tables", {}, {}, {{200, "application/json", "OptionList"}}});
  table.describe("GET", region + "/dictionary",
                 {"getDictionary", "tables", {}, {}, {{200, "application/json", "Dictionary"}}});
  table.describe("GET", region + "/events",
                 {"getEvents", "tables", {}, {}, {{200, "text/event-stream", ""}}});
  // Each list's file is described as the list is.
  std::vector<const Route*> lists;
  for (const auto& route : table.routes()) {
    if (route.table) lists.push_back(&route);
  }
  for (const auto* list : lists) {
    const std::string pattern = list->pattern + ".csv";
    if (pattern == region + "/innovations.csv" || list->pattern.back() == '}') continue;
    auto query = list->about->query;
    query.push_back({"bom", yes_no()});
    table.describe("GET", pattern,
                   {list->about->id + "Csv",
                    "tables",
                    std::move(query),
                    {},
                    {{200, "text/csv", ""}},
                    Access::kOpen,
                    {},
                    list->about->id});
  }
}

}  // namespace pilah::http
