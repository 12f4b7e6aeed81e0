#include "pilah/http/description/openapi.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include <boost/json.hpp>

#include "pilah/http/description/schemas.hpp"
#include "pilah/http/problem.hpp"
#include "pilah/http/tables/table_form.hpp"

namespace pilah::http {
namespace {

namespace json = boost::json;

using catalogue::Language;
using catalogue::Sentences;

/// "{code}" of "/api/v1/regions/{code}".
std::vector<std::string> places_of(const std::string& pattern) {
  std::vector<std::string> places;
  for (std::size_t open = pattern.find('{'); open != std::string::npos;
       open = pattern.find('{', open + 1)) {
    places.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
  }
  return places;
}

bool is_read(const Route& route) { return route.method == "GET"; }
bool is_patch(const Route& route) { return route.method == "PATCH"; }
/// If-Match must come with it.
bool is_from_revision(const Route& route) { return is_patch(route) || route.about->from_revision; }
/// If-Match may come with it.
bool takes_revision(const Route& route) {
  return is_from_revision(route) || route.about->from_revision_if_any;
}

/// Such a request may be sent again under the same key (resources/idempotency.hpp).
bool makes_something(const Route& route) {
  return route.method == "POST" && route.about->answers.front().status == 201;
}

/// A plain text or page is no resource: it carries no revision.
bool is_resource(const Route& route) { return !route.about->answers.front().schema.empty(); }

/// Builds the description of one route after the other.
class Describer {
 public:
  Describer(const Sentences& sentences, Language language)
      : sentences_(sentences), language_(language), components_(schemas()) {}

  json::object described(const Route& route) const {
    const Operation& about = *route.about;
    json::object one{{"operationId", about.id},
                     {"tags", {about.group}},
                     {"summary", summary(about)},
                     {"parameters", parameters(route)}};
    if (!about.takes.empty()) one["requestBody"] = body(route);
    if (about.takes_file) one["requestBody"] = file();
    one["responses"] = responses(route);
    // Without any, with a session's cookie, or with a token.
    json::array security{json::object{{"token", json::array{}}},
                         json::object{{"session", json::array{}}}};
    if (about.access == Access::kOpen) security.insert(security.begin(), json::object{});
    one["security"] = std::move(security);
    return one;
  }

  std::string say(const std::string& kind) const {
    return sentences_.say({kind, {}, ""}, language_);
  }
  json::object take_components() { return std::move(components_); }

 private:
  std::string summary(const Operation& about) const {
    return about.list_of.empty() ? say("api." + about.id) : say("api." + about.list_of) + " (CSV)";
  }

  json::object parameter(const Route& route, const std::string& in, const std::string& name,
                         schema::Schema described) const {
    return {{"name", name},
            {"in", in},
            {"required", in == "path"},
            {"description", say(parameter_kind(sentences_, route.about->id, name))},
            {"schema", std::move(described)}};
  }

  json::array parameters(const Route& route) const {
    json::array all;
    for (const auto& place : places_of(route.pattern)) {
      const bool is_region = place == "code";
      const bool is_id = place == "id";
      all.push_back(parameter(route, "path", place,
                              is_region ? schema::region_code()
                              : is_id   ? schema::uuid()
                                        : schema::text(place)));
    }
    for (const auto& query : route.about->query) {
      auto one = parameter(route, "query", query.name,
                           query.repeats ? schema::list(query.schema) : query.schema);
      if (query.repeats) {  // ?a=1,2 as well as ?a=1&a=2
        one["style"] = "form";
        one["explode"] = false;
      }
      all.push_back(std::move(one));
    }
    all.push_back(parameter(route, "header", "Accept-Language", schema::text("en")));
    if (route.about->answers.front().media_type == "text/event-stream") {
      all.push_back(parameter(route, "header", "Last-Event-ID", schema::text("57")));
    }
    if (route.table) {
      all.push_back(parameter(route, "header", "Accept", schema::text("text/csv")));
    }
    if (is_read(route) && is_resource(route)) {
      all.push_back(parameter(route, "header", "If-None-Match", schema::text("\"57\"")));
    }
    if (makes_something(route)) {
      all.push_back(parameter(route, "header", "Idempotency-Key", schema::text("5b1f")));
    }
    if (takes_revision(route)) {
      all.push_back(parameter(route, "header", "If-Match", schema::text("\"57\"")));
      all.back().as_object()["required"] = is_from_revision(route);
    }
    return all;
  }

  json::object content(const std::string& media_type, const std::string& name) const {
    if (name.empty()) {
      return {{media_type, {{"schema", {{"type", "string"}}}}}};
    }
    const auto schema = schema::named(name);
    return {
        {media_type, {{"schema", schema}, {"example", schema::example_of(schema, components_)}}}};
  }

