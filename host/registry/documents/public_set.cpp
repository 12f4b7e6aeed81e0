#include "pilah/registry/documents/public_set.hpp"

#include <map>
#include <string_view>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/documents/history.hpp"
#include "pilah/registry/documents/interventions.hpp"
#include "pilah/registry/documents/round_runs.hpp"
#include "pilah/registry/documents/selection.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

using catalogue::Sentences;

json::value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::array words(const std::set<std::string>& all) {
  json::array list;
  for (const auto& word : all) list.push_back(json::string(word));
  return list;
}

/// Those of the candidates that are public.
json::array named(const PublicSet& set, const std::vector<std::string>& ids) {
  json::array list;
  for (const auto& id : ids) {
    const auto found = set.names.find(id);
    if (found != set.names.end()) {
      list.push_back(json::object{{"id", id}, {"name", found->second}});
    }
  }
  return list;
}

/// Of the candidates that are public, in their order.
json::array placings(const PublicSet& set) {
  std::map<std::string_view, const catalogue::PlacedCandidate*> placed;
  for (const auto& one : set.set.candidates) placed.emplace(one.candidate, &one);
  json::array list;
  for (const auto& candidate : set.selection.result.at("candidates").as_array()) {
    const auto found = placed.find(std::string_view(candidate.at("id").as_string()));
    if (found != placed.end()) list.push_back(catalogue::to_json(*found->second));
  }
  return list;
}

}  // namespace

json::object public_set_document(const PublicSet& set, const Sentences& sentences) {
  const auto& record = set.set;
  const auto& open = set.open;
  json::object document{
      {"id", record.id.text()}, {"region", record.region.text()}, {"name", record.name}};
  if (!record.decree.empty()) document["decree"] = record.decree;
  if (record.adopted_on) document["adopted_on"] = record.adopted_on->text();
  if (record.amendment) {
    const auto& amendment = *record.amendment;
    document["amendment"] = json::object{{"reason", amendment.reason},
                                         {"decree", amendment.decree},
                                         {"left", named(set, amendment.left)},
                                         {"came", named(set, amendment.came)}};
  }
  document["placings"] = placings(set);
  document["shown"] = json::object{{"findings", open.rules},
                                   {"cost", open.budget},
                                   {"duration", open.duration},
                                   {"staff", open.staff},
                                   {"problem", open.problem}};
  document["withheld"] =
      json::object{{"fields", words(open.closed_fields)},
                   {"rules", words(open.missing_rules)},
                   {"candidates", static_cast<std::int64_t>(open.hidden.size())}};
  document["selection"] = tried_document(set.selection, sentences);
  return document;
}

json::object public_interventions_document(const OpenedSet& opened,
                                           const PublicInterventions& interventions) {
  auto document = interventions_document(opened.selection, interventions.told);
  document.erase("selection");
  document["hidden"] = interventions.hidden;
  return document;
}

json::object public_runs_document(const PublicRuns& runs) {
  json::array all;
  for (const auto& run : runs.runs) {
    json::object told{{"at", utc_text(run.at)},
                      {"as_of", run.as_of},
                      {"status", run.status},
                      {"chosen", run.chosen},
                      {"since", nullptr}};
    if (run.since) {
      auto since = run_difference_document(*run.since);
      // Of entries that are not public nobody hears whether they have changed.
      for (const char* key : {"same_inputs", "points"}) since.erase(key);
      since["catalogue"] = since.at("catalogue").at("totals");
      told["since"] = std::move(since);
    }
    all.push_back(std::move(told));
  }
  return {{"round", runs.round},
          {"left_out", static_cast<std::int64_t>(runs.left_out)},
          {"runs", std::move(all)}};
}

json::object tried_publicly_document(const TriedPublicly& tried, const Sentences& sentences) {
  json::array candidates;
  for (const auto& [id, score] : tried.scores) {
    candidates.push_back(
        json::object{{"id", id}, {"score", score}, {"chosen", tried.chosen.at(id)}});
  }
  return {{"status", tried.status},
          {"score", or_null(tried.score)},
          {"cost", or_null(tried.cost)},
          {"optimal_sets", tried.optimal_sets},
          {"candidates", std::move(candidates)},
          {"conflict", with_texts(tried.conflict, sentences)}};
}

}  // namespace pilah::registry
