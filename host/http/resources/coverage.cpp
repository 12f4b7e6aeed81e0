#include "pilah/registry/mapping/coverage.hpp"

#include <boost/json.hpp>

#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/coverage.hpp"

namespace pilah::http {

void add_coverage(RouteTable& table, const registry::Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/coverage",
             [&environment](const Request& request, const PathValues& values) {
               const auto region = region_of_path(environment, values[0]);
               const auto picture = registry::coverage(environment, request.caller, region);
               return json_response(200, registry::coverage_document(picture));
             }});
}

}  // namespace pilah::http
