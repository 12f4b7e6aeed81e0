#include "pilah/registry/choice/selections.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using catalogue::SelectionId;
using registry::Environment;
using registry::SelectionEntry;

/// What a list shows of a selection; its problem and its candidates are long.
boost::json::object summary(const SelectionEntry& entry) {
  const auto& selection = entry.selection;
  boost::json::object document{{"id", selection.id.text()},
                               {"name", selection.name},
                               {"catalogue_revision", selection.catalogue_revision},
                               {"as_of", selection.as_of},
                               {"revision", entry.revision}};
  for (const char* key : {"status", "selected", "score", "bound"}) {
    if (const auto* value = selection.result.if_contains(key)) document[key] = *value;
  }
  return document;
}

boost::json::object whole(const SelectionEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.selection).as_object());
  document["revision"] = entry.revision;
  return document;
}

Response list(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::array selections;
  for (const auto& entry : registry::selections(environment, region)) {
    selections.push_back(summary(entry));
  }
  return json_response(200, {{"selections", std::move(selections)}});
}

/// The scenario that the document is, or that it names: {"scenario": NAME}.
boost::json::object scenario_of(const Environment& environment, const catalogue::RegionCode& region,
                                boost::json::object document) {
  const auto* named = document.if_contains("scenario");
  if (!named) return document;
  if (named->is_object()) return named->get_object();
  if (!named->is_string() || document.size() > (document.contains("as_of") ? 2U : 1U)) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"http.selection_malformed", {}, "/scenario"});
  }
  const std::string name(named->get_string());
  for (auto& scenario : registry::scenarios(environment, region)) {
    if (scenario.name == name) return std::move(scenario.document);
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"http.no_such_scenario", {{"name", name}}, "/scenario"});
}

Response create(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  auto document = document_of(request, DocumentKind::kWhole);
  std::string as_of;
  if (const auto* given = document.contains("scenario") ? document.if_contains("as_of") : nullptr) {
    if (!given->is_string()) {
      throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                               catalogue::Message{"http.selection_malformed", {}, "/as_of"});
    }
    as_of = given->get_string();
  }
  const auto scenario = scenario_of(environment, region, std::move(document));
  const auto entry = registry::select(environment, caller(), region, scenario, as_of);
  return created("/api/v1/regions/" + region.text() + "/selections/" + entry.selection.id.text(),
                 whole(entry));
}

SelectionEntry selection_of_path(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<SelectionId>(values[1], "http.no_such_selection");
  return registry::selection(environment, region, id);
}

const boost::json::array& candidates_of(const SelectionEntry& entry) {
  static const boost::json::array kNone;
  const auto* candidates = entry.selection.result.if_contains("candidates");
  return candidates && candidates->is_array() ? candidates->get_array() : kNone;
}

Response reasons(const Environment& environment, const PathValues& values) {
  const auto entry = selection_of_path(environment, values);
  boost::json::object document{{"selection", entry.selection.id.text()},
                               {"candidates", candidates_of(entry)}};
  if (const auto* conflict = entry.selection.result.if_contains("conflict")) {
    document["conflict"] = *conflict;
  }
  return json_response(200, document);
}

Response candidate(const Environment& environment, const PathValues& values) {
  const auto entry = selection_of_path(environment, values);
  for (const auto& each : candidates_of(entry)) {
    const auto* object = each.if_object();
    const auto* id = object ? object->if_contains("id") : nullptr;
    if (id && id->is_string() && id->get_string() == values[2]) return json_response(200, each);
  }
  throw HttpRefusal(404, {"http.no_such_candidate", {{"id", values[2]}}, ""});
}

}  // namespace

void add_selections(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/selections",
             [&environment](const Request&, const PathValues& values) {
               return list(environment, values);
             }});
  Route creation{"POST", "/api/v1/regions/{code}/selections",
                 [&environment](const Request& request, const PathValues& values) {
                   return create(environment, request, values);
                 }};
  creation.lane = Lane::kLong;  // rules run in their sandboxes, then the solver
  table.add(std::move(creation));
  table.add({"GET", "/api/v1/regions/{code}/selections/{id}",
             [&environment](const Request&, const PathValues& values) {
               return json_response(200, whole(selection_of_path(environment, values)));
             }});
  table.add({"GET", "/api/v1/regions/{code}/selections/{id}/reasons",
             [&environment](const Request&, const PathValues& values) {
               return reasons(environment, values);
             }});
  table.add({"GET", "/api/v1/regions/{code}/selections/{id}/candidates/{candidate}",
             [&environment](const Request&, const PathValues& values) {
               return candidate(environment, values);
             }});
}

}  // namespace pilah::http
