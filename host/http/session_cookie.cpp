#include "pilah/http/session_cookie.hpp"

#include <algorithm>
#include <string_view>

namespace pilah::http {
namespace {

constexpr std::string_view kName = "pilah_session";
constexpr std::string_view kSecureName = "__Host-pilah_session";

bool came_by_tls(const Request& request) { return request.origin.rfind("https://", 0) == 0; }

void set_cookie(const Request& request, const std::string& value, const char* more,
                Response& response) {
  const bool secure = came_by_tls(request);
  std::string cookie(secure ? kSecureName : kName);
  cookie.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict");
  if (secure) cookie += "; Secure";
  response.headers.emplace_back("Set-Cookie", cookie + more);
}

/// The value of the cookie with that name; empty: none.
std::string_view cookie_named(std::string_view cookies, std::string_view wanted) {
  std::string_view rest = cookies;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    if (equals < pair.size() && name == wanted) return pair.substr(equals + 1);
  }
  return {};
}

}  // namespace

// The one that only this host can have set goes first.
std::string session_secret(const Request& request) {
  const auto secure = cookie_named(request.cookie, kSecureName);
  return std::string(secure.empty() ? cookie_named(request.cookie, kName) : secure);
}

void keep_session(const Request& request, const std::string& secret, Response& response) {
  set_cookie(request, secret, "", response);
}

void forget_session(const Request& request, Response& response) {
  set_cookie(request, "", "; Max-Age=0", response);
}

}  // namespace pilah::http
