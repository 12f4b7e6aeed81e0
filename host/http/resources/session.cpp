#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/session_cookie.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

struct Credentials {
  std::string login, password;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("login", self.login);
    visit("password", self.password);
  }
};

struct PasswordChange {
  std::string current, password;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("current", self.current);
    visit("password", self.password);
  }
};

struct RedeemedLink {
  std::string link, password, login, name;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("link", self.link);
    visit("password", self.password);
    visit("login", self.login);
    visit("name", self.name);
  }
};

template <class Document>
Document read(const Request& request) {
  return catalogue::from_json<Document>(document_of(request, DocumentKind::kWhole));
}

/// What the door says is told apart by status: 401 try again, 429 wait.
template <class Work>
auto at_the_door(Work work) {
  try {
    return work();
  } catch (const catalogue::Refusal& refusal) {
    const auto& message = refusal.messages().front();
    if (message.kind == "people.wrong_password") {
      throw HttpRefusal(401, message, {{"WWW-Authenticate", R"(Bearer realm="Pilah")"}});
    }
    if (message.kind == "people.must_wait") {
      throw HttpRefusal(429, message, {{"Retry-After", message.arguments.front().second}});
    }
    throw;
  }
}

boost::json::object session_document(const registry::SignedIn& signed_in) {
  return {{"account", registry::account_document(signed_in.account)},
          {"csrf", signed_in.csrf},
          {"expires", registry::instant_text(signed_in.expires)}};
}

Response sign_in(const Environment& environment, const Request& request) {
  const auto given = read<Credentials>(request);
  const auto session =
      at_the_door([&] { return registry::sign_in(environment, given.login, given.password); });
  Response response = json_response(200, session_document(session.signed_in));
  keep_session(request, session.secret, response);
  return response;
}

Response session(const Environment& environment, const Request& request) {
  const auto signed_in = registry::session_of(environment, session_secret(request));
  if (!signed_in) {
    throw HttpRefusal(401, {"people.not_signed_in", {}, ""},
                      {{"WWW-Authenticate", R"(Bearer realm="Pilah")"}});
  }
  return json_response(200, session_document(*signed_in));
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response sign_out(const Environment& environment, const Request& request, bool everywhere) {
  if (everywhere) {
    registry::sign_out_everywhere(environment, request.caller);
  } else {
    registry::sign_out(environment, session_secret(request));
  }
  Response response = no_content();
  forget_session(request, response);
  return response;
}

Response change_password(const Environment& environment, const Request& request) {
  const auto change = read<PasswordChange>(request);
  at_the_door([&] {
    registry::change_password(environment, request.caller, change.current, change.password);
    return true;
  });
  Response response = no_content();
  forget_session(request, response);
  return response;
}

/// The page sends what stands behind its #; a person may paste the whole address.
Response redeem(const Environment& environment, const Request& request) {
  auto given = read<RedeemedLink>(request);
  if (const auto mark = given.link.rfind('#'); mark != std::string::npos) {
    given.link.erase(0, mark + 1);
  }
  given.link = given.link.substr(0, given.link.find(':'));
  const auto account =
      registry::redeem(environment, {given.link, given.password, given.login, given.name});
  return json_response(200, {{"account", registry::account_document(account)}});
}

Response me(const Environment& environment, const Request& request) {
  auto document = registry::caller_document(request.caller, registry::regions(environment));
  if (request.caller.account) {
    const auto account = registry::own_account(environment, request.caller);
    document["account"] = {
        {"id", account.id.text()}, {"login", account.login}, {"name", account.name}};
  }
  return json_response(200, document);
}

}  // namespace

void add_session(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* path, auto handler,
                       std::optional<Lane> lane = std::nullopt) {
    Route route{method, std::string("/api/v1") + path,
                [&environment, handler](const Request& request, const PathValues&) {
                  return handler(environment, request);
                }};
    route.lane = lane;
    route.max_body = 16 * 1024;
    table.add(std::move(route));
  };
  add("GET", "/me", me);
  add("GET", "/session", session);
  add("POST", "/session", sign_in, Lane::kPassword);
  add("DELETE", "/session",
      [](const auto& host, const auto& request) { return sign_out(host, request, false); });
  add("DELETE", "/sessions",
      [](const auto& host, const auto& request) { return sign_out(host, request, true); });
  add("POST", "/me/password", change_password, Lane::kPassword);
  add("POST", "/links/redeem", redeem, Lane::kPassword);
}

}  // namespace pilah::http
