#include <functional>
#include <memory>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/tables/csv.hpp"
#include "pilah/http/tables/table_answer.hpp"
#include "pilah/registry/tables/innovation_row.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

/// Makes flat rows of a list's innovations.
std::function<RowOf(const PathValues&)> innovation_rows(const Environment& environment) {
  return [&environment](const PathValues& places) -> RowOf {
    const auto rows = std::make_shared<registry::InnovationRows>(
        environment, region_of_path(environment, places[0]));
    return [rows](const boost::json::value& element) {
      auto record = element.as_object();
      const std::int64_t revision = record.at("revision").as_int64();
      const bool pending = record.contains("pending");
      for (const char* beside : {"revision", "pending"}) record.erase(beside);
      return rows->row(catalogue::from_json<catalogue::Innovation>(record), revision, pending);
    };
  };
}

/// The same list at an address that ends in .csv, for programs that send no Accept.
Route file_of(const Route& list) {
  Route file = list;
  file.pattern += ".csv";
  file.about = nullptr;
  file.table = nullptr;
  file.handler = [handler = list.handler, form = list.table](const Request& request,
                                                             const PathValues& values) {
    Request as_json = request;
    const bool is_marked = take_mark(as_json);
    as_json.if_none_match = tags_of_json(request.if_none_match);
    auto response = table_answer(handler(as_json, values), *form, TableFormat::kCsv, values);
    if (is_marked) response.body.insert(0, kByteOrderMark);
    return response;
  };
  return file;
}

}  // namespace

void add_tables(RouteTable& table, const Environment& environment) {
  const std::string region = "/api/v1/regions/{code}";
  const auto all = schemas();
  const auto tabulate = [&](const std::string& pattern, std::string member, std::string row_schema,
                            std::function<RowOf(const PathValues&)> rows = nullptr) {
    auto columns = columns_of(row_schema, all);
    table.tabulate("GET", pattern,
                   {std::move(member), std::move(row_schema), std::move(columns), std::move(rows)});
  };
  tabulate("/api/v1/regions", "regions", "Region");
  tabulate(region + "/organisations", "organisations", "Organisation");
  tabulate(region + "/innovations", "innovations", "InnovationRow", innovation_rows(environment));
  tabulate(region + "/coverage", "areas", "AreaCoverage");
  tabulate(region + "/scenarios", "scenarios", "Scenario");
  tabulate(region + "/selections", "selections", "SelectionSummary");
  tabulate(region + "/selections/{id}/claims", "claims", "UnverifiedClaim");
  tabulate(region + "/counts", "rows", "CountRow");
  tabulate(region + "/months", "rows", "MonthRow");
  tabulate(region + "/options/{facet}", "options", "Option");
  tabulate(region + "/dictionary", "columns", "Column");
  std::vector<Route> files;
  for (const auto& route : table.routes()) {
    const bool has_own = route.pattern == region + "/innovations";  // which is streamed
    const bool ends_in_place = route.pattern.back() == '}';
    if (route.table && !has_own && !ends_in_place) files.push_back(file_of(route));
  }
  for (auto& file : files) table.add(std::move(file));
}

}  // namespace pilah::http
