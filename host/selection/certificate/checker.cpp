#include "pilah/selection/certificate/checker.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pilah::selection {
namespace {

using Set = std::vector<Position>;
using Claim = Certificate::Claim;
using Row = Multiplier::Row;

constexpr std::size_t kDeepest = 5'000;  // of a proof's tree, and of a walk
constexpr std::uint32_t kLargestShift = 62;

// What is wrong with a certificate; ends the check.
struct Flaw {
  std::string sentence;
};

Wide add(Wide a, Wide b) {
  Wide sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) throw Flaw{"A sum leaves 128 bits."};
  return sum;
}

Wide times(Wide a, Wide b) {
  Wide product = 0;
  if (__builtin_mul_overflow(a, b, &product)) throw Flaw{"A product leaves 128 bits."};
  return product;
}

Wide absolute(Wide value) { return value < 0 ? -value : value; }

struct Ends {
  std::optional<std::int64_t> lower, upper;

  void at_least(std::int64_t value) { lower = std::max(lower.value_or(value), value); }
  void at_most(std::int64_t value) { upper = std::min(upper.value_or(value), value); }
  bool allow(std::int64_t value) const {
    return (!lower || value >= *lower) && (!upper || value <= *upper);
  }
  // Whether something between 0 and `most` is allowed.
  bool possible(std::int64_t most) const {
    return std::max<std::int64_t>(lower.value_or(0), 0) <= std::min(upper.value_or(most), most);
  }
};

// The rows of a problem as certificate.hpp lists them.
class Rows {
 public:
  explicit Rows(const Problem& problem)
      : resources(problem.resources().size()),
        groups(problem.group_names().size()),
        is_covered(problem.group_names().size(), false),
        problem_(&problem) {
    if (problem.count_min()) count.at_least(problem.count_min()->value);
    if (problem.count_max()) count.at_most(problem.count_max()->value);
    for (const Limit& limit : problem.limits()) {
      if (limit.max) resources[limit.resource].at_most(limit.max->value);
    }
    for (const Bound& bound : problem.bounds()) add_bound(bound);
    for (const Coverage& coverage : problem.coverages()) add_coverage(coverage);
    for (const Pair& pair : problem.requires_pairs()) needs_[pair.first].push_back(pair.second);
    for (const Pair& pair : problem.excludes_pairs()) {
      not_with_[pair.first].push_back(pair.second);
      not_with_[pair.second].push_back(pair.first);
    }
  }

  // A row of its own, not minima for each of its groups.
  bool has_row(const Coverage& coverage) const {
    return coverage.min.value > 0 &&
           coverage.min.value < static_cast<std::int64_t>(coverage.members.size());
  }

  bool exclude_one_another(Position a, Position b) const {
    const auto found = not_with_.find(a);
    return found != not_with_.end() &&
           std::find(found->second.begin(), found->second.end(), b) != found->second.end();
  }

  // Whether the constraints collide without any set having to be looked at.
  bool collide() const {
    if (impossible_ || !count.possible(problem_->size())) return true;
    for (const Ends& ends : resources) {
      if (ends.upper && *ends.upper < 0) return true;
    }
    std::vector<std::int64_t> members(groups.size(), 0);
    for (Position candidate = 0; candidate < problem_->size(); ++candidate) {
      for (const GroupIndex group : problem_->groups(candidate)) ++members[group];
    }
    for (GroupIndex group = 0; group < groups.size(); ++group) {
      if (!groups[group].possible(members[group])) return true;
    }
    Set in;
    for (const Position each : problem_->included()) in.push_back(each);
    for (const Position each : problem_->excluded()) {
      if (std::find(in.begin(), in.end(), each) != in.end()) return true;
    }
    return std::any_of(in.begin(), in.end(),
                       [&](Position each) { return exclude_one_another(each, each); });
  }

