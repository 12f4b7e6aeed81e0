#include "pilah/selection/engine/resolver.hpp"

#include <algorithm>
#include <span>

namespace pilah::selection::engine {
namespace {

// Ties that a re-solve collects before they are ranked by further searches.
constexpr std::size_t kTies = 64;

// Larger problems are narrowed anew for each question.
constexpr Position kKeptCandidates = 1000;

Fixed forced(const Forcing& forcing) { return forcing.in ? Fixed::kIn : Fixed::kOut; }

}  // namespace

Resolver::Resolver(const Problem& problem)
    : problem_(&problem), constraints_(constraints_of(problem)), model_(problem, constraints_) {
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
    by_score_.push_back(column);
  }
  std::sort(by_score_.begin(), by_score_.end(), [&](Column a, Column b) {
    const std::int64_t left = core_->objective(a);
    const std::int64_t right = core_->objective(b);
    return left != right ? left > right : a < b;
  });
  neighbourhood_.emplace(*core_);
}

void Resolver::remember(const std::vector<Position>& set) {
  Known known;
  known.set = set;
  for (const Position position : set) {
    known.score += problem_->score(position);
    if (core_ && column_of_[position] != kNoColumn) known.columns.push_back(column_of_[position]);
  }
  std::sort(known.columns.begin(), known.columns.end(), [&](Column a, Column b) {
    const std::int64_t left = core_->objective(a);
    const std::int64_t right = core_->objective(b);
    return left != right ? left < right : a < b;
  });
  const auto place = std::find_if(known_.begin(), known_.end(),
                                  [&](const Known& each) { return each.score < known.score; });
  known_.insert(place, std::move(known));
}

// The best score above `floor` of an allowed set that the forcing makes of a known
// one: the candidate changes sides, alone or against one other.
std::int64_t Resolver::best_neighbour(const Known& known, const Forcing& forcing,
                                      std::int64_t floor) {
  constexpr int kMostTried = 40;
  const Column column = column_of_[forcing.candidate];
  const bool in = forcing.in;
  const std::int64_t change = problem_->score(forcing.candidate) * (in ? 1 : -1);
  const auto& others = in ? known.columns : by_score_;
  neighbourhood_->stand_at(known.columns);
  if (known.score + change > floor && neighbourhood_->allows(std::span(&column, 1))) {
    floor = known.score + change;
  }
  int tried = 0;
  for (const Column other : others) {
    if (other == column || neighbourhood_->contains(other) != in) continue;
    const std::int64_t moved = core_->divisor() * core_->objective(other);
    const std::int64_t score = known.score + change + (in ? -moved : moved);
    if (score <= floor || ++tried > kMostTried) break;
    const Column both[] = {column, other};
    if (!neighbourhood_->allows(both)) continue;
    return score;
  }
  return floor;
}

// A score that some allowed set with the forcing reaches.
std::int64_t Resolver::floor(const Forcing& forcing) {
  constexpr std::size_t kMostLookedAt = 24;
  const bool in = forcing.in;
  std::int64_t result = INT64_MIN;
  std::size_t looked_at = 0;
  for (const Known& known : known_) {
    if (std::binary_search(known.set.begin(), known.set.end(), forcing.candidate) == in) {
      result = std::max(result, known.score);
      break;  // those that follow are no better
    }
    if (++looked_at <= kMostLookedAt) result = best_neighbour(known, forcing, result);
  }
  return result;
}

// Decides every column that cannot be otherwise in a set with the forcing that is
// worth at least `floor`: setting a column against its reduced cost lowers the
// bound by that cost, and so does the forcing itself.
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
bool Resolver::search(const Forcing& forcing, std::int64_t reached, Pool& pool, Effort& effort) {
  const Column column = column_of_[forcing.candidate];
  if (reached == INT64_MIN) {
    const CoreSearch::Decision decision{column, forced(forcing)};
    search_->run(pool, effort, std::span(&decision, 1));
    return search_->complete();
  }
  const Core rest = core_->reduced(narrowed(column, forced(forcing), reached));
  CoreSearch searching(rest, effort.tuning());
  searching.start_from(*relaxation_);
  searching.run(pool, effort);
  return searching.complete();
}

Ranked Resolver::best(const Forcing& forcing, Effort& effort) {
  const Fixed known = model_.fixed()[forcing.candidate];
  if (model_.contradictory() || (known != Fixed::kFree && known != forced(forcing))) return {};
  if (core_ && known == Fixed::kFree) {
    const std::int64_t reached = floor(forcing);
    Pool pool(1, kTies, reached);
    if (search(forcing, reached, pool, effort) && !pool.overflowed()) {
      Ranked result;
      result.sets = in_order(*problem_, pool, 1);
      if (!result.sets.empty()) remember(result.sets.front());
      return result;
    }
  }
  const Model model(*problem_, constraints_, {.forced = {forcing}});
  return ranked_sets(model, 1, kTies, effort);
}

}  // namespace pilah::selection::engine
