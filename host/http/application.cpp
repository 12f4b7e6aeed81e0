#include "pilah/http/application.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/compression.hpp"
#include "pilah/http/entity_tag.hpp"
#include "pilah/http/guard.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/problem.hpp"

namespace pilah::http {
namespace {

using catalogue::Language;
using catalogue::Refusal;

/// Against being read, framed or sniffed by pages of other origins.
constexpr std::array<std::pair<const char*, const char*>, 5> kSecurityHeaders{{
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
    {"Vary", "Accept-Encoding, Accept-Language, Authorization, Cookie"},
    {"X-Content-Type-Options", "nosniff"},
}};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

const std::string* header(const Response& response, std::string_view name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [name](const auto& entry) { return entry.first == name; });
  return found == response.headers.end() ? nullptr : &found->second;
}

/// Whoever has not said who they are may be allowed what is refused here.
bool is_nobody(const registry::Caller& caller) {
  return !caller.account && !caller.has_data_folder && caller.grants.empty();
}

bool is_read(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

}  // namespace

Application::Application(const RouteTable& routes, const catalogue::Sentences& sentences,
                         std::uint16_t port, Authenticate authenticate, Report report)
    : routes_(routes),
      sentences_(sentences),
      port_(port),
      authenticate_(std::move(authenticate)),
      report_(std::move(report)) {}

Response Application::answer(Request request) const noexcept {
  try {
    Response response = answered_or_problem(request);
    finish(request, response);
    return response;
  } catch (...) {  // no memory even for a problem
    Response response;
    response.status = 500;
    return response;
  }
}

Response Application::answered_or_problem(Request& request) const {
  const Language language = catalogue::language_of(request.accept_language);
  std::string inside;
  try {
    return routed(request, language);
  } catch (const HttpRefusal& refusal) {
    Response response = problem(refusal.status(), {refusal.message()}, request.path, sentences_,
                                language, refusal.members());
    for (const auto& entry : refusal.headers()) response.headers.push_back(entry);
    return response;
  } catch (const Refusal& refusal) {
    const int status = status_of(refusal, is_read(request));
    if (status == 403 && is_nobody(request.caller)) {
      Response response = problem(401, refusal.messages(), request.path, sentences_, language);
      response.headers.emplace_back("WWW-Authenticate", R"(Bearer realm="Pilah")");
      return response;
    }
    return problem(status, refusal.messages(), request.path, sentences_, language);
  } catch (const std::exception& failure) {
    inside = failure.what();
  } catch (...) {
    inside = "an exception of no known type";
  }
  report_(request.method + ' ' + request.path + ": " + inside);
  return problem(500, {{"http.internal", {}, ""}}, request.path, sentences_, language);
}

Response Application::routed(Request& request, Language language) const {
  if (const auto foreign = refusal_of_guard(request, port_)) {
    return problem(403, {*foreign}, request.path, sentences_, language);
  }
  const auto match = routes_.find(request.method, request.path);
  if (match.route) {
    request.caller = authenticate_(request);
    return match.route->handler(request, match.values);
  }
  if (match.allowed.empty()) {
    throw HttpRefusal(404, {"http.no_such_address", {{"path", request.path}}, ""});
  }
  auto methods = match.allowed;
  methods.emplace_back("OPTIONS");
  std::sort(methods.begin(), methods.end());
  if (request.method == "OPTIONS") {
    Response response;
    response.status = 204;
    response.headers = {{"Allow", joined(methods)}};
    return response;
  }
  throw HttpRefusal(
      405,
      {"http.method_not_allowed", {{"method", request.method}, {"allowed", joined(methods)}}, ""},
      {{"Allow", joined(methods)}});
}

void Application::finish(const Request& request, Response& response) const {
  if (is_read(request) && response.status == 200) {
    if (!header(response, "ETag")) response.headers.emplace_back("ETag", body_tag(response.body));
    if (!header(response, "Cache-Control")) {
      response.headers.emplace_back("Cache-Control", "private, no-cache");
    }
    if (names_tag(request.if_none_match, *header(response, "ETag"))) {
      response.status = 304;
      response.content_type.clear();
      response.body.clear();
    }
  } else if (!header(response, "Cache-Control")) {
    response.headers.emplace_back("Cache-Control", "no-store");
  }
  for (const auto& [name, value] : kSecurityHeaders) {
    if (!header(response, name)) response.headers.emplace_back(name, value);
  }
  compress(response, request.accept_encoding);
}

std::string Application::refusal_bytes(const FramingRefusal& refusal) const {
  // Nothing of the request is sure enough to tell its language.
  Response response =
      problem(refusal.status, {{refusal.kind, {}, ""}}, "", sentences_, Language::kIndonesian);
  std::string bytes = "HTTP/1.1 " + std::to_string(refusal.status) + ' ';
  bytes.append(reason_phrase(refusal.status)).append("\r\n");
  response.headers.emplace_back("Content-Type", response.content_type);
  response.headers.emplace_back("Content-Length", std::to_string(response.body.size()));
  response.headers.emplace_back("Connection", "close");
  for (const auto& [name, value] : kSecurityHeaders) response.headers.emplace_back(name, value);
  for (const auto& [name, value] : response.headers) {
    bytes.append(name).append(": ").append(value).append("\r\n");
  }
  return bytes.append("\r\n").append(response.body);
}

}  // namespace pilah::http
