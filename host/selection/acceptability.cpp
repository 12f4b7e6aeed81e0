#include "pilah/selection/acceptability.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/reweigher.hpp"
#include "pilah/selection/score.hpp"

namespace pilah::selection {
namespace {

// Weights that add up to a million, uniform among all such: the distances of
// sorted cuts.
class WeightDraw {
 public:
  WeightDraw(std::size_t criteria, const AcceptabilityOptions& how)
      : criteria_(criteria), order_(how.order), random_(how.seed) {}

  std::vector<std::int64_t> next() {
    const std::size_t weighed = order_.empty() ? criteria_ : order_.size();
    std::vector<std::int64_t> cuts = {0, kMillion};
    for (std::size_t i = 1; i < weighed; ++i) cuts.push_back(cut());
    std::sort(cuts.begin(), cuts.end());
    std::vector<std::int64_t> drawn;
    for (std::size_t i = 0; i < weighed; ++i) drawn.push_back(cuts[i + 1] - cuts[i]);
    if (order_.empty()) return drawn;
    // Uniform among the weights of that order: the same, sorted.
    std::sort(drawn.begin(), drawn.end(), std::greater<>());
    std::vector<std::int64_t> weights(criteria_, 0);
    for (std::size_t i = 0; i < weighed; ++i) weights[order_[i]] = drawn[i];
    return weights;
  }

 private:
  // 0 to a million, each as likely: what is left over above whole rounds is drawn again.
  std::int64_t cut() {
    constexpr std::uint64_t kValues = kMillion + 1;
    constexpr std::uint64_t kWhole = UINT64_MAX - UINT64_MAX % kValues;
    std::uint64_t drawn = random_();
    while (drawn >= kWhole) drawn = random_();
    return static_cast<std::int64_t>(drawn % kValues);
  }

  std::size_t criteria_;
  std::vector<std::size_t> order_;
  std::mt19937_64 random_;
};

// All draws, in an order in which neighbours are alike: a solve then begins near
// where the last one ended. Through the cells of a grid, to and fro.
std::vector<std::vector<std::int64_t>> drawn_weights(std::size_t criteria,
                                                     const AcceptabilityOptions& how) {
  constexpr std::int64_t kCells = 6;
  struct Drawn {
    std::vector<std::int64_t> place, weights;
  };
  WeightDraw draw(criteria, how);
  std::vector<Drawn> draws(how.samples);
  for (Drawn& each : draws) {
    each.weights = draw.next();
    bool backwards = false;
    for (std::size_t c = 0; c + 1 < criteria; ++c) {
      const std::int64_t cell = each.weights[c] * kCells / (kMillion + 1);
      each.place.push_back(backwards ? kCells - cell : cell);
      backwards = backwards != (cell % 2 == 1);
    }
  }
  std::ranges::stable_sort(draws, {}, &Drawn::place);
  std::vector<std::vector<std::int64_t>> result;
  result.reserve(draws.size());
  for (Drawn& each : draws) result.push_back(std::move(each.weights));
  return result;
}

}  // namespace

double Acceptability::error() const {
  constexpr double kNormal95 = 1.959963984540054;
  return samples == 0 ? 1.0 : kNormal95 * 0.5 / std::sqrt(static_cast<double>(samples));
}

Acceptability acceptability(const Problem& problem, const Valuation& valuation,
                            const AcceptabilityOptions& how, const SolveOptions& options) {
  Acceptability result;
  result.chosen.assign(problem.size(), 0);
  result.weights.assign(problem.size() * valuation.criteria, 0);
  engine::Reweigher reweigher(problem, dominated(problem, valuation));
  std::vector<std::int64_t> scores(problem.size(), 0);
  for (const auto& weights : drawn_weights(valuation.criteria, how)) {
    for (Position i = 0; i < problem.size(); ++i) scores[i] = score_of(weights, valuation.of(i));
    engine::Effort effort(options);
    const engine::Ranked ranked = reweigher.best(scores, effort);
    if (!ranked.complete || ranked.sets.empty()) return result;
    ++result.samples;
    for (const Position each : ranked.sets.front()) {
      ++result.chosen[each];
      for (std::size_t c = 0; c < valuation.criteria; ++c) {
        result.weights[each * valuation.criteria + c] += weights[c];
      }
    }
  }
  return result;
}

}  // namespace pilah::selection
