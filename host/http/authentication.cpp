#include "pilah/http/authentication.hpp"

#include <algorithm>
#include <string_view>

#include "pilah/http/http_refusal.hpp"
#include "pilah/http/session_cookie.hpp"
#include "pilah/registry/people/sign_in.hpp"

namespace pilah::http {
namespace {

HttpRefusal unauthenticated(const char* kind, const char* challenge) {
  return HttpRefusal(401, {kind, {}, ""}, {{"WWW-Authenticate", challenge}});
}

/// What stands behind "Bearer ", whose case does not matter; empty: something else does.
std::string_view bearer(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() <= kScheme.size()) return {};
  const bool is_bearer = std::equal(
      kScheme.begin(), kScheme.end(), authorization.begin(), [](char wanted, char found) {
        return wanted == (found >= 'A' && found <= 'Z' ? found + 32 : found);
      });
  return is_bearer ? authorization.substr(kScheme.size()) : std::string_view{};
}

bool changes(const Request& request) {
  return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

/// What says by its content who one is: a session that is still there does not matter.
bool is_at_the_door(const Request& request) {
  return request.method == "POST" &&
         (request.path == "/api/v1/session" || request.path == "/api/v1/links/redeem");
}

}  // namespace

registry::Caller caller_of(const registry::Environment& environment, const Request& request) {
  if (!request.authorization.empty()) {
    const auto token = bearer(request.authorization);
    auto caller = token.empty() ? std::nullopt : registry::caller_of_token(environment, token);
    if (!caller) {
      throw unauthenticated("http.token_ended", R"(Bearer realm="Pilah", error="invalid_token")");
    }
    return *std::move(caller);
  }
  const std::string secret = session_secret(request);
  if (secret.empty() || is_at_the_door(request)) return registry::Caller::anonymous();
  auto session = registry::session_of(environment, secret);
  if (!session) {
    // Signing out is as good where the session has ended by itself.
    if (!changes(request) || request.path == "/api/v1/session") {
      return registry::Caller::anonymous();
    }
    throw unauthenticated("http.session_ended", R"(Bearer realm="Pilah")");
  }
  if (changes(request) && request.csrf_token != session->csrf) {
    throw HttpRefusal(403, {"http.csrf_missing", {}, ""});
  }
  return std::move(session->caller);
}

}  // namespace pilah::http
