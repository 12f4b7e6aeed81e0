#include "pilah/registry/ways/changed_problem.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "pilah/selection/problem_document.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

/// No kind of group, so no group of a choice has this name.
constexpr const char* kOnlyOne = "changed";

/// By place in the new order: the present place. The order changes with an owner alone.
std::vector<std::size_t> new_order(const std::vector<Candidate>& changed,
                                   const std::vector<Candidate>& before) {
  std::vector<std::size_t> order(changed.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const bool same = std::equal(
      changed.begin(), changed.end(), before.begin(),
      [](const Candidate& one, const Candidate& other) { return one.owner == other.owner; });
  if (same) return order;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return comes_before(changed[a], changed[b]); });
  return order;
}

template <class List>
void put_in(const std::vector<std::size_t>& order, List& list) {
  if (std::is_sorted(order.begin(), order.end())) return;
  List result;
  result.reserve(list.size());
  for (const auto place : order) result.push_back(std::move(list[place]));
  list = std::move(result);
}

/// At most one of those at `positions` may be in a set.
void let_in_only_one(json::object& document,
                     const std::vector<std::optional<selection::Position>>& positions) {
  auto& candidates = document.at("candidates").as_array();
  bool any = false;
  for (const auto& position : positions) {
    if (!position) continue;
    candidates[*position].at("groups").as_array().push_back(json::string(kOnlyOne));
    any = true;
  }
  if (!any) return;
  if (!document.contains("bounds")) document["bounds"] = json::array();
  document["bounds"].as_array().push_back(json::object{{"group", kOnlyOne}, {"max", 1}});
}

/// The group of that id; a new one that only changed candidates are in.
FoundGroup& group_of(const FoundGroup& found, std::size_t candidates,
                     std::vector<FoundGroup>& groups) {
  const auto known = std::find_if(groups.begin(), groups.end(),
                                  [&](const FoundGroup& one) { return one.id == found.id; });
  if (known != groups.end()) return *known;
  groups.push_back(found);
  groups.back().members.assign(candidates, false);
  return groups.back();
}

std::string changed_id(const std::string& id) { return id + "+"; }

/// Whether another candidate requires it.
bool is_needed(const std::string& id, const json::object& document) {
  const auto* pairs = document.if_contains("requires");
  return pairs &&
         std::any_of(pairs->as_array().begin(), pairs->as_array().end(),
                     [&](const json::value& pair) { return pair.at(1).as_string() == id; });
}

/// Gives `copy` the requires and excludes of `id`, which nobody requires.
void pair_as(const std::string& id, const std::string& copy, json::object& document) {
  for (const char* key : {"requires", "excludes"}) {
    auto* pairs = document.if_contains(key);
    if (!pairs) continue;
    json::array further;
    for (const auto& pair : pairs->as_array()) {
      if (pair.at(0).as_string() == id) further.push_back({copy, pair.at(1)});
      if (pair.at(1).as_string() == id) further.push_back({copy, pair.at(0)});
    }
    for (auto& pair : further) pairs->as_array().push_back(std::move(pair));
  }
}

bool meets_all(const selection::Problem& problem, const std::vector<selection::Position>& set) {
  const auto constraints = selection::constraints_of(problem);
  return std::all_of(constraints.begin(), constraints.end(), [&](const auto& constraint) {
    return selection::holds(problem, constraint, set);
  });
}

}  // namespace

ChangedProblems::ChangedProblems(const Choice& choice)
    : choice_(choice), judged_(judge(choice.candidates, choice.findings, choice.scenario)) {}

std::vector<FoundGroup> ChangedProblems::groups_with(const std::vector<ChangedCandidate>& changed,
                                                     const Findings& findings) const {
  auto groups = choice_.findings.groups;
  for (auto& group : groups) {
    for (const auto& one : changed) group.members[one.place] = false;
  }
  for (const auto& found : findings.groups) {
    for (const auto& one : changed) {
      if (!found.members[one.row]) continue;
      group_of(found, choice_.candidates.size(), groups).members[one.place] = true;
    }
  }
  return groups;
}

