#include "pilah/selection/engine/resolver.hpp"

#include <algorithm>
#include <span>

namespace pilah::selection::engine {
namespace {

// Ties that a re-solve collects before they are ranked by further searches.
constexpr std::size_t kTies = 64;

// Larger problems are narrowed anew for each question.
constexpr Position kKeptCandidates = 1000;

}  // namespace

Resolver::Resolver(const Problem& problem)
    : problem_(&problem), constraints_(constraints_of(problem)), model_(problem, constraints_, {}) {
  if (model_.contradictory() || problem.size() > kKeptCandidates) return;
  core_.emplace(model_, model_.fixed());
  if (core_->contradictory()) {
    core_.reset();
    return;
  }
  search_.emplace(*core_, Tuning());
  relaxation_.emplace(*core_);
  for (Column column = 0; column < core_->columns(); ++column) relaxation_->add_column(column);
  const std::vector<Fixed> free(core_->columns(), Fixed::kFree);
  relaxation_->solve(free, INT64_MIN);
  column_of_.assign(problem.size(), kNoColumn);
  for (Column column = 0; column < core_->choices(); ++column) {
    column_of_[core_->parent_column(column)] = column;
  }
}

bool Resolver::allowed(const std::vector<Position>& set) const {
  return std::all_of(constraints_.begin(), constraints_.end(), [&](const Constraint& constraint) {
    return holds(*problem_, constraint, set);
  });
}

void Resolver::remember(const std::vector<Position>& set) {
  std::int64_t score = 0;
  for (const Position position : set) score += problem_->score(position);
  known_.push_back({score, set});
}

// The best score of a known set with the candidate put in for another, or
// another put in for it; INT64_MIN when none is allowed.
std::int64_t Resolver::best_swap(const Known& known, const Fixing& fixing) const {
  constexpr std::size_t kMostTried = 40;
  const bool in = fixing.fixed == Fixed::kIn;
  std::vector<Position> others;
  if (in) {
    others = known.set;
  } else {
    for (Position i = 0; i < problem_->size(); ++i) {
      if (!std::binary_search(known.set.begin(), known.set.end(), i)) others.push_back(i);
    }
  }
  // The other that leaves should score little, the one that comes much.
  std::sort(others.begin(), others.end(), [&](Position a, Position b) {
    const std::int64_t left = problem_->score(a);
    const std::int64_t right = problem_->score(b);
    if (left != right) return in ? left < right : left > right;
    return a < b;
  });
  if (others.size() > kMostTried) others.resize(kMostTried);
  std::vector<Position> set;
  for (const Position other : others) {
    const Position leaves = in ? other : fixing.candidate;
    const Position comes = in ? fixing.candidate : other;
    set = known.set;
    set.erase(std::lower_bound(set.begin(), set.end(), leaves));
    set.insert(std::lower_bound(set.begin(), set.end(), comes), comes);
    if (!allowed(set)) continue;
    return known.score - problem_->score(leaves) + problem_->score(comes);
  }
  return INT64_MIN;
}

// A score that some allowed set with the fixing reaches.
std::int64_t Resolver::floor(const Fixing& fixing) const {
  std::int64_t result = INT64_MIN;
  const bool in = fixing.fixed == Fixed::kIn;
  for (const Known& known : known_) {
    if (known.score <= result) continue;
    if (std::binary_search(known.set.begin(), known.set.end(), fixing.candidate) == in) {
      result = known.score;
    }
  }
  if (!known_.empty()) result = std::max(result, best_swap(known_.front(), fixing));
  return result;
}

// Decides every column that cannot be otherwise in a set with the fixing that is
// worth at least `floor`: setting a column against its reduced cost lowers the
// bound by that cost, and so does the fixing itself.
std::vector<Fixed> Resolver::narrowed(Column column, Fixed value, std::int64_t floor) const {
  const auto& costs = relaxation_->costs();
  const auto loss = [&](Column each, Fixed to) {
    const bool against = (costs[each] > 0) != (to == Fixed::kIn);
    return against ? (costs[each] < 0 ? -costs[each] : costs[each]) : Wide{0};
  };
  const Wide gap = relaxation_->scaled_bound() -
                   (Wide{core_->scaled_up(floor)} << relaxation_->shift()) - loss(column, value);
  std::vector<Fixed> fixed(core_->columns(), Fixed::kFree);
  for (Column each = 0; each < core_->columns(); ++each) {
    if (loss(each, Fixed::kIn) > gap) fixed[each] = Fixed::kOut;
    if (loss(each, Fixed::kOut) > gap) fixed[each] = Fixed::kIn;
  }
  fixed[column] = value;
  return fixed;
}

// Whether everything was searched that can be worth `reached`.
bool Resolver::search(const Fixing& fixing, std::int64_t reached, Pool& pool, Effort& effort) {
  const Column column = column_of_[fixing.candidate];
  if (reached == INT64_MIN) {
    const CoreSearch::Decision decision{column, fixing.fixed};
    search_->run(pool, effort, std::span(&decision, 1));
    return search_->complete();
  }
  const Core rest = core_->reduced(narrowed(column, fixing.fixed, reached));
  CoreSearch searching(rest, effort.tuning());
  searching.start_from(*relaxation_);
  searching.run(pool, effort);
  return searching.complete();
}

Ranked Resolver::best(const Fixing& fixing, Effort& effort) {
  const Fixed known = model_.fixed()[fixing.candidate];
  if (model_.contradictory() || (known != Fixed::kFree && known != fixing.fixed)) return {};
  if (core_ && known == Fixed::kFree) {
    const std::int64_t reached = floor(fixing);
    Pool pool(1, kTies, reached);
    if (search(fixing, reached, pool, effort) && !pool.overflowed()) {
      Ranked result;
      result.sets = in_order(*problem_, pool, 1);
      if (!result.sets.empty()) remember(result.sets.front());
      return result;
    }
  }
  const Model model(*problem_, constraints_, std::span(&fixing, 1));
  return ranked_sets(model, 1, kTies, effort);
}

}  // namespace pilah::selection::engine