  // Whether an ascending set meets all constraints.
  bool met_by(const Set& set) const {
    if (impossible_ || !count.allow(static_cast<std::int64_t>(set.size()))) return false;
    const auto has = [&](Position each) {
      return std::binary_search(set.begin(), set.end(), each);
    };
    for (const Position each : problem_->included()) {
      if (!has(each)) return false;
    }
    for (const Position each : problem_->excluded()) {
      if (has(each)) return false;
    }
    std::vector<std::int64_t> uses(resources.size(), 0);
    std::vector<GroupIndex> named;
    for (const Position each : set) {
      for (const Use& use : problem_->uses(each)) uses[use.resource] += use.amount;
      for (const GroupIndex group : problem_->groups(each)) named.push_back(group);
      if (const auto needed = needs_.find(each); needed != needs_.end()) {
        if (!std::all_of(needed->second.begin(), needed->second.end(), has)) return false;
      }
      if (const auto others = not_with_.find(each); others != not_with_.end()) {
        if (std::any_of(others->second.begin(), others->second.end(), has)) return false;
      }
    }
    for (ResourceIndex resource = 0; resource < resources.size(); ++resource) {
      if (!resources[resource].allow(uses[resource])) return false;
    }
    std::sort(named.begin(), named.end());
    const auto members = [&](GroupIndex group) {
      const auto [first, last] = std::equal_range(named.begin(), named.end(), group);
      return static_cast<std::int64_t>(last - first);
    };
    for (const GroupIndex group : bounded_) {
      if (!groups[group].allow(members(group))) return false;
    }
    for (const Coverage& coverage : problem_->coverages()) {
      const auto reached = std::count_if(coverage.members.begin(), coverage.members.end(),
                                         [&](GroupIndex group) { return members(group) > 0; });
      if (reached < coverage.min.value) return false;
    }
    return true;
  }

  Ends count;
  std::vector<Ends> resources, groups;  // by index
  std::vector<bool> is_covered;         // by group: of a coverage with a row
  std::vector<GroupIndex> covered;      // those

 private:
  void add_bound(const Bound& bound) {
    if (!bound.family && bound.members.empty()) {
      impossible_ |= (bound.min && bound.min->value > 0) || (bound.max && bound.max->value < 0);
    }
    for (const GroupIndex group : bound.members) {
      if (bound.min) groups[group].at_least(bound.min->value);
      if (bound.max) groups[group].at_most(bound.max->value);
      bounded_.push_back(group);
    }
  }

  void add_coverage(const Coverage& coverage) {
    if (coverage.min.value <= 0) return;
    if (!has_row(coverage)) {
      impossible_ |= coverage.min.value > static_cast<std::int64_t>(coverage.members.size());
      for (const GroupIndex group : coverage.members) {
        groups[group].at_least(1);
        bounded_.push_back(group);
      }
      return;
    }
    for (const GroupIndex group : coverage.members) {
      if (is_covered[group]) continue;
      is_covered[group] = true;
      covered.push_back(group);
    }
  }

  const Problem* problem_;
  bool impossible_ = false;
  std::vector<GroupIndex> bounded_;
  std::unordered_map<Position, Set> needs_, not_with_;
};

class Checker {
 public:
  Checker(const Problem& problem, const Certificate& certificate, std::uint64_t most_walked)
      : problem_(&problem),
        certificate_(&certificate),
        rows_(problem),
        most_walked_(most_walked),
        state_(problem.size(), State::kFree),
        open_(problem.size()),
        resource_value_(problem.resources().size(), 0),
        group_value_(problem.group_names().size(), 0),
        covered_value_(problem.group_names().size(), 0),
        coverage_value_(problem.coverages().size(), 0) {
    std::iota(open_.begin(), open_.end(), Position{0});
  }

  Verdict run() {
    try {
      check_selected();
      check_claim();
      verdict_.holds = true;
    } catch (const Flaw& flaw) {
      verdict_.flaw = flaw.sentence;
    }
    verdict_.nodes = next_;
    return verdict_;
  }

 private:
  enum class State : std::uint8_t { kFree, kIn, kOut };

  std::int64_t score_of(const Set& set) const {
    std::int64_t score = 0;
    for (const Position each : set) score += problem_->score(each);
    return score;
  }

  void check_selected() {
    const auto& selected = certificate_->selected;
    if (!selected) return;
    for (std::size_t i = 0; i < selected->size(); ++i) {
      if ((*selected)[i] >= problem_->size() || (i > 0 && (*selected)[i] <= (*selected)[i - 1])) {
        throw Flaw{"The selected set is no ascending list of candidates."};
      }
    }
    if (!rows_.met_by(*selected)) throw Flaw{"The selected set does not meet the constraints."};
    verdict_.selected = true;
    verdict_.score = score_of(*selected);
  }

