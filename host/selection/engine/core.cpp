#include "pilah/selection/engine/core.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace pilah::selection::engine {

Core::Core(const Matrix& parent, std::span<const Fixed> fixed, Rows rows) {
  std::vector<std::int64_t> used(parent.rows().size(), 0);
  std::vector<RowIndex> row_here(parent.rows().size(), UINT32_MAX);
  std::vector<std::int64_t> objective;
  std::vector<Entry> buffer;
  std::int64_t offset = 0;
  for (Column column = 0; column < parent.columns(); ++column) {
    if (fixed[column] == Fixed::kOut) continue;
    const auto entries = parent.entries(column, buffer);
    if (fixed[column] == Fixed::kIn) {
      for (const Entry& entry : entries) used[entry.row] += entry.coefficient;
      offset += parent.objective(column);
      if (column < parent.choices()) parent_in_.push_back(column);
      continue;
    }
    if (column < parent.choices()) ++choices_;
    source_column_.push_back(column);
    objective.push_back(parent.objective(column));
    for (const Entry& entry : entries) {
      RowIndex& here = row_here[entry.row];
      if (here == UINT32_MAX) {
        here = static_cast<RowIndex>(rows_.size());
        rows_.push_back({.eager = parent.rows()[entry.row].eager});
        source_row_.push_back(entry.row);
      }
      entries_.push_back({here, entry.coefficient});
    }
    start_.push_back(entries_.size());
  }
  for (RowIndex row = 0; row < used.size(); ++row) {
    const Row& whole = parent.rows()[row];
    const auto rest = [&](std::int64_t bound, std::int64_t none) {
      return bound == none ? none : bound - used[row];
    };
    if (row_here[row] == UINT32_MAX) {
      if (used[row] < whole.lower || used[row] > whole.upper) contradictory_ = true;
      continue;
    }
    rows_[row_here[row]].lower = rest(whole.lower, kNoLower);
    rows_[row_here[row]].upper = rest(whole.upper, kNoUpper);
  }
  parent_column_ = source_column_;
  set_objective(objective, offset);
  finish_rows(rows);
}

void Core::set_objective(std::span<const std::int64_t> objective, std::int64_t offset) {
  std::int64_t divisor = 0;
  for (const std::int64_t each : objective) divisor = std::gcd(divisor, each);
  divisor_ = divisor == 0 ? 1 : divisor;
  offset_ = offset;
  objective_.assign(objective.begin(), objective.end());
  largest_objective_ = 0;
  for (std::int64_t& each : objective_) {
    each /= divisor_;
    largest_objective_ = std::max(largest_objective_, std::abs(each));
  }
}

// Divides each row by the greatest common divisor of its coefficients, rounding
// its bounds inwards: even costs cannot fill an odd budget.
void Core::reduce_rows() {
  std::vector<std::int64_t> divisor(rows_.size(), 0);
  for (const Entry& entry : entries_) {
    divisor[entry.row] = std::gcd(divisor[entry.row], entry.coefficient);
  }
  for (Entry& entry : entries_) entry.coefficient /= divisor[entry.row];
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const std::int64_t by = divisor[r];
    if (by <= 1) continue;
    Row& row = rows_[r];
    const auto floor = [by](std::int64_t value) { return value / by - (value % by < 0 ? 1 : 0); };
    if (row.upper != kNoUpper) row.upper = floor(row.upper);
    if (row.lower != kNoLower) row.lower = -floor(-row.lower);
  }
}

// Measures the rows and drops bounds that can never bind, so that every finite
// bound is at most the row's magnitude.
void Core::finish_rows(Rows rows) {
  if (rows == Rows::kReduced) reduce_rows();
  for (Row& row : rows_) row.largest = row.magnitude = row.least = row.most = 0;
  for (const Entry& entry : entries_) {
    const std::int64_t size = std::abs(entry.coefficient);
    Row& row = rows_[entry.row];
    row.largest = std::max(row.largest, size);
    row.magnitude += size;
    (entry.coefficient > 0 ? row.most : row.least) += entry.coefficient;
  }
  for (Row& row : rows_) {
    if (row.lower > row.most || row.upper < row.least || row.lower > row.upper) {
      contradictory_ = true;
    }
    if (row.lower <= row.least) row.lower = kNoLower;
    if (row.upper >= row.most) row.upper = kNoUpper;
  }
  index_rows();
}

