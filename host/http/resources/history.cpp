#include "pilah/registry/documents/history.hpp"

#include <boost/json.hpp>

#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/account_names.hpp"

namespace pilah::http {

void add_history(RouteTable& table, const registry::Environment& environment,
                 const catalogue::Sentences& sentences) {
  table.add({"GET", "/api/v1/innovations/{id}/history",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               const auto id =
                   id_of_path<catalogue::InnovationId>(values[0], "innovation.not_found");
               const auto history = registry::innovation_history(environment, request.caller, id);
               auto document = registry::history_document(
                   history, sentences, catalogue::language_of(request.accept_language));
               std::set<std::string> actors;
               for (const auto& entry : history) actors.insert(entry.actor);
               document["names"] =
                   registry::names_document(registry::account_names(environment, actors));
               return json_response(200, document);
             }});
}

}  // namespace pilah::http
