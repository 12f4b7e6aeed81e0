#include "pilah/catalogue/publication.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/publication.hpp"
#include "pilah/registry/people/publish.hpp"
#include "pilah/registry/people/published_numbers.hpp"

namespace pilah::http {

void add_publication(RouteTable& table, const registry::Environment& environment) {
  const std::string place = "/api/v1/regions/{code}/publication";
  table.add({"GET", place, [&environment](const Request&, const PathValues& values) {
               const auto region = region_of_path(environment, values[0]);
               return json_response(
                   200, registry::publication_document(registry::publication(environment, region)));
             }});
  table.add({"PUT", place, [&environment](const Request& request, const PathValues& values) {
               const auto region = region_of_path(environment, values[0]);
               const auto wanted = catalogue::from_json<catalogue::Publication>(
                   document_of(request, DocumentKind::kWhole));
               return json_response(200, registry::publication_document(registry::publish(
                                             environment, request.caller, region, wanted)));
             }});
  table.add({"GET", place + "/warnings",
             [&environment](const Request& request, const PathValues& values) {
               const auto region = region_of_path(environment, values[0]);
               return json_response(
                   200,
                   {{"warnings", registry::published_numbers_document(registry::published_numbers(
                                     environment, request.caller, region))}});
             }});
}

}  // namespace pilah::http
