#include "pilah/selection/engine/sifter.hpp"

#include <algorithm>
#include <limits>

namespace pilah::selection::engine {
namespace {

constexpr Column kSamples = 4'000;
constexpr Column kBlock = 512;

// A column of a smaller cost is not worth a pivot; scores are whole numbers.
constexpr double kLeastCost = 1.0 / 64;

bool better(double cost_a, Column a, double cost_b, Column b) {
  return cost_a != cost_b ? cost_a > cost_b : a < b;
}

}  // namespace

Sifter::Sifter(const Matrix& matrix, Column near_columns)
    : matrix_(&matrix), near_columns_(near_columns) {}

// From evenly spaced columns: a distance within which about near_columns lie.
void Sifter::choose_distance(std::span<const double> duals) {
  const Column columns = matrix_->columns();
  distance_ = std::numeric_limits<double>::infinity();
  if (columns <= 2 * near_columns_) return;
  const Column step = std::max(columns / kSamples, Column{1});
  std::vector<double> sample;
  for (Column column = 0; column < columns; column += step) {
    double cost = 0;
    matrix_->estimated_costs(duals, column, column + 1, &cost);
    sample.push_back(-cost);
  }
  const auto middle =
      sample.begin() + static_cast<std::ptrdiff_t>(sample.size() * near_columns_ / columns);
  std::nth_element(sample.begin(), middle, sample.end());
  distance_ = std::max(*middle, 0.0);
}

void Sifter::consider(Column column, double cost, std::span<const Fixed> fixed,
                      std::span<const std::uint32_t> place, std::size_t most) {
  if (place[column] != kNoPlace || fixed[column] == Fixed::kOut) return;
  if (fixed[column] == Fixed::kFree && cost <= kLeastCost) return;
  const auto later = [](const Priced& a, const Priced& b) {
    return better(a.cost, a.column, b.cost, b.column);
  };
  if (best_.size() >= most && cost <= best_.front().cost) return;
  best_.push_back({cost, column});
  std::push_heap(best_.begin(), best_.end(), later);
  if (best_.size() <= most) return;
  std::pop_heap(best_.begin(), best_.end(), later);
  best_.pop_back();
}

std::span<const Column> Sifter::take() {
  std::sort(best_.begin(), best_.end(), [](const Priced& a, const Priced& b) {
    return better(a.cost, a.column, b.cost, b.column);
  });
  wanted_.clear();
  for (const Priced& each : best_) wanted_.push_back(each.column);
  return wanted_;
}

std::span<const Column> Sifter::wanted(std::span<const double> duals, std::span<const Fixed> fixed,
                                       std::span<const std::uint32_t> place, std::size_t most) {
  best_.clear();
  for (const Column column : near_) {
    double cost = 0;
    matrix_->estimated_costs(duals, column, column + 1, &cost);
    consider(column, cost, fixed, place, most);
  }
  if (!best_.empty()) return take();
  choose_distance(duals);
  near_.clear();
  double costs[kBlock];
  for (Column begin = 0; begin < matrix_->columns(); begin += kBlock) {
    const Column end = std::min(begin + kBlock, matrix_->columns());
    matrix_->estimated_costs(duals, begin, end, costs);
    for (Column column = begin; column < end; ++column) {
      const double cost = costs[column - begin];
      if (cost < -distance_) continue;
      near_.push_back(column);
      consider(column, cost, fixed, place, most);
    }
  }
  return take();
}

}  // namespace pilah::selection::engine
