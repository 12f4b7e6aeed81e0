#include "pilah/registry/people/accounts.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/credentials.hpp"

namespace pilah::http {
namespace {

using catalogue::Grant;
using catalogue::RegionCode;
using registry::Environment;

struct WantedAccount {
  std::string login, name, language;
  std::vector<Grant> grants;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("login", self.login);
    visit("name", self.name);
    visit("language", self.language);
    visit("grants", self.grants);
  }
};

struct Successor {
  std::string to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("to", self.to);
  }
};

template <class Document>
Document read(const Request& request) {
  return catalogue::from_json<Document>(document_of(request, DocumentKind::kWhole));
}

Response account_response(int status, const catalogue::Account& account) {
  return json_response(status, registry::account_document(account));
}

/// A grant without a region is one in the region of the address.
Grant in_region(Grant grant, const RegionCode& region) {
  if (!grant.region) grant.region = region;
  return grant;
}

Response list(const Environment& environment, const Request& request,
              const std::optional<RegionCode>& region) {
  return json_response(200, {{"accounts", registry::accounts_document(registry::accounts(
                                              environment, request.caller, region))}});
}

/// The account, and the link with which its owner sets the password.
Response create(const Environment& environment, const registry::Caller& by, const Request& request,
                const std::optional<RegionCode>& region) {
  auto wanted = read<WantedAccount>(request);
  if (region) {
    for (auto& grant : wanted.grants) grant = in_region(std::move(grant), *region);
  }
  const auto account = registry::add_account(
      environment, by, {wanted.login, wanted.name, wanted.language, wanted.grants});
  auto document =
      registry::link_document(registry::new_link(environment, request.caller, account.id.text()));
  document["account"] = registry::account_document(account);
  return json_response(201, document);
}

Response grant(const Environment& environment, const Request& request, const RegionCode& region,
               const PathValues& values) {
  const auto wanted = in_region(read<Grant>(request), region);
  return account_response(200, registry::grant(environment, request.caller, values[1], wanted));
}

Response revoke(const Environment& environment, const Request& request, const RegionCode& region,
                const PathValues& values) {
  const Query query(request, {"organisation"});
  const auto role = catalogue::enum_named<catalogue::Role>(values[2]);
  if (!role) throw HttpRefusal(404, {"http.no_such_role", {{"role", values[2]}}, ""});
  Grant taken{*role, region, {}};
  if (const auto organisation = query.one("organisation")) {
    taken.organisation =
        id_of_path<catalogue::OrganisationId>(*organisation, "organisation.not_found");
  }
  return account_response(200, registry::revoke(environment, request.caller, values[1], taken));
}

}  // namespace

void add_accounts(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/accounts", [&environment](const Request& request, const PathValues&) {
               return list(environment, request, std::nullopt);
             }});
  const auto add_once = [&](const std::string& pattern, auto handler) {
    const auto make = [&environment, handler](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
      return handler(environment, by, request, values);
    };
    table.add({"POST", pattern, once(environment, make, AnswerIs::kToldOnce)});
  };
  add_once("/api/v1/accounts", [](const auto& host, const auto& by, const auto& request,
                                  const auto&) { return create(host, by, request, std::nullopt); });
  const auto add = [&](const char* method, const std::string& place, auto handler) {
    table.add({method, "/api/v1/regions/{code}/accounts" + place,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, region_of_path(environment, values[0]),
                                values);
               }});
  };
  add("GET", "", [](const auto& host, const auto& request, const auto& region, const auto&) {
    return list(host, request, region);
  });
  const std::string all = "/api/v1/regions/{code}/accounts";
  add_once(all, [](const auto& host, const auto& by, const auto& request, const auto& values) {
    return create(host, by, request, region_of_path(host, values[0]));
  });
  add("POST", "/{id}/grants", grant);
  add("DELETE", "/{id}/grants/{role}", revoke);
  add_once(
      all + "/{id}/link", [](const auto& host, const auto& by, const auto&, const auto& values) {
        region_of_path(host, values[0]);  // must be one of this host
        return json_response(201, registry::link_document(registry::new_link(host, by, values[1])));
      });
  add("POST", "/{id}/disable",
      [](const auto& host, const auto& request, const auto&, const auto& values) {
        return account_response(200, registry::set_disabled(host, request.caller, values[1], true));
      });
  add("POST", "/{id}/enable",
      [](const auto& host, const auto& request, const auto&, const auto& values) {
        return account_response(200,
                                registry::set_disabled(host, request.caller, values[1], false));
      });
  add("POST", "/{id}/hand-over",
      [](const auto& host, const auto& request, const auto& region, const auto& values) {
        const auto successor = read<Successor>(request);
        return account_response(
            200, registry::hand_over(host, request.caller, region, values[1], successor.to));
      });
}

}  // namespace pilah::http
