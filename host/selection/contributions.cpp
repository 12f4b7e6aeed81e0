#include "pilah/selection/contributions.hpp"

#include <algorithm>
#include <bit>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/narrowing.hpp"
#include "pilah/selection/engine/pool.hpp"
#include "pilah/selection/engine/total_order.hpp"
#include "pilah/selection/wide.hpp"

namespace pilah::selection {
namespace {

// The best scores with each selection of the chosen, each from those with one less: more
// than any of them only a set has that holds every member of the selection. So a search
// has all members decided, and begins with a score to beat.
class Worths {
 public:
  Worths(const Problem& problem, const ChosenSet& chosen, const SolveOptions& options)
      : problem_(&problem),
        chosen_(&chosen),
        effort_(options),
        model_(problem, constraints_of(problem)) {}

  // By the set of members that may be chosen, a bit each.
  std::optional<std::vector<std::int64_t>> all() {
    const std::size_t selections = std::size_t{1} << chosen_->positions.size();
    const auto none = without_any();
    if (!none) return std::nullopt;
    std::vector<std::int64_t> result(selections, *none);
    if (selections == 1) return result;
    prepare(*none);
    for (std::size_t allowed = 1; allowed + 1 < selections; ++allowed) {
      std::int64_t& worth = result[allowed];
      for (std::size_t member = 0; allowed >> member != 0; ++member) {
        const std::size_t bit = std::size_t{1} << member;
        if ((allowed & bit) != 0) worth = std::max(worth, result[allowed ^ bit]);
      }
      if (!raise(allowed, worth)) return std::nullopt;
    }
    result.back() = chosen_->score;
    return result;
  }

 private:
  std::optional<std::int64_t> without_any() {
    Variation variation;
    for (const Position member : chosen_->positions) variation.forced.push_back({member, false});
    const auto best =
        engine::best_value(engine::Model(*problem_, constraints_of(*problem_), variation), effort_);
    if (!best.known || !best.witness) return std::nullopt;
    return best.value;
  }

  // Every set that is asked for is worth at least `least`, and most candidates are in none.
  void prepare(std::int64_t least) {
    const engine::Tuning& tuning = effort_.tuning();
    std::vector<engine::Fixed> fixed = model_.fixed();
    if (problem_->size() > tuning.direct_columns) {
      engine::Relaxation whole(model_, tuning.near_columns);
      engine::seed(model_, tuning.seeds, whole);
      whole.solve(fixed, INT64_MIN);
      fixed = engine::narrowed(model_, whole, least);
    }
    // The members stand as each selection says.
    for (const Position member : chosen_->positions) fixed[member] = engine::Fixed::kFree;
    core_.emplace(model_, fixed);
    relaxation_.emplace(*core_);
    for (engine::Column column = 0; column < core_->columns(); ++column) {
      relaxation_->add_column(column);
    }
    relaxation_->solve(std::vector<engine::Fixed>(core_->columns(), engine::Fixed::kFree),
                       INT64_MIN);
    for (engine::Column column = 0; column < core_->choices(); ++column) {
      const auto& members = chosen_->positions;
      const auto at = std::ranges::lower_bound(members, core_->parent_column(column));
      if (at == members.end() || *at != core_->parent_column(column)) continue;
      member_columns_.push_back(column);
    }
  }

  // Whether it is known what the best set with exactly these of the members is worth, if
  // that is more than `worth`.
  bool raise(std::size_t allowed, std::int64_t& worth) {
    using engine::Fixed;
    std::vector<Fixed> fixed(core_->columns(), Fixed::kFree);
    Wide gap =
        relaxation_->scaled_bound() - (Wide{core_->scaled_up(worth + 1)} << relaxation_->shift());
    // Setting a column against its reduced cost lowers the bound by that.
    const auto loss = [&](engine::Column column, Fixed to) {
      const Wide cost = relaxation_->costs()[column];
      return (cost > 0) == (to == Fixed::kIn) ? Wide{0} : cost < 0 ? -cost : cost;
    };
    for (std::size_t member = 0; member < member_columns_.size(); ++member) {
      const engine::Column column = member_columns_[member];
      fixed[column] = (allowed >> member & 1U) != 0 ? Fixed::kIn : Fixed::kOut;
      gap -= loss(column, fixed[column]);
    }
    if (gap < 0) return true;
    for (engine::Column column = 0; column < core_->columns(); ++column) {
      if (fixed[column] != Fixed::kFree) continue;
      if (loss(column, Fixed::kIn) > gap) fixed[column] = Fixed::kOut;
      if (loss(column, Fixed::kOut) > gap) fixed[column] = Fixed::kIn;
    }
    const engine::Core rest = core_->reduced(fixed);
    engine::Pool pool(1, 1, worth + 1);
    engine::CoreSearch searching(rest, effort_.tuning());
    searching.start_from(*relaxation_);
    searching.run(pool, effort_);
    if (!pool.empty()) worth = pool.best_value();
    return searching.complete();
  }

  const Problem* problem_;
  const ChosenSet* chosen_;
  engine::Effort effort_;
  engine::Model model_;
  std::optional<engine::Core> core_;
  std::optional<engine::Relaxation> relaxation_;  // of the core
  std::vector<engine::Column> member_columns_;    // ascending, as the members
};

Wide factorial(std::size_t n) {
  Wide product = 1;
  for (std::size_t i = 2; i <= n; ++i) product *= static_cast<std::int64_t>(i);
  return product;
}

// The nearest integer, halves upwards. Requires: divisor > 0.
std::int64_t rounded(Wide value, Wide divisor) {
  const Wide doubled = 2 * value + divisor;
  const Wide down = doubled / (2 * divisor);
  return static_cast<std::int64_t>(down - (doubled % (2 * divisor) < 0 ? 1 : 0));
}

}  // namespace

std::optional<Contributions> contributions(const Problem& problem, const ChosenSet& chosen,
                                           const SolveOptions& options) {
  const std::size_t members = chosen.positions.size();
  if (members > kMostContributors) return std::nullopt;
  const auto worth = Worths(problem, chosen, options).all();
  if (!worth) return std::nullopt;
  Contributions result;
  result.without_any = worth->front();
  const Wide all_orders = factorial(members);
  for (std::size_t member = 0; member < members; ++member) {
    Wide sum = 0;
    for (std::size_t others = 0; others < worth->size(); ++others) {
      const std::size_t bit = std::size_t{1} << member;
      if ((others & bit) != 0) continue;
      const auto before = static_cast<std::size_t>(std::popcount(others));
      const Wide orders = factorial(before) * factorial(members - before - 1);
      sum += orders * ((*worth)[others | bit] - (*worth)[others]);
    }
    result.millionths.push_back(rounded(sum * 1'000'000, all_orders));
  }
  return result;
}

}  // namespace pilah::selection
