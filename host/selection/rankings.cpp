#include "pilah/selection/rankings.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pilah::selection {
namespace {

Range range_of(const Decision& decision, std::size_t criterion) {
  Range range{decision.values.front()[criterion], decision.values.front()[criterion]};
  for (const auto& row : decision.values) {
    range.least = std::min(range.least, row[criterion]);
    range.most = std::max(range.most, row[criterion]);
  }
  return range;
}

double ratio(double value, double of) { return of == 0 ? 0.0 : value / of; }

// Calls use(alternative, criterion, regret) with how far each is from the better end
// of the criterion's values, 0 to 1.
template <class Use>
void for_each_regret(const Decision& decision, Use use) {
  for (std::size_t c = 0; c < decision.weights.size(); ++c) {
    const Range range = range_of(decision, c);
    for (std::size_t a = 0; a < decision.values.size(); ++a) {
      const double value = decision.values[a][c];
      const double from_best =
          decision.more_is_better[c] ? range.most - value : value - range.least;
      use(a, c, ratio(from_best, range.most - range.least));
    }
  }
}

Table normalised(const Decision& decision, Normalisation normalisation) {
  Table result = decision.values;
  for (std::size_t c = 0; c < decision.weights.size(); ++c) {
    double length = 0;
    for (const auto& row : decision.values) length = std::hypot(length, row[c]);
    const Range range = range_of(decision, c);
    for (auto& row : result) {
      row[c] = normalisation == Normalisation::kVector
                   ? ratio(row[c], length)
                   : ratio(row[c] - range.least, range.most - range.least);
      row[c] *= decision.weights[c];
    }
  }
  return result;
}

}  // namespace

std::vector<double> topsis(const Decision& decision, Normalisation normalisation) {
  const Decision weighed{normalised(decision, normalisation), decision.weights,
                         decision.more_is_better};
  std::vector<double> result;
  for (const auto& row : weighed.values) {
    double to_best = 0;
    double to_worst = 0;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const Range range = range_of(weighed, c);
      const bool more = decision.more_is_better[c];
      to_best = std::hypot(to_best, row[c] - (more ? range.most : range.least));
      to_worst = std::hypot(to_worst, row[c] - (more ? range.least : range.most));
    }
    result.push_back(ratio(to_worst, to_best + to_worst));
  }
  return result;
}

std::vector<double> vikor(const Decision& decision, double mean_share) {
  std::vector<double> mean(decision.values.size(), 0.0);
  std::vector<double> worst(decision.values.size(), 0.0);
  for_each_regret(decision, [&](std::size_t a, std::size_t c, double regret) {
    mean[a] += decision.weights[c] * regret;
    worst[a] = std::max(worst[a], decision.weights[c] * regret);
  });
  const auto [least_mean, most_mean] = std::minmax_element(mean.begin(), mean.end());
  const auto [least_worst, most_worst] = std::minmax_element(worst.begin(), worst.end());
  std::vector<double> result;
  for (std::size_t a = 0; a < mean.size(); ++a) {
    result.push_back(mean_share * ratio(mean[a] - *least_mean, *most_mean - *least_mean) +
                     (1 - mean_share) * ratio(worst[a] - *least_worst, *most_worst - *least_worst));
  }
  return result;
}

std::vector<double> promethee_ii(const Decision& decision) {
  const std::size_t alternatives = decision.values.size();
  std::vector<double> result(alternatives, 0.0);
  if (alternatives < 2) return result;
  for (std::size_t a = 0; a < alternatives; ++a) {
    for (std::size_t b = 0; b < alternatives; ++b) {
      for (std::size_t c = 0; c < decision.weights.size(); ++c) {
        const double ahead = decision.values[a][c] - decision.values[b][c];
        if (ahead == 0) continue;
        const bool preferred = (ahead > 0) == decision.more_is_better[c];
        result[a] += preferred ? decision.weights[c] : -decision.weights[c];
      }
    }
    result[a] /= static_cast<double>(alternatives - 1);
  }
  return result;
}

std::vector<double> spotis(const Decision& decision, std::span<const Range> ranges) {
  std::vector<double> result;
  for (const auto& row : decision.values) {
    double distance = 0;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto& [least, most] = ranges[c];
      const double ideal = decision.more_is_better[c] ? most : least;
      distance += decision.weights[c] * std::abs(row[c] - ideal) / (most - least);
    }
    result.push_back(distance);
  }
  return result;
}

std::vector<std::size_t> places(std::span<const double> values, bool more_is_better) {
  constexpr double kEqual = 1e-9;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return more_is_better ? values[a] > values[b] : values[a] < values[b];
  });
  std::vector<std::size_t> result(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool equal = i > 0 && std::abs(values[order[i]] - values[order[i - 1]]) <= kEqual;
    result[order[i]] = equal ? result[order[i - 1]] : i + 1;
  }
  return result;
}

}  // namespace pilah::selection
