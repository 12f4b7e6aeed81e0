#include "pilah/selection/certificate/checking/weak_duality.hpp"

#include <algorithm>

#include "pilah/selection/certificate/checking/flaw.hpp"

namespace pilah::selection::checking {
namespace {

using Row = Multiplier::Row;

constexpr std::uint32_t kLargestShift = 62;
constexpr const char* kNoRow = "A multiplier belongs to no row of the problem.";

// The end of a row that a multiplier belongs to.
Wide end(const Ends& ends, const Multiplier& each) {
  const auto& found = each.value > 0 ? ends.upper : ends.lower;
  if (!found) throw Flaw{"A multiplier belongs to an end that its row does not have."};
  return *found;
}

template <class Rows>
auto& row(Rows& rows, const Multiplier& each) {
  if (each.index >= rows.size()) throw Flaw{kNoRow};
  return rows[each.index];
}

bool uses_coverages(const ProofNode& node) {
  return std::any_of(node.multipliers.begin(), node.multipliers.end(), [](const Multiplier& each) {
    return each.row == Row::kCovered || each.row == Row::kCoverage;
  });
}

}  // namespace

WeakDuality::WeakDuality(const Problem& problem, const Rows& rows)
    : problem_(&problem),
      rows_(&rows),
      resource_value_(problem.resources().size(), 0),
      group_value_(problem.group_names().size(), 0),
      covered_value_(problem.group_names().size(), 0),
      coverage_value_(problem.coverages().size(), 0) {}

ProvenBound WeakDuality::prove(const ProofNode& node, const Decisions& decisions) {
  if (node.shift > kLargestShift) throw Flaw{"A node's shift is too large."};
  using State = Decisions::State;
  ProvenBound result;
  pair_value_.clear();
  count_value_ = 0;
  for (const Multiplier& each : node.multipliers) {
    result.bound = add(result.bound, times(each.value, end_of(each)));
  }
  result.costs.reserve(decisions.open().size());
  for (const Position each : decisions.open()) {
    const Wide cost = reduced_cost(node, each);
    result.costs.push_back(cost);
    const State state = decisions.of(each);
    if (state == State::kIn || (state == State::kFree && cost > 0)) {
      result.bound = add(result.bound, cost);
    }
  }
  for (const Position each : decisions.settled_in()) {
    result.bound = add(result.bound, reduced_cost(node, each));
  }
  if (uses_coverages(node)) result.bound = add(result.bound, covered_bound());
  forget(node);
  return result;
}

// Remembers a multiplier for the reduced costs; answers the end that it belongs to.
Wide WeakDuality::end_of(const Multiplier& each) {
  switch (each.row) {
    case Row::kCount:
      count_value_ = add(count_value_, each.value);
      return end(rows_->count, each);
    case Row::kResource:
      return end_of_resource(each);
    case Row::kGroup:
      return end_of_group(each);
    case Row::kCovered:
      return end_of_covered(each);
    case Row::kCoverage:
      return end_of_coverage(each);
    case Row::kRequires:
      return end_of_requires(each);
    case Row::kExcludes:
      return end_of_clique(each);
  }
  throw Flaw{kNoRow};
}

Wide WeakDuality::end_of_resource(const Multiplier& each) {
  Wide& value = row(resource_value_, each);
  value = add(value, each.value);
  return end(rows_->resources[each.index], each);
}

Wide WeakDuality::end_of_group(const Multiplier& each) {
  Wide& value = row(group_value_, each);
  value = add(value, each.value);
  return end(rows_->groups[each.index], each);
}

Wide WeakDuality::end_of_covered(const Multiplier& each) {
  Wide& value = row(covered_value_, each);
  if (!rows_->is_covered[each.index]) throw Flaw{kNoRow};
  value = add(value, each.value);
  return end({.lower = 0, .upper = {}}, each);
}

Wide WeakDuality::end_of_coverage(const Multiplier& each) {
  const Coverage& coverage = row(problem_->coverages(), each);
  if (!rows_->has_row(coverage)) throw Flaw{kNoRow};
  coverage_value_[each.index] = add(coverage_value_[each.index], each.value);
  return end({.lower = coverage.min.value, .upper = {}}, each);
}

Wide WeakDuality::end_of_requires(const Multiplier& each) {
  const Pair& pair = row(problem_->requires_pairs(), each);
  add_pair_value(pair.first, each.value);
  add_pair_value(pair.second, -each.value);
  return end({.lower = {}, .upper = 0}, each);
}

Wide WeakDuality::end_of_clique(const Multiplier& each) {
  for (std::size_t i = 0; i < each.clique.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!rows_->exclude_one_another(each.clique[i], each.clique[j])) {
        throw Flaw{"Candidates of a row do not exclude one another."};
      }
    }
    add_pair_value(each.clique[i], each.value);
  }
  return end({.lower = {}, .upper = 1}, each);
}

void WeakDuality::add_pair_value(Position candidate, Wide value) {
  Wide& sum = pair_value_[candidate];
  sum = add(sum, value);
}

Wide WeakDuality::reduced_cost(const ProofNode& node, Position candidate) const {
  Wide cost = node.impossible ? 0 : times(problem_->score(candidate), Wide{1} << node.shift);
  cost = add(cost, -count_value_);
  for (const Use& use : problem_->uses(candidate)) {
    cost = add(cost, -times(resource_value_[use.resource], use.amount));
  }
  for (const GroupIndex group : problem_->groups(candidate)) {
    cost = add(cost, -add(group_value_[group], covered_value_[group]));
  }
  if (!pair_value_.empty()) {
    const auto found = pair_value_.find(candidate);
    if (found != pair_value_.end()) cost = add(cost, -found->second);
  }
  return cost;
}

// What the covered groups add, each counted where that is worth most.
Wide WeakDuality::covered_bound() const {
  std::unordered_map<GroupIndex, Wide> costs;
  for (const GroupIndex group : rows_->covered) costs[group] = covered_value_[group];
  for (std::size_t i = 0; i < coverage_value_.size(); ++i) {
    if (coverage_value_[i] == 0) continue;
    for (const GroupIndex group : problem_->coverages()[i].members) {
      costs[group] = add(costs[group], -coverage_value_[i]);
    }
  }
  Wide sum = 0;
  for (const auto& [group, cost] : costs) {
    if (cost > 0) sum = add(sum, cost);
  }
  return sum;
}

void WeakDuality::forget(const ProofNode& node) {
  for (const Multiplier& each : node.multipliers) {
    if (each.row == Row::kResource) resource_value_[each.index] = 0;
    if (each.row == Row::kGroup) group_value_[each.index] = 0;
    if (each.row == Row::kCovered) covered_value_[each.index] = 0;
    if (each.row == Row::kCoverage) coverage_value_[each.index] = 0;
  }
}

}  // namespace pilah::selection::checking
