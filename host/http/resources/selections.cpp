#include "pilah/registry/choice/selections.hpp"

#include <boost/json.hpp>

#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/choice/adopted_selections.hpp"
#include "pilah/registry/documents/selection.hpp"

namespace pilah::http {
namespace {

using catalogue::SelectionId;
using catalogue::Sentences;
using registry::Environment;

Response list(const Environment& environment, const Sentences& sentences, const Request& request,
              const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::array selections;
  for (const auto& entry : registry::shown_selections(environment, request.caller, region)) {
    selections.push_back(registry::selection_summary_document(entry, sentences));
  }
  return json_response(200, {{"selections", std::move(selections)}});
}

/// A text of {"scenario", "as_of", "round"}; empty: it is not given.
std::string text_of(const boost::json::object& document, const char* key) {
  const auto* given = document.contains("scenario") ? document.if_contains(key) : nullptr;
  if (!given) return {};
  if (given->is_string()) return std::string(given->get_string());
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"http.selection_malformed", {}, std::string("/") + key});
}

/// The scenario that the document is, or that it names: {"scenario": NAME}.
boost::json::object scenario_of(const Environment& environment, const registry::Caller& caller,
                                const catalogue::RegionCode& region, boost::json::object document) {
  const auto* named = document.if_contains("scenario");
  if (!named) return document;
  if (named->is_object()) return named->get_object();
  const std::size_t beside =
      (document.contains("as_of") ? 1U : 0U) + (document.contains("round") ? 1U : 0U);
  if (!named->is_string() || document.size() > 1 + beside) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"http.selection_malformed", {}, "/scenario"});
  }
  const std::string name(named->get_string());
  for (auto& scenario : registry::scenarios(environment, caller, region)) {
    if (scenario.name == name) return std::move(scenario.document);
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"http.no_such_scenario", {{"name", name}}, "/scenario"});
}

/// What a request wants chosen.
struct Wanted {
  catalogue::RegionCode region;
  boost::json::object scenario;
  std::string as_of;
};

Wanted wanted_by(const Environment& environment, const registry::Caller& by, const Request& request,
                 const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  auto document = document_of(request, DocumentKind::kWhole);
  std::string as_of = text_of(document, "as_of");
  const std::string round = text_of(document, "round");
  auto scenario = scenario_of(environment, by, region, std::move(document));
  if (!round.empty()) scenario["round"] = round;
  return {region, std::move(scenario), std::move(as_of)};
}

Response try_out(const Environment& environment, const Sentences& sentences, const Request& request,
                 const PathValues& values) {
  const auto [region, scenario, as_of] = wanted_by(environment, request.caller, request, values);
  const auto tried = registry::tried(environment, request.caller, region, scenario, as_of);
  return json_response(200, registry::tried_document(tried, sentences));
}

Response create(const Environment& environment, const Sentences& sentences,
                const registry::Caller& by, const Request& request, const PathValues& values) {
  const auto [region, scenario, as_of] = wanted_by(environment, by, request, values);
  const auto entry = registry::select(environment, by, region, scenario, as_of);
  return created("/api/v1/regions/" + region.text() + "/selections/" + entry.selection.id.text(),
                 registry::selection_document(entry, sentences));
}

boost::json::object document_of_path(const Environment& environment, const Sentences& sentences,
                                     const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<SelectionId>(values[1], "http.no_such_selection");
  return registry::selection_document(
      registry::shown_selection(environment, request.caller, region, id), sentences);
}

/// All that tells why: without the scenario and the problem.
Response reasons(const Environment& environment, const Sentences& sentences, const Request& request,
                 const PathValues& values) {
  auto whole = document_of_path(environment, sentences, request, values);
  boost::json::object document;
  for (const char* key :
       {"id", "status", "selected", "conflict", "binding", "notes", "candidates"}) {
    if (auto* value = whole.if_contains(key)) document[key] = std::move(*value);
  }
  return json_response(200, document);
}

Response candidate(const Environment& environment, const Sentences& sentences,
                   const Request& request, const PathValues& values) {
  const auto whole = document_of_path(environment, sentences, request, values);
  for (const auto& each : whole.at("candidates").as_array()) {
    if (each.at("id").as_string() == values[2]) return json_response(200, each);
  }
  throw HttpRefusal(404, {"http.no_such_candidate", {{"id", values[2]}}, ""});
}

Response unverified_claims(const Environment& environment, const Request& request,
                           const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<SelectionId>(values[1], "http.no_such_selection");
  const auto entry = registry::shown_selection(environment, request.caller, region, id);
  return json_response(200, {{"claims", registry::unverified_claims(entry)}});
}

}  // namespace

void add_selections(RouteTable& table, const Environment& environment, const Sentences& sentences) {
  const std::string all = "/api/v1/regions/{code}/selections";
  table.add(
      {"GET", all, [&environment, &sentences](const Request& request, const PathValues& values) {
         return list(environment, sentences, request, values);
       }});
  Route creation{"POST", all,
                 once(environment,
                      [&environment, &sentences](const registry::Caller& by, const Request& request,
                                                 const PathValues& values) {
                        return create(environment, sentences, by, request, values);
                      })};
  creation.lane = Lane::kLong;  // rules run in their sandboxes, then the solver
  table.add(std::move(creation));
  Route trial{"POST", all + "/tried",
              [&environment, &sentences](const Request& request, const PathValues& values) {
                return try_out(environment, sentences, request, values);
              }};
  trial.lane = Lane::kLong;    // at first the rules run, as above
  trial.rate = Rate{100, 50};  // as fast as a hand moves a slider
  table.add(std::move(trial));
  table.add({"GET", all + "/{id}",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               return json_response(200, document_of_path(environment, sentences, request, values));
             }});
  table.add({"GET", all + "/{id}/reasons",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               return reasons(environment, sentences, request, values);
             }});
  table.add({"GET", all + "/{id}/claims",
             [&environment](const Request& request, const PathValues& values) {
               return unverified_claims(environment, request, values);
             }});
  table.add({"GET", all + "/{id}/candidates/{candidate}",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               return candidate(environment, sentences, request, values);
             }});
}

}  // namespace pilah::http
