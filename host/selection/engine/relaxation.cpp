#include "pilah/selection/engine/relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pilah::selection::engine {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kViolation = 1e-7;
constexpr std::size_t kRowsPerRound = 60;
constexpr std::size_t kColumnsPerRound = 250;
constexpr int kMostRounds = 300;

// Duals are kept below 2^62, and below what keeps dual * magnitude under 2^106:
// with at most 2^20 active rows every sum then stays within 128 bits.
constexpr int kDualBits = 61;
constexpr int kRowBits = 105;
constexpr int kMostShift = 40;

int bits(double value) { return value == 0 ? -1000 : std::ilogb(value) + 1; }

}  // namespace

Relaxation::Relaxation(const Matrix& matrix)
    : matrix_(&matrix),
      place_(matrix.columns(), kNoPlace),
      row_place_(matrix.rows().size(), kNoPlace),
      duals_(matrix.rows().size(), 0),
      activity_(matrix.rows().size(), 0.0) {
  objective_changed();
  for (RowIndex row = 0; row < matrix.rows().size(); ++row) {
    if (matrix.rows()[row].eager) add_row(row);
  }
}

void Relaxation::objective_changed() {
  const std::int64_t largest = std::max<std::int64_t>(matrix_->largest_objective(), 1);
  cost_scale_ = std::ldexp(1.0, -bits(static_cast<double>(largest)));
  for (std::uint32_t k = 0; k < active_.size(); ++k) {
    simplex_.set_cost(k, cost_scale_ * static_cast<double>(matrix_->objective(active_[k])));
  }
}

Relaxation::Relaxation(const Matrix& matrix, Column near_columns) : Relaxation(matrix) {
  sifter_.emplace(matrix, near_columns);
  estimated_duals_.assign(matrix.rows().size(), 0.0);
}

void Relaxation::add_row(RowIndex row) {
  const Row& each = matrix_->rows()[row];
  const double scale =
      std::ldexp(1.0, -bits(static_cast<double>(std::max<std::int64_t>(each.largest, 1))));
  terms_.clear();
  for (std::uint32_t k = 0; k < active_.size(); ++k) {
    for (const Entry& entry : matrix_->entries(active_[k], buffer_)) {
      if (entry.row == row) terms_.push_back({k, scale * static_cast<double>(entry.coefficient)});
    }
  }
  row_place_[row] = static_cast<std::uint32_t>(active_rows_.size());
  active_rows_.push_back(row);
  row_scale_.push_back(scale);
  // Without a bound the activity still lies between its least and its most; a bound
  // just beyond never binds, and with two finite ends any basis is dual feasible.
  const double lower = static_cast<double>(each.lower == kNoLower ? each.least : each.lower);
  const double upper = static_cast<double>(each.upper == kNoUpper ? each.most : each.upper);
  simplex_.add_row(scale * lower - (each.lower == kNoLower ? 1 : 0),
                   scale * upper + (each.upper == kNoUpper ? 1 : 0), terms_);
}

void Relaxation::add_column(Column column) {
  if (place_[column] != kNoPlace) return;
  place_[column] = static_cast<std::uint32_t>(active_.size());
  active_.push_back(column);
  terms_.clear();
  for (const Entry& entry : matrix_->entries(column, buffer_)) {
    const std::uint32_t row = row_place_[entry.row];
    if (row == kNoPlace) continue;
    terms_.push_back({row, row_scale_[row] * static_cast<double>(entry.coefficient)});
  }
  simplex_.add_column(cost_scale_ * static_cast<double>(matrix_->objective(column)), terms_);
}

void Relaxation::start_from(const Relaxation& other, std::span<const Column> source_columns,
                            std::span<const RowIndex> source_rows) {
  std::vector<char> may_leave;
  for (RowIndex row = 0; row < source_rows.size(); ++row) {
    const std::uint32_t there = other.row_place_[source_rows[row]];
    if (there != kNoPlace && row_place_[row] == kNoPlace) add_row(row);
  }
  for (const RowIndex row : active_rows_) {
    const std::uint32_t there = other.row_place_[source_rows[row]];
    const bool was_tight = there != kNoPlace && !other.simplex_.row_is_basic(there);
    may_leave.push_back(was_tight ? 1 : 0);
  }
  for (Column column = 0; column < source_columns.size(); ++column) {
    const std::uint32_t there = other.place_[source_columns[column]];
    if (there == kNoPlace || !other.simplex_.is_basic(there) || place_[column] == kNoPlace)
      continue;
    simplex_.make_basic(place_[column], may_leave);
  }
}

