// What may run on the host, and which of it a region uses.
#include "pilah/registry/documents/plugins.hpp"

#include <memory>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/one_at_a_time.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/plugins/plugin_checks.hpp"

namespace pilah::http {
namespace {

using catalogue::Sentences;
using registry::Environment;

struct Enabled {
  bool enabled = false;
  static void fields(auto& self, auto&& visit) { visit("enabled", self.enabled); }
};

struct KeyName {
  std::string name;
  static void fields(auto& self, auto&& visit) { visit("name", self.name); }
};

Response nothing() {
  Response response;
  response.status = 204;
  return response;
}

Response list(const Environment& environment, const Sentences& sentences, const Request& request,
              const PathValues&) {
  const auto language = catalogue::language_of(request.accept_language);
  boost::json::array plugins, unusable;
  for (const auto& plugin : registry::plugins(environment, request.caller)) {
    plugins.push_back(registry::plugin_document(plugin, sentences, language));
  }
  for (const auto& message : registry::unusable_plugins(environment, request.caller)) {
    unusable.push_back({{"kind", message.kind}, {"text", sentences.say(message, language)}});
  }
  return json_response(200, {{"plugins", std::move(plugins)}, {"unusable", std::move(unusable)}});
}

Response install(const Environment& environment, const Sentences& sentences, const Request& request,
                 const PathValues&) {
  const Query query(request, {"file_name"});
  BodyPieces body(request);
  const auto plugin = registry::install_sent_plugin(environment, request.caller,
                                                    query.one("file_name").value_or("-"),
                                                    [&body] { return body.next(); });
  return json_response(200,
                       registry::plugin_document(plugin, sentences,
                                                 catalogue::language_of(request.accept_language)));
}

Response remove(const Environment& environment, const Sentences&, const Request& request,
                const PathValues& values) {
  registry::remove_plugin(environment, request.caller, values[0], values[1]);
  return nothing();
}

Response keys(const Environment& environment, const Sentences&, const Request& request,
              const PathValues&) {
  boost::json::array list;
  for (const auto& key : registry::trusted_keys(environment, request.caller)) {
    list.push_back(registry::trusted_key_document(key));
  }
  return json_response(200, {{"keys", std::move(list)}});
}

Response trust(const Environment& environment, const Sentences&, const Request& request,
               const PathValues& values) {
  const auto body = catalogue::from_json<KeyName>(document_of(request, DocumentKind::kWhole));
  registry::trust_key(environment, request.caller, values[0], body.name);
  return nothing();
}

Response revoke(const Environment& environment, const Sentences&, const Request& request,
                const PathValues& values) {
  registry::revoke_key(environment, request.caller, values[0]);
  return nothing();
}

/// A check takes a while and most of a processor: one at a time.
auto checks() {
  return [under_way = std::make_shared<OneAtATime>()](
             const Environment& environment, const Sentences& sentences, const Request& request,
             const PathValues& values) {
    registry::require(request.caller, registry::Deed::kAdministerHost, {});
    const auto turn = under_way->take();
    if (!turn) throw HttpRefusal(503, {"http.check_under_way", {}, ""});
    const auto check =
        registry::check_installed_plugin(environment, request.caller, values[0], values[1]);
    return json_response(
        200, registry::plugin_check_document(check, sentences,
                                             catalogue::language_of(request.accept_language)));
  };
}

Response list_of_region(const Environment& environment, const Sentences& sentences,
                        const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::array plugins;
  for (const auto& plugin : registry::region_plugins(environment, request.caller, region)) {
    plugins.push_back(registry::region_plugin_summary(
        plugin, sentences, catalogue::language_of(request.accept_language)));
  }
  return json_response(200, {{"plugins", std::move(plugins)}});
}

Response one_of_region(const Environment& environment, const Sentences& sentences,
                       const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto plugin = registry::region_plugin(environment, request.caller, region, values[1]);
  return json_response(
      200, registry::region_plugin_document(plugin, sentences,
                                            catalogue::language_of(request.accept_language)));
}

Response enable(const Environment& environment, const Sentences& sentences, const Request& request,
                const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto body = catalogue::from_json<Enabled>(document_of(request, DocumentKind::kWhole));
  registry::enable_plugin(environment, request.caller, region, values[1], body.enabled);
  return one_of_region(environment, sentences, request, values);
}

}  // namespace

void add_plugins(RouteTable& table, const Environment& environment, const Sentences& sentences) {
  const auto route = [&](const char* method, const std::string& place, auto handler) {
    return Route{
        method, "/api/v1" + place,
        [&environment, &sentences, handler](const Request& request, const PathValues& values) {
          return handler(environment, sentences, request, values);
        }};
  };
  table.add(route("GET", "/plugins", list));
  Route installation = route("POST", "/plugins", install);
  installation.lane = Lane::kLong;  // it is loaded once in its sandbox
  installation.max_body = registry::kLargestPackage;
  table.add(std::move(installation));
  table.add(route("DELETE", "/plugins/{plugin}/versions/{version}", remove));
  Route check = route("POST", "/plugins/{plugin}/versions/{version}/check", checks());
  check.lane = Lane::kLong;  // many runs, each in its sandbox
  table.add(std::move(check));
  table.add(route("GET", "/plugin-keys", keys));
  table.add(route("PUT", "/plugin-keys/{key}", trust));
  table.add(route("DELETE", "/plugin-keys/{key}", revoke));
  table.add(route("GET", "/regions/{code}/plugins", list_of_region));
  table.add(route("GET", "/regions/{code}/plugins/{plugin}", one_of_region));
  table.add(route("PUT", "/regions/{code}/plugins/{plugin}", enable));
}

}  // namespace pilah::http
