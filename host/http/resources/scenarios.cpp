#include <algorithm>

#include <boost/json.hpp>

#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/documents/scenario.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return json_response(200, {{"scenarios", registry::scenarios_document(registry::scenarios(
                                               environment, request.caller, region))}});
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  for (const auto& scenario : registry::scenarios(environment, request.caller, region)) {
    if (scenario.name == values[1])
      return json_response(200, registry::scenario_document(scenario));
  }
  throw HttpRefusal(404, {"http.no_such_scenario", {{"name", values[1]}}, ""});
}

/// Puts the document under the name in the address; its own name, when it has
/// one, must be the same.
Response put(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  auto document = document_of(request, DocumentKind::kWhole);
  const auto* name = document.if_contains("name");
  if (!name) {
    document["name"] = values[1];
  } else if (!name->is_string() || name->get_string() != values[1]) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"http.scenario_name_differs", {{"name", values[1]}}, "/name"});
  }
  const auto scenario = registry::put_scenario(environment, request.caller, region, document);
  return json_response(200, registry::scenario_document(scenario));
}

}  // namespace

void add_scenarios(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/scenarios",
             [&environment](const Request& request, const PathValues& values) {
               return list(environment, request, values);
             }});
  table.add({"GET", "/api/v1/regions/{code}/scenarios/{name}",
             [&environment](const Request& request, const PathValues& values) {
               return one(environment, request, values);
             }});
  table.add({"PUT", "/api/v1/regions/{code}/scenarios/{name}",
             [&environment](const Request& request, const PathValues& values) {
               return put(environment, request, values);
             }});
}

}  // namespace pilah::http