std::optional<ChangedProblem> ChangedProblems::with(const std::vector<ChangedCandidate>& changed,
                                                    const Findings& findings) const {
  auto candidates = choice_.candidates;
  auto judged = judged_;
  for (const auto& one : changed) {
    candidates[one.place] = *one.candidate;
    judged[one.place] = *one.judged;
  }
  Findings grouped;
  grouped.groups = groups_with(changed, findings);
  const auto order = new_order(candidates, choice_.candidates);
  put_in(order, candidates);
  put_in(order, judged);
  for (auto& group : grouped.groups) put_in(order, group.members);
  auto made =
      problem_of(choice_.view, choice_.scenario, candidates, grouped, judged, choice_.words);
  std::vector<std::optional<selection::Position>> positions;
  for (const auto& one : changed) {
    const auto place =
        static_cast<std::size_t>(std::find(order.begin(), order.end(), one.place) - order.begin());
    // In the order of the candidates.
    const auto at = std::lower_bound(made.candidates.begin(), made.candidates.end(), place);
    const bool there = at != made.candidates.end() && *at == place;
    positions.push_back(
        there ? std::optional(static_cast<selection::Position>(at - made.candidates.begin()))
              : std::nullopt);
  }
  return read(std::move(made.document), std::move(positions));
}

std::optional<ChangedProblem> ChangedProblems::beside(const std::vector<ChangedCandidate>& changed,
                                                      const Findings& findings) const {
  std::map<std::string, std::size_t> changed_by_id;
  for (std::size_t i = 0; i < changed.size(); ++i) {
    changed_by_id[choice_.candidates[changed[i].place].id] = i;
  }
  auto document = choice_.problem.document;
  json::array candidates;
  json::array excludes;
  std::vector<std::optional<selection::Position>> positions(changed.size());
  for (const auto& candidate : document.at("candidates").as_array()) {
    candidates.push_back(candidate);
    const auto at = changed_by_id.find(std::string(candidate.at("id").as_string()));
    if (at == changed_by_id.end()) continue;
    const auto& one = changed[at->second];
    const bool same_owner = one.candidate->owner == choice_.candidates[one.place].owner;
    if (!same_owner || is_needed(at->first, document)) continue;
    auto copy =
        as_in_problem(*one.candidate, one.judged->score, choice_.scenario, findings, one.row);
    copy["id"] = changed_id(at->first);
    excludes.push_back({at->first, changed_id(at->first)});
    positions[at->second] = static_cast<selection::Position>(candidates.size());
    candidates.push_back(std::move(copy));
  }
  document["candidates"] = std::move(candidates);
  for (const auto& [id, i] : changed_by_id) {
    if (positions[i]) pair_as(id, changed_id(id), document);
  }
  auto& all = *document.emplace("excludes", json::array()).first;
  for (auto& pair : excludes) all.value().as_array().push_back(std::move(pair));
  return read(std::move(document), std::move(positions));
}

std::optional<ChangedProblem> ChangedProblems::read(
    json::object document, std::vector<std::optional<selection::Position>> positions) const {
  let_in_only_one(document, positions);
  auto read = selection::read_problem(json::serialize(document));
  auto* problem = std::get_if<selection::Problem>(&read);
  if (!problem) return std::nullopt;
  ChangedProblem changed{std::move(*problem), std::move(positions), std::nullopt};
  std::vector<selection::Position> chosen;
  for (const auto position : choice_.answer.best.front().positions) {
    const auto there = changed.problem.ids().find(choice_.solved.id(position));
    if (!there) return std::nullopt;
    chosen.push_back(*there);
  }
  std::sort(chosen.begin(), chosen.end());
  if (meets_all(changed.problem, chosen)) {
    changed.without = selection::chosen_set(changed.problem, std::move(chosen));
  }
  return changed;
}

}  // namespace pilah::registry