  json::object body(const Route& route) const {
    json::object media = content("application/json", route.about->takes);
    if (is_patch(route)) {
      media["application/merge-patch+json"] = media.at("application/json");
    }
    return {{"required", true}, {"content", std::move(media)}};
  }

  static json::object file() {
    return {
        {"required", true},
        {"content",
         {{"application/octet-stream", {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
  }

  json::object header(const char* name, schema::Schema described) const {
    return {{"description", say("api.header." + std::string(name))},
            {"schema", std::move(described)}};
  }

  json::object responses(const Route& route) const {
    json::object all;
    for (const auto& answer : route.about->answers) {
      json::object one{{"description", say("api.answer." + std::to_string(answer.status))}};
      if (!answer.media_type.empty()) one["content"] = content(answer.media_type, answer.schema);
      json::object headers;
      if (is_read(route) && is_resource(route)) {
        headers["ETag"] = header("ETag", schema::text("\"57\""));
      }
      if (answer.status == 201) headers["Location"] = header("Location", schema::text("/api/v1"));
      if (!headers.empty()) one["headers"] = std::move(headers);
      auto& place = all[std::to_string(answer.status)];
      if (place.is_object()) {  // another form of the same answer
        for (auto& [media, described] : one.at("content").as_object()) {
          place.as_object()["content"].as_object()[media] = std::move(described);
        }
      } else {
        place = std::move(one);
      }
    }
    if (route.table) {
      auto& forms = all.at("200").as_object().at("content").as_object();
      for (const char* media_type : {"text/csv", "application/x-ndjson"}) {
        forms[media_type] = content(media_type, "").at(media_type);
      }
      // What its columns are; a tool that does not know the word passes it over.
      forms.at("text/csv").as_object()["x-row"] = schema::named(route.table->row_schema);
    }
    if (is_read(route)) all["304"] = {{"description", say("api.answer.304")}};
    for (const int status : refusals_of(route)) {
      auto& place = all[std::to_string(status)];
      if (!place.is_object()) {
        place = json::object{{"description", say(title_kind(status))}, {"content", json::object{}}};
      }
      place.as_object().at("content").as_object()["application/problem+json"] = {
          {"schema", schema::named("Problem")}};
    }
    return all;
  }

  const Sentences& sentences_;
  const Language language_;
  json::object components_;
};

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

std::string parameter_kind(const Sentences& sentences, const std::string& operation,
                           const std::string& name) {
  const std::string own = "api.parameter." + operation + "." + name;
  return sentences.knows(own) ? own : "api.parameter." + name;
}

std::vector<int> refusals_of(const Route& route) {
  // Any request: not readable, a token that has ended, refused by the guard or by rights,
  // failed inside, too much.
  std::set<int> statuses{400, 401, 403, 500, 503};
  if (!places_of(route.pattern).empty()) statuses.insert(404);
  if (!is_read(route)) statuses.insert({409, 413, 422});
  if (!route.about->takes.empty()) statuses.insert(415);
  if (takes_revision(route)) statuses.insert({412, 428});
  statuses.insert(route.about->refusals.begin(), route.about->refusals.end());
  return {statuses.begin(), statuses.end()};
}

json::object openapi(const RouteTable& table, const Sentences& sentences, Language language) {
  Describer describer(sentences, language);
  json::object paths;
  std::set<std::string> groups;
  for (const auto& route : table.routes()) {
    if (!route.about) continue;
    auto& path = paths[route.pattern];
    if (!path.is_object()) path = json::object{};
    path.as_object()[lower_case(route.method)] = describer.described(route);
    groups.insert(route.about->group);
  }
  json::array tags;
  for (const auto& group : groups) {
    tags.push_back({{"name", group}, {"description", describer.say("api.group." + group)}});
  }
  json::object document{{"openapi", "3.1.0"},
                        {"info",
                         {{"title", "Pilah"},
                          {"version", "1"},
                          {"summary", describer.say("api.summary")},
                          {"description", describer.say("api.description")},
                          {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
                        {"servers", json::array{json::object{{"url", "/"}}}},
                        {"tags", std::move(tags)},
                        {"paths", std::move(paths)}};
  document["components"] = {{"schemas", describer.take_components()},
                            {"securitySchemes",
                             {{"token",
                               {{"type", "http"},
                                {"scheme", "bearer"},
                                {"description", describer.say("api.security.token")}}},
                              {"session",
                               {{"type", "apiKey"},
                                {"in", "cookie"},
                                {"name", "pilah_session"},
                                {"description", describer.say("api.security.session")}}}}}};
  return document;
}

}  // namespace pilah::http
