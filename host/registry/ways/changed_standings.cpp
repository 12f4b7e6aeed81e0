#include "pilah/registry/ways/changed_standings.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "pilah/selection/problem_document.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

constexpr std::uint64_t kWorkOfOne = 200'000;
constexpr std::uint64_t kWorkOfAll = 4'000'000;

selection::SolveOptions bounded() {
  selection::SolveOptions options;
  options.work_limit = kWorkOfOne;
  return options;
}

/// The problem without what it demands of areas, in which every set is allowed that is
/// in it whatever areas its members have.
std::optional<selection::Problem> without_area_constraints(json::object document) {
  for (const auto& [list, member] : {std::pair{"bounds", "group"}, {"coverage", "groups"}}) {
    auto* constraints = document.if_contains(list);
    if (!constraints) continue;
    json::array kept;
    for (const auto& one : constraints->as_array()) {
      if (group_prefix(std::string_view(one.at(member).as_string())) != "area") {
        kept.push_back(one);
      }
    }
    *constraints = std::move(kept);
  }
  auto read = selection::read_problem(json::serialize(document));
  auto* problem = std::get_if<selection::Problem>(&read);
  return problem ? std::optional(std::move(*problem)) : std::nullopt;
}

}  // namespace

ChangedStandings::ChangedStandings(const Choice& choice, const Questions& questions,
                                   const Findings& findings)
    : choice_(choice), questions_(questions), findings_(findings), changed_(choice) {}

void ChangedStandings::solve_together(const std::vector<std::size_t>& rows) {
  if (rows.empty()) return;
  auto solved = solve(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (solved[i].found) together_.emplace(question(rows[i]).place, std::move(solved[i]));
  }
}

void ChangedStandings::begin(std::size_t place, const selection::Reason* reason) {
  place_ = place;
  eligible_ = reason != nullptr;
  as_it_is_ = with_groups(stand_of(choice_.candidates[place], choice_.scenario),
                          choice_.findings.groups, place);
  most_with_any_areas_.reset();
  solved_.clear();
  if (reason) {
    // The choice outlives this: the pointer owns nothing.
    const std::shared_ptr<const selection::Problem> problem(std::shared_ptr<void>(),
                                                            &choice_.solved);
    solved_.push_back(
        {as_it_is_, ChangedStanding{selection::standing_of(choice_.solved,
                                                           choice_.answer.best.front(), *reason),
                                    choice_.judged[place].score, problem}});
  } else if (const auto at = together_.find(place); at != together_.end()) {
    solved_.push_back(at->second);
  }
}

const ChangedStanding* ChangedStandings::with(std::size_t row) {
  const auto found = [](const Solved& solved) { return solved.found ? &*solved.found : nullptr; };
  const auto stand = with_groups(question(row).stand, findings_.groups, row);
  for (const auto& one : solved_) {
    if (one.stand == stand) return found(one);
  }
  if (cannot_join(row, stand)) return nullptr;
  const std::size_t size = choice_.candidates.size();
  if (solved_again_ < kMostSolvedAgain && size <= kMostCandidatesSolvedAgain - looked_at_) {
    ++solved_again_;
    looked_at_ += size;
    solved_.push_back(std::move(solve({row}).front()));
  } else {
    solved_.push_back({stand, std::nullopt});
  }
  return found(solved_.back());
}

/// With other areas it joins no set that it could not join if none mattered; what it then
/// lacks is known before any problem is made anew.
bool ChangedStandings::cannot_join(std::size_t row, const Stand& stand) {
  if (!eligible_ || stand.but_for_areas != as_it_is_.but_for_areas) return false;
  if (!with_any_areas_) {
    any_areas_ = without_area_constraints(choice_.problem.document);
    if (!any_areas_) return false;
    with_any_areas_.emplace(*any_areas_, std::nullopt, bounded());
  }
  if (!most_with_any_areas_) {
    const auto position = any_areas_->ids().find(choice_.candidates[place_].id);
    const auto standing = position ? this->stand(*with_any_areas_, *position) : std::nullopt;
    if (!standing) return false;
    most_with_any_areas_.emplace();
    if (standing->with) *most_with_any_areas_ = standing->with->score;
  }
  const std::int64_t gain =
      judge(findings_, row, choice_.scenario).score - choice_.judged[place_].score;
  return !*most_with_any_areas_ ||
         **most_with_any_areas_ + gain < choice_.answer.best.front().score;
}

/// Makes the problem anew with the candidates of these rows, and solves it for each.
std::vector<ChangedStandings::Solved> ChangedStandings::solve(
    const std::vector<std::size_t>& rows) {
  std::vector<Supposed> supposed;
  std::vector<Judged> judged;
  std::vector<Solved> all;
  for (const auto row : rows) {
    supposed.push_back(questions_.suppose(question(row)));
    judged.push_back(judge(findings_, row, choice_.scenario));
    all.push_back({with_groups(question(row).stand, findings_.groups, row), {}});
  }
  std::vector<ChangedCandidate> changed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    changed.push_back({question(rows[i]).place, &supposed[i].candidate, &judged[i], rows[i]});
  }
  auto made = changed_.with(changed, findings_);
  // Where one of them is in every set, each must be asked about alone.
  if (!made || (!made->without && rows.size() > 1)) return all;
  const auto problem = std::make_shared<const selection::Problem>(std::move(made->problem));
  selection::Standings standings(*problem, made->without, bounded());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!made->positions[i]) continue;
    if (auto standing = stand(standings, *made->positions[i])) {
      all[i].found = ChangedStanding{std::move(*standing), judged[i].score, problem};
    }
  }
  return all;
}

/// Nothing: a limit came first.
std::optional<selection::Standing> ChangedStandings::stand(selection::Standings& standings,
                                                           selection::Position position) {
  if (work_ >= kWorkOfAll) return std::nullopt;
  auto standing = standings.of(position);
  work_ += standing.work;
  return standing.proven ? std::optional(std::move(standing)) : std::nullopt;
}

/// And the rules' groups that a constraint speaks of.
Stand ChangedStandings::with_groups(Stand stand, const std::vector<FoundGroup>& groups,
                                    std::size_t row) const {
  const bool all = choice_.scenario.constrains("rule");
  std::set<std::string> names;
  for (const auto& group : groups) {
    if (group.members[row] && (all || group.default_min || group.default_max)) {
      names.insert(group.id);
    }
  }
  for (const auto& name : names) stand.but_for_areas += name + "\n";
  return stand;
}

}  // namespace pilah::registry
