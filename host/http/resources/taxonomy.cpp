#include "pilah/registry/documents/taxonomy.hpp"

#include <boost/json.hpp>

#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {

void add_taxonomy(RouteTable& table, const registry::Environment& environment) {
  table.add({"GET", "/api/v1/taxonomy", [&environment](const Request&, const PathValues&) {
               return json_response(200, registry::taxonomy_document(environment.taxonomy));
             }});
}

}  // namespace pilah::http