double Relaxation::value(Column column) const {
  return place_[column] == kNoPlace ? 0.0 : simplex_.value(place_[column]);
}

void Relaxation::set_boxes(std::span<const Fixed> fixed) {
  for (std::uint32_t k = 0; k < active_.size(); ++k) {
    const Fixed at = fixed[active_[k]];
    simplex_.set_box(k, at == Fixed::kIn ? 1 : 0, at == Fixed::kOut ? 0 : 1);
  }
}

bool Relaxation::add_violated_rows() {
  if (active_rows_.size() == matrix_->rows().size()) return false;
  std::fill(activity_.begin(), activity_.end(), 0.0);
  for (std::uint32_t k = 0; k < active_.size(); ++k) {
    const double at = simplex_.value(k);
    if (at == 0) continue;
    for (const Entry& entry : matrix_->entries(active_[k], buffer_)) {
      activity_[entry.row] += at * static_cast<double>(entry.coefficient);
    }
  }
  violated_.clear();
  for (RowIndex row = 0; row < activity_.size(); ++row) {
    if (row_place_[row] != kNoPlace) continue;
    const Row& each = matrix_->rows()[row];
    double off = 0;
    if (each.lower != kNoLower) off = static_cast<double>(each.lower) - activity_[row];
    if (each.upper != kNoUpper)
      off = std::max(off, activity_[row] - static_cast<double>(each.upper));
    off /= static_cast<double>(std::max<std::int64_t>(each.largest, 1));
    if (off > kViolation) violated_.push_back({-off, row});
  }
  std::sort(violated_.begin(), violated_.end());
  if (violated_.size() > kRowsPerRound) violated_.resize(kRowsPerRound);
  for (const auto& [off, row] : violated_) add_row(row);
  return !violated_.empty();
}

// Fixed point with as many bits as leave room for the sums.
void Relaxation::round_duals(bool ray) {
  const auto real = [&](std::uint32_t k) {
    const double dual = ray ? simplex_.ray(k) : simplex_.dual(k);
    const double scaled = dual * row_scale_[k] / (ray ? 1.0 : cost_scale_);
    return std::isfinite(scaled) ? scaled : 0.0;
  };
  // A ray has no unit: its largest multiplier becomes 1.
  double unit = 1;
  int shift = kMostShift;
  if (ray) {
    double largest = 0;
    for (std::uint32_t k = 0; k < active_rows_.size(); ++k) {
      largest = std::max(largest, std::abs(real(k)));
    }
    if (largest > 0) unit = std::ldexp(1.0, -bits(largest));
    shift = kDualBits;
  }
  for (std::uint32_t k = 0; k < active_rows_.size(); ++k) {
    const int size = bits(std::abs(real(k) * unit));
    const double magnitude = static_cast<double>(matrix_->rows()[active_rows_[k]].magnitude);
    shift = std::min({shift, kDualBits - size, kRowBits - size - bits(magnitude)});
  }
  shift_ = std::max(shift, 0);
  for (std::uint32_t k = 0; k < active_rows_.size(); ++k) {
    const RowIndex row = active_rows_[k];
    const Row& each = matrix_->rows()[row];
    double rounded = std::nearbyint(std::ldexp(real(k) * unit, shift_));
    const double most =
        std::ldexp(1.0, std::min(kDualBits, kRowBits - bits(static_cast<double>(each.magnitude))));
    rounded = std::clamp(rounded, -most, most);
    // An optimum rests on no end that is not there; what looks so is noise.
    if (!ray && each.upper == kNoUpper) rounded = std::min(rounded, 0.0);
    if (!ray && each.lower == kNoLower) rounded = std::max(rounded, 0.0);
    duals_[row] = static_cast<std::int64_t>(rounded);
  }
}

Wide Relaxation::bound_of_rows() const {
  Wide sum = 0;
  for (const RowIndex row : active_rows_) {
    const std::int64_t dual = duals_[row];
    const Row& each = matrix_->rows()[row];
    if (dual > 0) sum += Wide{dual} * (each.upper == kNoUpper ? each.most : each.upper);
    if (dual < 0) sum += Wide{dual} * (each.lower == kNoLower ? each.least : each.lower);
  }
  return sum;
}

void Relaxation::evaluate(std::span<const Fixed> fixed, bool with_objective) {
  constexpr std::uint64_t kOperationsOfColumn = 24;  // in 128 bits
  evaluated_ += kOperationsOfColumn * matrix_->columns();
  bound_ = bound_of_rows();
  const auto add = [&](Column column, Wide cost) {
    if (!with_objective) cost -= Wide{matrix_->objective(column)} << shift_;
    const Fixed at = fixed[column];
    if (at == Fixed::kIn || (at == Fixed::kFree && cost > 0)) bound_ += cost;
  };
  if (!sifter_ && with_objective) {
    costs_.resize(matrix_->columns());
    matrix_->reduced_costs(duals_, shift_, 0, matrix_->columns(), costs_.data());
    for (Column column = 0; column < matrix_->columns(); ++column) add(column, costs_[column]);
  } else {
    for_each_cost(add);
  }
}

