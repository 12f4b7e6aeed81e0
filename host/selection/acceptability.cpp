#include "pilah/selection/acceptability.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/weighing.hpp"
#include "pilah/selection/score.hpp"
#include "pilah/selection/weighting.hpp"

namespace pilah::selection {
namespace {

using Weights = std::vector<std::int64_t>;

// With fewer draws each is searched for by itself.
constexpr std::uint32_t kFewestSpread = 1000;
constexpr std::size_t kMostSpread = 130;

// Draws are answered in batches of growing size, each of which covers all weights: what a
// limit leaves is then no lopsided part of them.
constexpr std::uint32_t kFirstBatch = 100;

// The criteria whose weights are drawn, and how.
struct Drawn {
  Drawn(std::size_t existing, const AcceptabilityOptions& how)
      : all(existing), criteria(how.criteria), ordered(how.ordered) {
    if (!criteria.empty()) return;
    criteria.resize(all);
    std::iota(criteria.begin(), criteria.end(), std::size_t{0});
  }

  std::size_t all;
  std::vector<std::size_t> criteria;
  bool ordered;
};

// Weights that add up to a million, uniform among all such: the distances of
// sorted cuts.
class WeightDraw {
 public:
  WeightDraw(Drawn drawn, std::uint64_t seed) : drawn_(std::move(drawn)), random_(seed) {}

  Weights next() {
    const std::size_t weighed = drawn_.criteria.size();
    Weights cuts = {0, kMillion};
    for (std::size_t i = 1; i < weighed; ++i) cuts.push_back(cut());
    std::sort(cuts.begin(), cuts.end());
    Weights parts;
    for (std::size_t i = 0; i < weighed; ++i) parts.push_back(cuts[i + 1] - cuts[i]);
    // Uniform among the weights of an order: the same, sorted.
    if (drawn_.ordered) std::sort(parts.begin(), parts.end(), std::greater<>());
    Weights weights(drawn_.all, 0);
    for (std::size_t i = 0; i < weighed; ++i) weights[drawn_.criteria[i]] = parts[i];
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

  Drawn drawn_;
  std::mt19937_64 random_;
};

// The next draws, in an order in which neighbours are alike: a search then begins near
// where the last one ended. Through the cells of a grid, to and fro.
std::vector<Weights> drawn_weights(WeightDraw& draw, std::size_t criteria, std::uint32_t samples) {
  constexpr std::int64_t kCells = 6;
  struct Placed {
    Weights place, weights;
  };
  std::vector<Placed> draws(samples);
  for (Placed& each : draws) {
    each.weights = draw.next();
    bool backwards = false;
    for (std::size_t c = 0; c + 1 < criteria; ++c) {
      const std::int64_t cell = each.weights[c] * kCells / (kMillion + 1);
      each.place.push_back(backwards ? kCells - cell : cell);
      backwards = backwards != (cell % 2 == 1);
    }
  }
  std::ranges::stable_sort(draws, {}, &Placed::place);
  std::vector<Weights> result;
  result.reserve(draws.size());
  for (Placed& each : draws) result.push_back(std::move(each.weights));
  return result;
}

// Weights in equal steps over all that can be drawn: as many steps as give at most
// `most`. None where there are too many criteria for that.
class Lattice {
 public:
  Lattice(Drawn drawn, std::size_t most) : drawn_(std::move(drawn)) {
    const std::size_t weighed = drawn_.criteria.size();
    for (steps_ = 0; points(weighed, steps_ + 1) <= most && steps_ < most;) ++steps_;
    if (steps_ > 0) {
      parts_.assign(weighed, 0);
      divide(0, steps_);
    }
  }

  std::vector<Weights> all() && { return std::move(all_); }

 private:
  // How many ways there are to divide so many steps.
  static std::size_t points(std::size_t weighed, std::size_t steps) {
    constexpr std::size_t kMany = 1'000'000;
    std::size_t result = 1;
    for (std::size_t i = 1; i < weighed && result < kMany; ++i) result = result * (steps + i) / i;
    return result;
  }

  void divide(std::size_t at, std::size_t left) {
    if (at + 1 < parts_.size()) {
      for (std::size_t part = 0; part <= left; ++part) {
        parts_[at] = part;
        divide(at + 1, left - part);
      }
      return;
    }
    parts_[at] = left;
    all_.push_back(weights());
  }

  // In order: a part goes to all criteria up to its own alike, so that the first weighs most.
  Weights weights() const {
    std::vector<double> shares(drawn_.all, 0.0);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const double part = static_cast<double>(parts_[i]) / static_cast<double>(steps_);
      if (!drawn_.ordered) shares[drawn_.criteria[i]] = part;
      for (std::size_t k = 0; k <= i && drawn_.ordered; ++k) {
        shares[drawn_.criteria[k]] += part / static_cast<double>(i + 1);
      }
    }
    return as_millionths(shares);
  }

  Drawn drawn_;
  std::size_t steps_ = 0;
  std::vector<std::size_t> parts_;
  std::vector<Weights> all_;
};

}  // namespace

double Acceptability::error() const {
  constexpr double kNormal95 = 1.959963984540054;
  return samples == 0 ? 1.0 : kNormal95 * 0.5 / std::sqrt(static_cast<double>(samples));
}

Acceptability acceptability(const Problem& problem, const Valuation& valuation,
                            const AcceptabilityOptions& how, const SolveOptions& options) {
  const std::size_t criteria = valuation.criteria;
  Acceptability result;
  result.chosen.assign(problem.size(), 0);
  result.weights.assign(problem.size() * criteria, 0);
  engine::Effort effort(options);
  engine::Weighing weighing(problem, valuation, dominated(problem, valuation));
  const Drawn drawn(criteria, how);
  if (how.samples >= kFewestSpread) {
    for (const Weights& weights : Lattice(drawn, kMostSpread).all()) {
      const auto best = weighing.solved(weights, effort);
      if (!best.complete || !best.allowed) return result;
    }
  }
  WeightDraw draw(drawn, how.seed);
  for (std::uint32_t size = kFirstBatch; result.samples < how.samples; size *= 2) {
    Acceptability batch = result;
    const std::uint32_t samples = std::min(size, how.samples - result.samples);
    for (const Weights& weights : drawn_weights(draw, criteria, samples)) {
      const auto best = weighing.best(weights, effort);
      if (!best.complete || !best.allowed) return result;
      ++batch.samples;
      for (const Position each : best.set) {
        ++batch.chosen[each];
        for (std::size_t c = 0; c < criteria; ++c) {
          batch.weights[each * criteria + c] += weights[c];
        }
      }
    }
    result = std::move(batch);
  }
  return result;
}

}  // namespace pilah::selection
