#include "pilah/selection/stability.hpp"

#include <algorithm>
#include <numeric>

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

class OneWeight {
 public:
  OneWeight(const Problem& problem, const Valuation& valuation,
            std::span<const std::int64_t> weights, std::size_t criterion,
            const SolveOptions& options)
      : problem_(&problem), options_(&options), lines_(problem.size()) {
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

  // A set of the largest worth at t, exactly; nothing if a limit came first.
  //
  // What the candidates are worth at t may not fit in a score. Scaled down and
  // rounded down each loses less than one unit, so a best set is among those within
  // as many units of the best scaled one as a set has members.
  std::optional<std::vector<Position>> best(const Ratio& t) const {
    constexpr Wide kLargest = Wide{1} << 38;  // and 2^24 of them stay below 2^62
    Wide largest = 0;
    for (const Line& each : lines_) largest = std::max(largest, each.at(t));
    int shift = 0;
    while ((largest >> shift) > kLargest) ++shift;
    Variation variation;
    for (const Line& each : lines_) {
      variation.scores.push_back(static_cast<std::int64_t>(each.at(t) >> shift));
    }
    for (const std::uint32_t wanted : {1U, 30U, kMostBestSets}) {
      if (shift > 0 && wanted == 1) continue;
      SolveOptions options = *options_;
      options.best = wanted;
      const Answer answer = solve(*problem_, variation, options);
      if (answer.status != Status::kOptimal) return std::nullopt;
      const auto& sets = answer.best;
      const auto members = [](const ChosenSet& set) {
        return static_cast<std::int64_t>(set.positions.size());
      };
      const bool all_there =
          shift == 0 || sets.size() < wanted ||
          sets.back().score + std::max<std::int64_t>(problem_->size(), members(sets.back())) <
              sets.front().score;
      if (!all_there) continue;
      return std::ranges::max_element(
                 sets, {}, [&](const ChosenSet& set) { return line(set.positions).at(t); })
          ->positions;
    }
    return std::nullopt;
  }

 private:
  const Problem* problem_;
  const SolveOptions* options_;
  std::vector<Line> lines_;  // by candidate
};

struct End {
  Ratio at;
  std::optional<std::vector<Position>> beyond;
};

// From outside towards the chosen set, crossing by crossing.
std::optional<End> end_from(const OneWeight& weight, const Line& chosen, Ratio outside) {
  End end{outside, std::nullopt};
  for (;;) {
    auto best = weight.best(end.at);
    if (!best) return std::nullopt;
    const Line other = weight.line(*best);
    if (other.at(end.at) <= chosen.at(end.at)) return end;
    // Parallel lines do not cross: the chosen set is best nowhere.
    if (other.slope == chosen.slope) return std::nullopt;
    const Wide numerator = chosen.constant - other.constant;
    const Wide denominator = other.slope - chosen.slope;
    end.at = denominator > 0 ? lowest(numerator, denominator) : lowest(-numerator, -denominator);
    end.beyond = std::move(best);
  }
}

}  // namespace

Stability stability(const Problem& problem, const Valuation& valuation,
                    std::span<const std::int64_t> weights, const ChosenSet& chosen,
                    std::int64_t most, const SolveOptions& options) {
  Stability result;
  for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
    result.intervals.emplace_back();
    const OneWeight weight(problem, valuation, weights, criterion, options);
    const Line line = weight.line(chosen.positions);
    const Ratio now{weights[criterion], 1};
    const auto best = weight.best(now);
    if (!best || weight.line(*best).at(now) > line.at(now)) continue;
    auto above = end_from(weight, line, {most, 1});
    auto below = end_from(weight, line, {0, 1});
    if (!above || !below) continue;
    result.intervals.back() =
        WeightInterval{below->at, above->at, std::move(below->beyond), std::move(above->beyond)};
  }
  return result;
}

}  // namespace pilah::selection