  void check_claim() {
    const Claim claim = certificate_->claim;
    if (claim == Claim::kInfeasible) {
      if (!rows_.collide()) check_tree();
      verdict_.infeasible = true;
      return;
    }
    if (claim != Claim::kBound) {
      if (!verdict_.selected) throw Flaw{"A score is claimed, but no set is given."};
      if (certificate_->bound != verdict_.score) {
        throw Flaw{"The claimed score is not that of the selected set."};
      }
      threshold_ = Wide{verdict_.score} + (claim == Claim::kScore ? 1 : 0);
    }
    check_tree();
    if (claim != Claim::kBound) verdict_.bound_value = verdict_.score;
    if (verdict_.bound_value > certificate_->bound) {
      throw Flaw{"The proof bounds the score by " + std::to_string(verdict_.bound_value) +
                 " only."};
    }
    verdict_.bound = true;
    verdict_.core = claim != Claim::kBound;
    verdict_.order = claim == Claim::kOrder;
  }

  void check_tree() {
    for (const Position each : problem_->included()) state_[each] = State::kIn;
    for (const Position each : problem_->excluded()) state_[each] = State::kOut;
    for (const Pair& pair : problem_->excludes_pairs()) {
      if (pair.first == pair.second) state_[pair.first] = State::kOut;
    }
    settle();
    check_node(0);
    if (certificate_->claim != Claim::kBound && next_ != certificate_->proof.size()) {
      throw Flaw{"The proof goes on after its tree is complete."};
    }
  }

  // Candidates that are decided for good leave the open ones.
  void settle() {
    for (const Position each : open_) {
      if (state_[each] == State::kIn) settled_in_.push_back(each);
    }
    std::erase_if(open_, [&](Position each) { return state_[each] != State::kFree; });
  }

  // --- Multipliers and what they prove ---

  struct Bounded {
    Wide bound = 0;           // times 2^shift
    std::vector<Wide> costs;  // by place in open_
  };

  Bounded evaluate(const ProofNode& node) {
    if (node.shift > kLargestShift) throw Flaw{"A node's shift is too large."};
    Bounded result;
    pair_value_.clear();
    count_value_ = 0;
    for (const Multiplier& each : node.multipliers) {
      result.bound = add(result.bound, times(each.value, end_of(each)));
    }
    result.costs.reserve(open_.size());
    for (const Position each : open_) {
      const Wide cost = reduced_cost(node, each);
      result.costs.push_back(cost);
      if (state_[each] == State::kIn || (state_[each] == State::kFree && cost > 0)) {
        result.bound = add(result.bound, cost);
      }
    }
    for (const Position each : settled_in_) {
      result.bound = add(result.bound, reduced_cost(node, each));
    }
    if (uses_coverages(node)) result.bound = add(result.bound, covered_bound());
    forget(node);
    return result;
  }

  // Remembers a multiplier for the reduced costs; answers the end that it belongs to.
  Wide end_of(const Multiplier& each) {
    const auto of = [&](const Ends& ends) -> Wide {
      const auto& end = each.value > 0 ? ends.upper : ends.lower;
      if (!end) throw Flaw{"A multiplier belongs to an end that its row does not have."};
      return *end;
    };
    const auto existing = [&](std::size_t size) {
      if (each.index >= size) throw Flaw{"A multiplier belongs to no row of the problem."};
      return each.index;
    };
    switch (each.row) {
      case Row::kCount:
        count_value_ = add(count_value_, each.value);
        return of(rows_.count);
      case Row::kResource: {
        Wide& value = resource_value_[existing(resource_value_.size())];
        value = add(value, each.value);
        return of(rows_.resources[each.index]);
      }
      case Row::kGroup: {
        Wide& value = group_value_[existing(group_value_.size())];
        value = add(value, each.value);
        return of(rows_.groups[each.index]);
      }
      case Row::kCovered: {
        if (!rows_.is_covered[existing(group_value_.size())]) {
          throw Flaw{"A multiplier belongs to no row of the problem."};
        }
        covered_value_[each.index] = add(covered_value_[each.index], each.value);
        return of({.lower = 0, .upper = {}});
      }
      case Row::kCoverage: {
        const Coverage& coverage = problem_->coverages()[existing(coverage_value_.size())];
        if (!rows_.has_row(coverage)) throw Flaw{"A multiplier belongs to no row of the problem."};
        coverage_value_[each.index] = add(coverage_value_[each.index], each.value);
        return of({.lower = coverage.min.value, .upper = {}});
      }
      case Row::kRequires: {
        const auto& pairs = problem_->requires_pairs();
        const Pair& pair = pairs[existing(pairs.size())];
        add_pair_value(pair.first, each.value);
        add_pair_value(pair.second, -each.value);
        return of({.lower = {}, .upper = 0});
      }
      case Row::kExcludes:
        break;
    }
    check_clique(each.clique);
    for (const Position member : each.clique) add_pair_value(member, each.value);
    return of({.lower = {}, .upper = 1});
  }

