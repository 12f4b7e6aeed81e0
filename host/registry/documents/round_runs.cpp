#include "pilah/registry/documents/round_runs.hpp"

#include <boost/json.hpp>

#include "pilah/registry/documents/history.hpp"
#include "pilah/registry/documents/round.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

json::value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::array candidates_of(const std::vector<RunCandidate>& candidates) {
  json::array all;
  for (const auto& one : candidates) {
    all.push_back(json::object{{"id", one.id}, {"name", one.name}});
  }
  return all;
}

}  // namespace

json::object run_difference_document(const RunDifference& since) {
  json::array scenario;
  for (const auto& one : since.scenario) {
    scenario.push_back(
        json::object{{"part", one.part}, {"before", one.before}, {"after", one.after}});
  }
  json::array plugins;
  for (const auto& one : since.plugins) {
    plugins.push_back(json::object{{"id", one.id},
                                   {"before", one.before},
                                   {"after", one.after},
                                   {"other_build", one.other_build}});
  }
  auto catalogue = comparison_document(since.catalogue);
  catalogue.erase("from");
  catalogue.erase("to");
  return {{"same_inputs", since.same_inputs()},  {"scenario", std::move(scenario)},
          {"plugins", std::move(plugins)},       {"catalogue", std::move(catalogue)},
          {"other_day", since.other_day},        {"enter", candidates_of(since.enter)},
          {"leave", candidates_of(since.leave)}, {"points", or_null(since.points)}};
}

json::object round_runs_document(const RoundRuns& runs) {
  json::array all;
  for (const auto& run : runs.runs) {
    json::object told{{"selection", run.selection.text()},
                      {"name", run.name},
                      {"revision", run.revision},
                      {"at", utc_text(run.at)},
                      {"by", run.by},
                      {"as_of", run.as_of},
                      {"catalogue_revision", run.catalogue_revision},
                      {"status", run.status},
                      {"score", or_null(run.score)},
                      {"chosen", json::value_from(run.chosen)},
                      {"since", nullptr}};
    if (run.since) told["since"] = run_difference_document(*run.since);
    all.push_back(std::move(told));
  }
  return {{"round", runs.id.text()},
          {"name", runs.round},
          {"left_out", static_cast<std::int64_t>(runs.left_out)},
          {"runs", std::move(all)}};
}

}  // namespace pilah::registry
