#include "pilah/registry/ways/changed_standings.hpp"

#include <set>
#include <utility>

namespace pilah::registry {

namespace {

constexpr std::uint64_t kWorkOfOne = 200'000;
constexpr std::uint64_t kWorkOfAll = 4'000'000;

selection::SolveOptions bounded() {
  selection::SolveOptions options;
  options.work_limit = kWorkOfOne;
  return options;
}

}  // namespace

ChangedStandings::ChangedStandings(const Choice& choice, const Questions& questions,
                                   const Findings& findings)
    : choice_(choice), questions_(questions), findings_(findings), changed_(choice) {}

void ChangedStandings::expect(const std::vector<std::size_t>& not_eligible,
                              const std::vector<std::size_t>& eligible) {
  eligible_rows_ = eligible;
  if (eligible_rows_.size() > kMostSolvedBeside) eligible_rows_.resize(kMostSolvedBeside);
  for (const auto row : not_eligible) first_.emplace(question(row).place, row);
  for (const auto row : eligible_rows_) first_.emplace(question(row).place, row);
  made_eligible_ = together(not_eligible, false);
}

bool ChangedStandings::moves(std::size_t row) const {
  return with_groups(question(row).stand, findings_.groups, row) !=
         stand_as_it_is(question(row).place);
}

void ChangedStandings::begin(std::size_t place, const selection::Reason* reason) {
  place_ = place;
  solved_.clear();
  if (!reason) return;
  // The choice outlives this: the pointer owns nothing.
  const std::shared_ptr<const selection::Problem> problem(std::shared_ptr<void>(), &choice_.solved);
  solved_.push_back(
      {stand_as_it_is(place),
       ChangedStanding{selection::standing_of(choice_.solved, choice_.answer.best.front(), *reason),
                       choice_.judged[place].score, problem}});
}

const ChangedStanding* ChangedStandings::with(std::size_t row) {
  const auto found = [](const Solved& solved) { return solved.found ? &*solved.found : nullptr; };
  const auto stand = with_groups(question(row).stand, findings_.groups, row);
  for (const auto& one : solved_) {
    if (one.stand == stand) return found(one);
  }
  solved_.push_back({stand, std::nullopt});
  if (const auto first = first_.find(place_); first != first_.end()) {
    Together* together = expected(first->second, stand);
    solved_.back().found = together ? solve(*together, first->second) : solve_again(row);
  }
  return found(solved_.back());
}

/// The problem in which that row of the candidate was expected, if it stands there as
/// `stand` says; null: it does not.
ChangedStandings::Together* ChangedStandings::expected(std::size_t row, const std::string& stand) {
  if (with_groups(question(row).stand, findings_.groups, row) != stand) return nullptr;
  if (made_eligible_.positions.count(row) > 0) return &made_eligible_;
  if (!beside_) beside_ = together(eligible_rows_, true);
  return beside_->positions.count(row) > 0 ? &*beside_ : nullptr;
}

std::optional<ChangedStanding> ChangedStandings::solve_again(std::size_t row) {
  const std::size_t size = choice_.candidates.size();
  if (solved_again_ >= kMostSolvedAgain || size > kMostCandidatesSolvedAgain - looked_at_) {
    return std::nullopt;
  }
  ++solved_again_;
  looked_at_ += size;
  auto alone = together({row}, false);
  return solve(alone, row);
}

ChangedStandings::Together ChangedStandings::together(const std::vector<std::size_t>& rows,
                                                      bool beside) const {
  Together together;
  if (rows.empty()) return together;
  std::vector<Supposed> supposed;
  std::vector<Judged> judged;
  for (const auto row : rows) {
    supposed.push_back(questions_.suppose(question(row)));
    judged.push_back(judge(findings_, row, choice_.scenario));
  }
  std::vector<ChangedCandidate> changed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    changed.push_back({question(rows[i]).place, &supposed[i].candidate, &judged[i], rows[i]});
  }
  auto made = beside ? changed_.beside(changed, findings_) : changed_.with(changed, findings_);
  // Where one of them is in every set, each must be asked about alone.
  if (!made || (!made->without && rows.size() > 1)) return together;
  together.problem = std::make_shared<const selection::Problem>(std::move(made->problem));
  together.standings =
      std::make_unique<selection::Standings>(*together.problem, made->without, bounded());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (made->positions[i]) together.positions.emplace(rows[i], *made->positions[i]);
  }
  return together;
}

/// Nothing: it does not stand there, or a limit came first.
std::optional<ChangedStanding> ChangedStandings::solve(Together& together, std::size_t row) {
  const auto position = together.positions.find(row);
  if (position == together.positions.end() || work_ >= kWorkOfAll) return std::nullopt;
  auto standing = together.standings->of(position->second);
  work_ += standing.work;
  if (!standing.proven) return std::nullopt;
  return ChangedStanding{std::move(standing), judge(findings_, row, choice_.scenario).score,
                         together.problem};
}

std::string ChangedStandings::stand_as_it_is(std::size_t place) const {
  return with_groups(stand_of(choice_.candidates[place], choice_.scenario), choice_.findings.groups,
                     place);
}

/// And the rules' groups that a constraint speaks of.
std::string ChangedStandings::with_groups(std::string stand, const std::vector<FoundGroup>& groups,
                                          std::size_t row) const {
  const bool all = choice_.scenario.constrains("rule");
  std::set<std::string> names;
  for (const auto& group : groups) {
    if (group.members[row] && (all || group.default_min || group.default_max)) {
      names.insert(group.id);
    }
  }
  for (const auto& name : names) stand += name + "\n";
  return stand;
}

}  // namespace pilah::registry
