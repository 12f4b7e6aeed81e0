#include "pilah/registry/people/tokens.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/account.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

struct WantedToken {
  std::string name;
  catalogue::TokenScope scope = catalogue::TokenScope::kRead;
  std::vector<catalogue::Grant> grants;
  std::int32_t days = 90;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("scope", self.scope);
    visit("grants", self.grants);
    visit("days", self.days);
  }
};

}  // namespace

void add_tokens(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/me/tokens";
  table.add({"GET", all, [&environment](const Request& request, const PathValues&) {
               boost::json::array tokens;
               for (const auto& [token, used] : registry::tokens(environment, request.caller)) {
                 tokens.push_back(registry::token_document(token, used));
               }
               return json_response(200, {{"tokens", std::move(tokens)}});
             }});
  const auto make = [&environment](const registry::Caller& by, const Request& request,
                                   const PathValues&) {
    const auto wanted =
        catalogue::from_json<WantedToken>(document_of(request, DocumentKind::kWhole));
    const auto made = registry::add_token(environment, by,
                                          {wanted.name, wanted.scope, wanted.grants, wanted.days});
    return json_response(201, registry::token_document(made));
  };
  table.add({"POST", all, once(environment, make, AnswerIs::kToldOnce)});
  table.add(
      {"DELETE", all + "/{id}", [&environment](const Request& request, const PathValues& values) {
         const auto id = id_of_path<catalogue::TokenId>(values[0], "people.token_not_found");
         registry::revoke_token(environment, request.caller, id);
         Response response;
         response.status = 204;
         return response;
       }});
}

}  // namespace pilah::http
