#include "pilah/selection/stability.hpp"

#include <algorithm>
#include <utility>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/reweigher.hpp"
#include "pilah/selection/wide.hpp"

namespace pilah::selection {
namespace {

// What a set is worth as one weight t changes: constant + t slope. Both fit in 64
// bits (stability.hpp), their products with the parts of a ratio in 128.
struct Line {
  Wide constant = 0;
  Wide slope = 0;

  // Times the denominator of t.
  Wide at(const Ratio& t) const { return constant * t.denominator + slope * t.numerator; }
  bool operator==(const Line&) const = default;
};

Ratio lowest(Wide numerator, Wide denominator) {
  Wide a = numerator < 0 ? -numerator : numerator;
  Wide b = denominator;
  while (b != 0) a = std::exchange(b, a % b);
  return {static_cast<std::int64_t>(numerator / a), static_cast<std::int64_t>(denominator / a)};
}

// Sets that are worth more than the chosen one as one weight changes.
class OneWeight {
 public:
  OneWeight(const Problem& problem, const Valuation& valuation,
            std::span<const std::int64_t> weights, std::size_t criterion, const ChosenSet& chosen,
            engine::Reweigher& reweigher, engine::Effort& effort)
      : chosen_(&chosen), reweigher_(&reweigher), effort_(&effort), lines_(problem.size()) {
    for (Position i = 0; i < problem.size(); ++i) {
      const auto values = valuation.of(i);
      for (std::size_t c = 0; c < weights.size(); ++c) {
        if (c == criterion) {
          lines_[i].slope = values[c];
        } else {
          lines_[i].constant += Wide{weights[c]} * values[c];
        }
      }
    }
  }

  Line line(const std::vector<Position>& set) const {
    Line sum;
    for (const Position each : set) {
      sum.constant += lines_[each].constant;
      sum.slope += lines_[each].slope;
    }
    return sum;
  }
  Line chosen_line() const { return line(chosen_->positions); }

  struct Better {
    bool complete = true;                      // false: a limit came first
    std::optional<std::vector<Position>> set;  // worth more at t, exactly
  };

  // What the candidates are worth at t may not fit in a score. Scaled down and rounded
  // down each loses less than one unit, so a set that is worth more than the chosen one
  // scores more than that less a unit for each member.
  Better better(const Ratio& t) {
    const int shift = shift_at(t);
    std::vector<std::int64_t> scores;
    for (const Line& each : lines_) {
      scores.push_back(static_cast<std::int64_t>(each.at(t) >> shift));
    }
    std::int64_t reached = 0;
    for (const Position each : chosen_->positions) reached += scores[each];
    Better unknown{.complete = false, .set = {}};
    if (!reweigher_->take(scores)) return unknown;
    auto found = reweigher_->best(reached, *effort_);
    if (found.sets.empty()) return unknown;
    if (auto set = best_of(found.sets, t)) return {.complete = true, .set = std::move(set)};
    if (shift == 0) return {};
    const std::int64_t floor = reached - reweigher_->most_members();
    found = reweigher_->down_to(floor, *effort_);
    if (!found.complete) return unknown;
    return {.complete = found.from <= floor, .set = best_of(found.sets, t)};
  }

 private:
  // The one that is worth the most at t, if that is more than the chosen one.
  std::optional<std::vector<Position>> best_of(const std::vector<std::vector<Position>>& sets,
                                               const Ratio& t) const {
    const auto best = std::ranges::max_element(
        sets, {}, [&](const std::vector<Position>& set) { return line(set).at(t); });
    if (line(*best).at(t) <= chosen_line().at(t)) return std::nullopt;
    return *best;
  }

  // Scores stay within what a problem may have, and their sum within 63 bits.
  int shift_at(const Ratio& t) const {
    Wide largest = 0;
    for (const Line& each : lines_) largest = std::max(largest, each.at(t));
    const Wide most = std::min(Wide{1} << 53, (Wide{1} << 62) / static_cast<Wide>(lines_.size()));
    int shift = 0;
    while ((largest >> shift) > most) ++shift;
    return shift;
  }

  const ChosenSet* chosen_;
  engine::Reweigher* reweigher_;
  engine::Effort* effort_;
  std::vector<Line> lines_;  // by candidate
};

struct End {
  bool complete = true;
  Ratio at;
  std::optional<std::vector<Position>> beyond;
};

// From outside towards the chosen set, which is a best one at some t: crossing by crossing.
End end_from(OneWeight& weight, Ratio outside) {
  const Line chosen = weight.chosen_line();
  End end{true, outside, std::nullopt};
  for (;;) {
    auto better = weight.better(end.at);
    end.complete = better.complete;
    if (!better.set) return end;
    const Line other = weight.line(*better.set);
    const Wide numerator = chosen.constant - other.constant;
    const Wide denominator = other.slope - chosen.slope;
    end.at = denominator > 0 ? lowest(numerator, denominator) : lowest(-numerator, -denominator);
    end.beyond = std::move(better.set);
  }
}

}  // namespace

Stability stability(const Problem& problem, const Valuation& valuation,
                    std::span<const std::int64_t> weights, const ChosenSet& chosen,
                    std::int64_t most, const SolveOptions& options) {
  Stability result;
  engine::Effort effort(options);
  engine::Reweigher reweigher(problem);
  for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
    result.intervals.emplace_back();
    OneWeight weight(problem, valuation, weights, criterion, chosen, reweigher, effort);
    const auto now = weight.better({weights[criterion], 1});
    result.complete = result.complete && now.complete;
    if (!now.complete || now.set) continue;
    End above = end_from(weight, {most, 1});
    End below = end_from(weight, {0, 1});
    result.complete = result.complete && above.complete && below.complete;
    if (!above.complete || !below.complete) continue;
    result.intervals.back() =
        WeightInterval{below.at, above.at, std::move(below.beyond), std::move(above.beyond)};
  }
  return result;
}

}  // namespace pilah::selection