// Columns outside the simplex whose reduced cost asks for them.
bool Relaxation::price(std::span<const Fixed> fixed, bool with_objective) {
  if (active_.size() == matrix_->columns()) return false;
  priced_.clear();
  const auto better = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  const auto consider = [&](Column column, Wide cost) {
    if (place_[column] != kNoPlace || fixed[column] == Fixed::kOut) return;
    if (!with_objective) cost -= Wide{matrix_->objective(column)} << shift_;
    if (fixed[column] == Fixed::kFree && cost <= (Wide{1} << shift_) / 64) return;
    if (priced_.size() >= kColumnsPerRound && cost <= priced_.front().first) return;
    priced_.push_back({cost, column});
    std::push_heap(priced_.begin(), priced_.end(), better);
    if (priced_.size() > kColumnsPerRound) {
      std::pop_heap(priced_.begin(), priced_.end(), better);
      priced_.pop_back();
    }
  };
  if (!sifter_ && with_objective) {
    for (Column column = 0; column < matrix_->columns(); ++column) consider(column, costs_[column]);
  } else {
    for_each_cost(consider);
  }
  std::sort(priced_.begin(), priced_.end(), better);
  for (const auto& [cost, column] : priced_) add_column(column);
  return !priced_.empty();
}

// The same for a large matrix, by estimates.
bool Relaxation::sift(std::span<const Fixed> fixed) {
  if (active_.size() == matrix_->columns()) return false;
  for (std::uint32_t k = 0; k < active_rows_.size(); ++k) {
    estimated_duals_[active_rows_[k]] = simplex_.dual(k) * row_scale_[k] / cost_scale_;
  }
  const auto wanted = sifter_->wanted(estimated_duals_, fixed, place_, kColumnsPerRound);
  for (const Column column : wanted) add_column(column);
  return !wanted.empty();
}

// The exact bound over all columns of a large matrix, keeping what is near.
void Relaxation::evaluate_sifted(std::span<const Fixed> fixed) {
  constexpr double kMostDistance = 0x1.0p60;
  const double distance = std::min(sifter_->distance(), kMostDistance);
  near_radius_ = static_cast<Wide>(distance) << shift_;
  near_.clear();
  bound_ = bound_of_rows();
  for_each_cost([&](Column column, Wide cost) {
    const Fixed at = fixed[column];
    if (at == Fixed::kIn || (at == Fixed::kFree && cost > 0)) bound_ += cost;
    if (cost >= -near_radius_) near_.push_back({cost, column});
  });
}

std::int64_t Relaxation::bound() const { return clamp_to_int64(floor_shift(bound_, shift_)); }

void Relaxation::solve(std::span<const Fixed> fixed, std::int64_t threshold) {
  infeasible_ = false;
  double cutoff = -kInfinity;
  if (threshold != INT64_MIN) {
    const double value = static_cast<double>(threshold);
    cutoff = (value - 0.5 - 1e-9 * std::abs(value)) * cost_scale_;
  }
  for (int round = 1;; ++round) {
    const bool last = round >= kMostRounds;
    set_boxes(fixed);
    const Simplex::Status status = simplex_.solve(cutoff);
    solved_ = status == Simplex::Status::kOptimal;
    if (solved_ && !last && add_violated_rows()) continue;
    if (status == Simplex::Status::kInfeasible) {
      // The ray was found over the active columns; it proves something only if
      // it holds over all of them.
      round_duals(true);
      evaluate(fixed, false);
      infeasible_ = bound_ < 0;
      if (infeasible_) return;
      if (!last && price(fixed, false)) continue;
    }
    if (sifter_) {
      if (!last && sift(fixed)) continue;
      round_duals(false);
      evaluate_sifted(fixed);
      return;
    }
    round_duals(false);
    evaluate(fixed, true);
    const bool enough = threshold != INT64_MIN && bound() < threshold;
    if (enough || last) return;
    const bool priced = price(fixed, true);
    const bool too_soon = status == Simplex::Status::kBelowCutoff;
    if (!priced && !too_soon) return;
    // The simplex believed the cutoff, the integers did not.
    if (too_soon && !priced) cutoff = -kInfinity;
  }
}

}  // namespace pilah::selection::engine
