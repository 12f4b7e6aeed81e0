#include "pilah/selection/engine/resolver.hpp"

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
  search_.emplace(*core_);
  column_of_.assign(problem.size(), kNoColumn);
  for (Column column = 0; column < core_->choices(); ++column) {
    column_of_[core_->parent_column(column)] = column;
  }
}

Ranked Resolver::best(const Fixing& fixing, Effort& effort) {
  const Fixed known = model_.fixed()[fixing.candidate];
  if (known != Fixed::kFree && known != fixing.fixed) return {};
  if (search_ && known == Fixed::kFree) {
    Pool pool(1, kTies);
    const CoreSearch::Decision decision{column_of_[fixing.candidate], fixing.fixed};
    search_->run(pool, effort, std::span(&decision, 1));
    if (search_->complete() && !pool.overflowed()) {
      Ranked result;
      result.sets = in_order(*problem_, pool, 1);
      return result;
    }
  }
  const Model model(*problem_, constraints_, std::span(&fixing, 1));
  return ranked_sets(model, 1, kTies, effort);
}

}  // namespace pilah::selection::engine