void Core::index_rows() {
  member_start_.assign(rows_.size() + 1, 0);
  for (const Entry& entry : entries_) ++member_start_[entry.row + 1];
  std::partial_sum(member_start_.begin(), member_start_.end(), member_start_.begin());
  members_.resize(entries_.size());
  std::vector<std::size_t> next(member_start_.begin(), member_start_.end() - 1);
  for (Column column = 0; column < columns(); ++column) {
    for (const Entry& entry : entries(column)) {
      members_[next[entry.row]++] = {column, entry.coefficient};
    }
  }
  for (RowIndex row = 0; row < rows_.size(); ++row) {
    if (rows_[row].largest <= 1) continue;
    std::stable_sort(members_.begin() + static_cast<std::ptrdiff_t>(member_start_[row]),
                     members_.begin() + static_cast<std::ptrdiff_t>(member_start_[row + 1]),
                     [](const Member& a, const Member& b) {
                       return std::abs(a.coefficient) > std::abs(b.coefficient);
                     });
  }
}

Core Core::reduced(std::span<const Fixed> fixed) const {
  Core result(*this, fixed);
  for (Column& column : result.parent_column_) column = parent_column_[column];
  for (Column& column : result.parent_in_) column = parent_column_[column];
  result.parent_in_.insert(result.parent_in_.end(), parent_in_.begin(), parent_in_.end());
  result.offset_ = value(result.offset_);
  result.divisor_ *= divisor_;
  return result;
}

Core Core::with_objective(std::span<const std::int64_t> objective) const {
  Core result = *this;
  result.set_objective(objective, 0);
  return result;
}

Core Core::with_objective(std::span<const std::int64_t> objective, std::int64_t lower,
                          std::int64_t upper) const {
  Core result;
  result.contradictory_ = contradictory_;
  result.choices_ = choices_;
  result.parent_column_ = parent_column_;
  result.parent_in_ = parent_in_;
  result.rows_ = rows_;
  const auto extra = static_cast<RowIndex>(rows_.size());
  result.rows_.push_back({.lower = lower, .upper = upper, .eager = true});
  for (Column column = 0; column < columns(); ++column) {
    const auto own = entries(column);
    result.entries_.insert(result.entries_.end(), own.begin(), own.end());
    if (objective_[column] != 0) result.entries_.push_back({extra, objective_[column]});
    result.start_.push_back(result.entries_.size());
  }
  result.set_objective(objective, 0);
  result.finish_rows(Rows::kReduced);
  return result;
}

Core Core::loosened(std::span<const RowIndex> rows) const {
  Core result = *this;
  for (const RowIndex row : rows) {
    result.rows_[row].lower = kNoLower;
    result.rows_[row].upper = kNoUpper;
  }
  return result;
}

void Core::rescore(std::span<const std::int64_t> scores) {
  std::vector<std::int64_t> objective(columns(), 0);
  for (Column column = 0; column < choices_; ++column) {
    objective[column] = scores[parent_column_[column]];
  }
  std::int64_t offset = 0;
  for (const Column column : parent_in_) offset += scores[column];
  set_objective(objective, offset);
}

std::int64_t Core::scaled_up(std::int64_t value) const {
  const Wide distance = Wide{value} - offset_;
  Wide scaled = distance / divisor_;
  if (scaled * divisor_ < distance) ++scaled;
  return clamp_to_int64(scaled);
}

void Core::reduced_costs(std::span<const std::int64_t> duals, int shift, Column begin, Column end,
                         Wide* out) const {
  for (Column column = begin; column < end; ++column) {
    Wide cost = Wide{objective_[column]} << shift;
    for (const Entry& entry : entries(column)) cost -= Wide{duals[entry.row]} * entry.coefficient;
    out[column - begin] = cost;
  }
}

void Core::estimated_costs(std::span<const double> duals, Column begin, Column end,
                           double* out) const {
  for (Column column = begin; column < end; ++column) {
    auto cost = static_cast<double>(objective_[column]);
    for (const Entry& entry : entries(column)) {
      cost -= duals[entry.row] * static_cast<double>(entry.coefficient);
    }
    out[column - begin] = cost;
  }
}

}  // namespace pilah::selection::engine
