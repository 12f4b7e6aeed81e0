#include "pilah/registry/regions.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {

void add_regions(RouteTable& table, const registry::Environment& environment) {
  table.add({"GET", "/api/v1/regions", [&environment](const Request&, const PathValues&) {
               return json_response(
                   200, {{"regions", catalogue::to_json(registry::regions(environment))}});
             }});
  table.add(
      {"GET", "/api/v1/regions/{code}", [&environment](const Request&, const PathValues& values) {
         const auto code = region_of_path(environment, values[0]);
         const auto all = registry::regions(environment);
         const auto found = std::find_if(
             all.begin(), all.end(), [&code](const auto& region) { return region.code == code; });
         return json_response(200, catalogue::to_json(*found));
       }});
}

}  // namespace pilah::http