  void check_clique(const Set& clique) const {
    for (std::size_t i = 0; i < clique.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!rows_.exclude_one_another(clique[i], clique[j])) {
          throw Flaw{"Candidates of a row do not exclude one another."};
        }
      }
    }
  }

  void add_pair_value(Position candidate, Wide value) {
    Wide& sum = pair_value_[candidate];
    sum = add(sum, value);
  }

  Wide reduced_cost(const ProofNode& node, Position candidate) const {
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

  static bool uses_coverages(const ProofNode& node) {
    return std::any_of(node.multipliers.begin(), node.multipliers.end(),
                       [](const Multiplier& each) {
                         return each.row == Row::kCovered || each.row == Row::kCoverage;
                       });
  }

  // What the covered groups add, each counted where that is worth most.
  Wide covered_bound() const {
    std::unordered_map<GroupIndex, Wide> costs;
    for (const GroupIndex group : rows_.covered) costs[group] = covered_value_[group];
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

  void forget(const ProofNode& node) {
    for (const Multiplier& each : node.multipliers) {
      if (each.row == Row::kResource) resource_value_[each.index] = 0;
      if (each.row == Row::kGroup) group_value_[each.index] = 0;
      if (each.row == Row::kCovered) covered_value_[each.index] = 0;
      if (each.row == Row::kCoverage) coverage_value_[each.index] = 0;
    }
  }

  // --- The tree ---

  void check_node(std::size_t depth) {
    if (next_ >= certificate_->proof.size()) throw Flaw{"The proof ends before its tree does."};
    if (depth > kDeepest) throw Flaw{"The proof is too deep."};
    const bool first = next_ == 0;
    const ProofNode& node = certificate_->proof[next_++];
    const Bounded bounded = evaluate(node);
    if (node.impossible) {
      if (bounded.bound >= 0) throw Flaw{"A node does not show that nothing is possible there."};
      if (first) verdict_.reduction = true;
      return;
    }
    if (first)
      verdict_.bound_value =
          clamp_to_int64(floor_shift(bounded.bound, static_cast<int>(node.shift)));
    if (certificate_->claim == Claim::kBound) return;
    const std::size_t mark = trail_.size();
    const auto room = decide(node, bounded);
    if (first && threshold_) {
      verdict_.reduction = true;
      verdict_.core_size = room ? static_cast<std::uint32_t>(free_count()) : 0;
    }
    if (room) go_on(node, bounded, *room, depth, first);
    undo(mark);
  }

  std::size_t free_count() const {
    return static_cast<std::size_t>(std::count_if(
        open_.begin(), open_.end(), [&](Position each) { return state_[each] == State::kFree; }));
  }

  // Decides whose other value would close the node. What is left of the bound above
  // the threshold; nothing: the node is closed.
  std::optional<Wide> decide(const ProofNode& node, const Bounded& bounded) {
    if (!threshold_) return Wide{0};
    const Wide room = add(bounded.bound, -times(*threshold_, Wide{1} << node.shift));
    if (room < 0) return std::nullopt;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (state_[open_[i]] != State::kFree || absolute(bounded.costs[i]) <= room) continue;
      set(open_[i], bounded.costs[i] > 0 ? State::kIn : State::kOut);
    }
    return room;
  }

  void go_on(const ProofNode& node, const Bounded& bounded, Wide room, std::size_t depth,
             bool first) {
    switch (node.next) {
      case ProofNode::Next::kAgain:
        if (first) settle_for_good();
        check_node(depth + 1);
        break;
      case ProofNode::Next::kBranch: {
        if (node.branch >= problem_->size() || state_[node.branch] != State::kFree) {
          throw Flaw{"A node branches on a candidate that is decided."};
        }
        for (const State state : {State::kIn, State::kOut}) {
          const std::size_t mark = trail_.size();
          set(node.branch, state);
          check_node(depth + 1);
          undo(mark);
        }
        break;
      }
      case ProofNode::Next::kWalk:
        start_walk(bounded, room);
    }
  }

  // The first node's decisions hold for all others. What is left can only add
  // multiples of its scores' greatest common divisor.
  void settle_for_good() {
    trail_.clear();
    settle();
    if (open_.empty() || !threshold_) return;
    std::int64_t divisor = 0;
    for (const Position each : open_) divisor = std::gcd(divisor, problem_->score(each));
    if (divisor == 0) return;
    const Wide over = (*threshold_ - score_of(settled_in_)) % divisor;
    if (over != 0) *threshold_ += over > 0 ? divisor - over : -over;
  }

  void set(Position candidate, State state) {
    state_[candidate] = state;
    trail_.push_back(candidate);
  }

  void undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) state_[trail_.back()] = State::kFree;
  }

  // --- The walk through what a node leaves ---

  void start_walk(const Bounded& bounded, Wide room) {
    walk_order_.clear();
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (state_[open_[i]] == State::kFree) walk_order_.push_back({bounded.costs[i], open_[i]});
    }
    if (walk_order_.size() > kDeepest) throw Flaw{"A node leaves too much to walk."};
    std::sort(walk_order_.begin(), walk_order_.end(), [](const auto& a, const auto& b) {
      const Wide left = absolute(a.first);
      const Wide right = absolute(b.first);
      return left != right ? left > right : a.second < b.second;
    });
    chosen_ = settled_in_;
    for (const Position each : open_) {
      if (state_[each] == State::kIn) chosen_.push_back(each);
    }
    used_.assign(problem_->resources().size(), 0);
    for (const Position each : chosen_) {
      for (const Use& use : problem_->uses(each)) used_[use.resource] += use.amount;
    }
    walk(0, room);
  }

  void walk(std::size_t place, Wide room) {
    if (++verdict_.walked > most_walked_) throw Flaw{"The walk takes too long."};
    if (place == walk_order_.size()) return look_at_set();
    const auto [cost, candidate] = walk_order_[place];
    const Wide left = threshold_ ? room - absolute(cost) : room;
    if (cost <= 0 || left >= 0) walk(place + 1, cost <= 0 ? room : left);
    if ((cost <= 0 && left < 0) || !fits(candidate)) return;
    for (const Use& use : problem_->uses(candidate)) used_[use.resource] += use.amount;
    chosen_.push_back(candidate);
    walk(place + 1, cost > 0 ? room : left);
    chosen_.pop_back();
    for (const Use& use : problem_->uses(candidate)) used_[use.resource] -= use.amount;
  }

  // Uses are never negative, so what is too much stays so.
  bool fits(Position candidate) const {
    if (rows_.count.upper && static_cast<std::int64_t>(chosen_.size()) >= *rows_.count.upper) {
      return false;
    }
    const auto uses = problem_->uses(candidate);
    return std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
      const auto& upper = rows_.resources[use.resource].upper;
      return !upper || used_[use.resource] + use.amount <= *upper;
    });
  }

  void look_at_set() {
    Set set = chosen_;
    std::sort(set.begin(), set.end());
    const std::int64_t score = score_of(set);
    if (threshold_ && score < *threshold_) return;
    if (!rows_.met_by(set)) return;
    if (certificate_->claim == Claim::kInfeasible) {
      throw Flaw{"There is a set that meets the constraints."};
    }
    if (score > verdict_.score) throw Flaw{"There is a set with a higher score."};
    if (comes_before(set, *certificate_->selected)) {
      throw Flaw{"There is a set of the same score that comes before the selected one."};
    }
  }

  // Of two sets of equal score, by the total order of answers (solve.hpp).
  bool comes_before(const Set& set, const Set& other) const {
    const auto total = [&](const Set& of, ResourceIndex resource) {
      std::int64_t sum = 0;
      for (const Position each : of) sum += problem_->use(each, resource);
      return sum;
    };
    for (const Limit& limit : problem_->limits()) {
      const std::int64_t here = total(set, limit.resource);
      const std::int64_t there = total(other, limit.resource);
      if (here != there) return here < there;
    }
    return set < other;
  }

  const Problem* problem_;
  const Certificate* certificate_;
  Rows rows_;
  std::uint64_t most_walked_;
  Verdict verdict_;
  std::optional<Wide> threshold_;  // sets of a lower score need no look
  std::size_t next_ = 0;           // node of the proof

  std::vector<State> state_;  // by candidate
  Set open_;                  // candidates that nodes still look at
  Set settled_in_;            // chosen for good
  Set trail_;                 // decided since, in order

  Wide count_value_ = 0;
  std::vector<Wide> resource_value_, group_value_, covered_value_, coverage_value_;
  std::unordered_map<Position, Wide> pair_value_;

  std::vector<std::pair<Wide, Position>> walk_order_;
  Set chosen_;
  std::vector<std::int64_t> used_;
};

}  // namespace

Verdict check(const Problem& problem, const Certificate& certificate, std::uint64_t most_walked) {
  return Checker(problem, certificate, most_walked).run();
}

}  // namespace pilah::selection
