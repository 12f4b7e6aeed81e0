#include "pilah/http/application.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/compression.hpp"
#include "pilah/http/entity_tag.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/operation/client_address.hpp"
#include "pilah/http/problem.hpp"
#include "pilah/http/tables/table_answer.hpp"

namespace pilah::http {
namespace {

using catalogue::Language;
using catalogue::Refusal;

/// Against being read, framed or sniffed by pages of other origins.
constexpr std::array<std::pair<const char*, const char*>, 5> kSecurityHeaders{{
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
    {"Vary", "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie, Origin"},
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
                         std::uint16_t port, Conduct conduct)
    : routes_(routes),
      sentences_(sentences),
      conduct_(std::move(conduct)),
      names_{port, conduct_.public_addresses},
      others_(conduct_.allowed_origins),
      rates_([this] { return conduct_.steady_microseconds() / 1000; }) {}

Response Application::answer(Request request) const noexcept {
  try {
    const std::int64_t begun = conduct_.steady_microseconds();
    request.id = request_id(request.id, conduct_.new_request_id);
    request.client = client_address(request.peer, conduct_.trusted_proxies, request.x_forwarded_for,
                                    request.forwarded);
    const Route* route = nullptr;
    Response response = answered_or_problem(request, route);
    finish(request, response);
    conduct_.observe({request.id, known_method(request.method), route ? route->pattern : "",
                      response.status, conduct_.steady_microseconds() - begun,
                      response.body.size()});
    return response;
  } catch (...) {  // no memory even for a problem
    Response response;
    response.status = 500;
    return response;
  }
}

Response Application::answered_or_problem(Request& request, const Route*& route) const {
  const Language language = catalogue::language_of(request.accept_language);
  std::string inside;
  try {
    return routed(request, language, route);
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
  // The pattern, not the path: what lies in it may be somebody's.
  conduct_.report(std::string(known_method(request.method)) + ' ' + (route ? route->pattern : "") +
                  " (request " + request.id + "): " + inside);
  return problem(500, {{"http.internal", {}, ""}}, request.path, sentences_, language);
}

Response Application::routed(Request& request, Language language, const Route*& route) const {
  if (const auto foreign = refusal_of_guard(request, names_, others_)) {
    return problem(403, {*foreign}, request.path, sentences_, language);
  }
  const auto match = routes_.find(request.method, request.path);
  route = match.route;
  if (!route) return without_route(request, match.allowed);
  require_rate(request, *route);
  // A page of another site may bring a token that it was given, never a session.
  if (!request.origin.empty() && !is_own_origin(names_, request.origin)) request.cookie.clear();
  request.caller = conduct_.authenticate(request);
  const auto format = route->table ? format_asked(request.accept) : TableFormat::kJson;
  if (format == TableFormat::kJson) return route->handler(request, match.values);
  Request as_json = request;
  as_json.if_none_match = tags_of_json(request.if_none_match);
  return table_answer(route->handler(as_json, match.values), *route->table, format, match.values);
}

/// OPTIONS, or a method that does not lie there.
Response Application::without_route(const Request& request,
                                    std::vector<std::string> methods) const {
  if (methods.empty()) {
    throw HttpRefusal(404, {"http.no_such_address", {{"path", request.path}}, ""});
  }
  methods.emplace_back("OPTIONS");
  std::sort(methods.begin(), methods.end());
  methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
  if (request.method == "OPTIONS") {
    Response response;
    response.status = 204;
    response.headers = {{"Allow", joined(methods)}};
    others_.open_preflight(request, response);
    return response;
  }
  throw HttpRefusal(
      405,
      {"http.method_not_allowed", {{"method", request.method}, {"allowed", joined(methods)}}, ""},
      {{"Allow", joined(methods)}});
}

void Application::require_rate(const Request& request, const Route& route) const {
  if (!route.rate) return;
  const auto wait = rates_.take(route.method + route.pattern, request.client, *route.rate);
  if (wait == 0) return;
  const std::string seconds = std::to_string((wait + 999) / 1000);
  throw HttpRefusal(429, {"http.too_often", {{"seconds", seconds}}, ""},
                    {{"Retry-After", seconds}});
}

void Application::finish(const Request& request, Response& response) const {
  if (is_read(request) && response.status == 200) {
    if (!header(response, "ETag") && !response.stream) {
      response.headers.emplace_back("ETag", body_tag(response.body));
    }
    if (!header(response, "Cache-Control")) {
      response.headers.emplace_back("Cache-Control", "private, no-cache");
    }
    const std::string* tag = header(response, "ETag");
    if (tag && names_tag(request.if_none_match, *tag)) {
      response.status = 304;
      response.content_type.clear();
      response.body.clear();
      response.stream.reset();
    }
  } else if (!header(response, "Cache-Control")) {
    response.headers.emplace_back("Cache-Control", "no-store");
  }
  response.headers.emplace_back("X-Request-Id", request.id);
  others_.open(request, response);
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
  response.headers.emplace_back("X-Request-Id", conduct_.new_request_id());
  for (const auto& [name, value] : kSecurityHeaders) response.headers.emplace_back(name, value);
  for (const auto& [name, value] : response.headers) {
    bytes.append(name).append(": ").append(value).append("\r\n");
  }
  return bytes.append("\r\n").append(response.body);
}

}  // namespace pilah::http
