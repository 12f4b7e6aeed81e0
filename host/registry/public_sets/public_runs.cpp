#include "pilah/registry/public_sets/public_runs.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <boost/json.hpp>

#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::RoundId;

/// Says once of each candidate whether it is public: runs name the same ones again.
class PublicCandidates {
 public:
  PublicCandidates(store::Reader& reader, const OpenedSet& opened)
      : reader_(reader), opened_(opened) {}

  bool has(const std::string& id) {
    const auto known = known_.find(id);
    if (known != known_.end()) return known->second;
    const bool is_public =
        is_public_candidate(reader_, opened_.selection.region, opened_.open.published, id);
    return known_.emplace(id, is_public).first->second;
  }

 private:
  store::Reader& reader_;
  const OpenedSet& opened_;
  std::map<std::string, bool> known_;
};

/// The candidate that a part of a scenario forces ("/include/ID/reason"); nothing: none.
std::optional<std::string> forced_by(std::string_view part) {
  for (const std::string_view list : {"/include/", "/exclude/"}) {
    if (!part.starts_with(list)) continue;
    part.remove_prefix(list.size());
    return std::string(part.substr(0, part.find('/')));
  }
  return std::nullopt;
}

void redact(RunDifference& since, PublicCandidates& candidates) {
  const auto is_hidden = [&](const RunCandidate& one) { return !candidates.has(one.id); };
  std::erase_if(since.enter, is_hidden);
  std::erase_if(since.leave, is_hidden);
  std::erase_if(since.scenario, [&](const ScenarioDifference& one) {
    const auto forced = forced_by(one.part);
    return one.part == "/include" || one.part == "/exclude" || (forced && !candidates.has(*forced));
  });
  since.catalogue.differences.clear();
  since.points.reset();
}

}  // namespace

PublicRuns public_runs(const Environment& environment, const OpenedSet& opened) {
  PublicRuns shown;
  const auto& selection = opened.selection;
  const auto* named = selection.scenario.if_contains("round");
  const auto round = named ? RoundId::parse(named->as_string()) : std::nullopt;
  if (!round) return shown;
  environment.store.read([&](store::Reader& reader) {
    shown = {};
    auto told = runs_seen(reader, Caller::anonymous(), selection.region, *round);
    shown.round = told.round;
    shown.left_out = told.left_out;
    const auto adopted = std::ranges::find(told.runs, selection.id, &RoundRun::selection);
    if (adopted == told.runs.end()) return;
    told.runs.erase(adopted + 1, told.runs.end());
    PublicCandidates candidates(reader, opened);
    for (auto& run : told.runs) {
      if (run.since) redact(*run.since, candidates);
      shown.runs.push_back({run.at, std::move(run.as_of), std::move(run.status),
                            static_cast<std::int64_t>(run.chosen.size()), std::move(run.since)});
    }
  });
  return shown;
}

}  // namespace pilah::registry
