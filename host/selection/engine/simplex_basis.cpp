// The rows, columns and basis of the simplex: how they come and are kept.
#include <algorithm>
#include <cmath>

#include "pilah/selection/engine/simplex.hpp"

namespace pilah::selection::engine {
namespace {

constexpr double kPivotTolerance = 1e-8;
constexpr std::uint32_t kNoRow = UINT32_MAX;

}  // namespace

void Simplex::grow(std::uint32_t rows) {
  if (rows <= stride_) return;
  const std::size_t stride = std::max<std::size_t>(16, std::size_t{rows} * 2);
  std::vector<double> inverse(stride * stride, 0.0);
  for (std::size_t p = 0; p < basis_.size(); ++p) {
    std::copy_n(&inverse_[p * stride_], basis_.size(), &inverse[p * stride]);
  }
  inverse_.swap(inverse);
  stride_ = stride;
}

// The new logical joins the basis: [B 0; r -1] has the inverse
// [B' 0; r B' -1], so the new basis stays dual feasible.
void Simplex::add_row(double lower, double upper, std::span<const Term> terms) {
  const std::uint32_t row = rows();
  grow(row + 1);
  row_lower_.push_back(lower);
  row_upper_.push_back(upper);
  row_at_.push_back(0);
  row_d_.push_back(0);
  row_alpha_.push_back(0);
  y_.push_back(0);
  ray_.push_back(0);
  row_place_.push_back(static_cast<std::int32_t>(row));
  double* fresh = inverse_row(row);
  std::fill_n(fresh, row + 1, 0.0);
  for (std::uint32_t p = 0; p < row; ++p) inverse_row(p)[row] = 0;
  for (const Term& term : terms) {
    terms_[term.index].push_back({row, term.coefficient});
    const std::int32_t p = place_[term.index];
    if (p < 0) continue;
    const double* other = inverse_row(static_cast<std::uint32_t>(p));
    for (std::uint32_t r = 0; r < row; ++r) fresh[r] += term.coefficient * other[r];
  }
  fresh[row] = -1;
  basis_.push_back(~static_cast<Variable>(row));
  basic_value_.push_back(0);
}

void Simplex::add_column(double cost, std::span<const Term> terms) {
  cost_.push_back(cost);
  lower_.push_back(0);
  upper_.push_back(1);
  at_.push_back(0);
  d_.push_back(0);
  alpha_.push_back(0);
  place_.push_back(-1);
  terms_.emplace_back(terms.begin(), terms.end());
}

void Simplex::set_box(std::uint32_t column, double lower, double upper) {
  lower_[column] = lower;
  upper_[column] = upper;
}

double Simplex::value(std::uint32_t column) const {
  const std::int32_t p = place_[column];
  return p < 0 ? at_[column] : basic_value_[static_cast<std::size_t>(p)];
}

void Simplex::reset_basis() {
  std::fill(place_.begin(), place_.end(), -1);
  for (std::uint32_t p = 0; p < rows(); ++p) {
    std::fill_n(inverse_row(p), rows(), 0.0);
    inverse_row(p)[p] = -1;
    basis_[p] = ~static_cast<Variable>(p);
    row_place_[p] = static_cast<std::int32_t>(p);
  }
  updates_ = 0;
}

// Gauss-Jordan with partial pivoting on [B | I].
bool Simplex::refactor() {
  const std::uint32_t m = rows();
  std::vector<double> b(std::size_t{m} * m, 0.0);
  std::vector<double> inverse(std::size_t{m} * m, 0.0);
  for (std::uint32_t p = 0; p < m; ++p) {
    inverse[std::size_t{p} * m + p] = 1;
    if (basis_[p] < 0) {
      b[std::size_t{index(basis_[p])} * m + p] = -1;
    } else {
      for (const Term& term : terms_[index(basis_[p])]) {
        b[std::size_t{term.index} * m + p] += term.coefficient;
      }
    }
  }
  for (std::uint32_t c = 0; c < m; ++c) {
    std::uint32_t best = c;
    for (std::uint32_t r = c + 1; r < m; ++r) {
      if (std::abs(b[std::size_t{r} * m + c]) > std::abs(b[std::size_t{best} * m + c])) best = r;
    }
    const double pivot = b[std::size_t{best} * m + c];
    if (std::abs(pivot) < kPivotTolerance) return false;
    if (best != c) {
      std::swap_ranges(&b[std::size_t{best} * m], &b[std::size_t{best} * m] + m,
                       &b[std::size_t{c} * m]);
      std::swap_ranges(&inverse[std::size_t{best} * m], &inverse[std::size_t{best} * m] + m,
                       &inverse[std::size_t{c} * m]);
    }
    for (std::uint32_t k = 0; k < m; ++k) {
      b[std::size_t{c} * m + k] /= pivot;
      inverse[std::size_t{c} * m + k] /= pivot;
    }
    for (std::uint32_t r = 0; r < m; ++r) {
      const double factor = b[std::size_t{r} * m + c];
      if (r == c || factor == 0) continue;
      for (std::uint32_t k = c; k < m; ++k) {
        b[std::size_t{r} * m + k] -= factor * b[std::size_t{c} * m + k];
      }
      for (std::uint32_t k = 0; k < m; ++k) {
        inverse[std::size_t{r} * m + k] -= factor * inverse[std::size_t{c} * m + k];
      }
    }
  }
  for (std::uint32_t p = 0; p < m; ++p) {
    std::copy_n(&inverse[std::size_t{p} * m], m, inverse_row(p));
  }
  updates_ = 0;
  return true;
}

void Simplex::make_basic(std::uint32_t column, const std::vector<char>& row_may_leave) {
  if (place_[column] >= 0) return;
  solved_column(static_cast<Variable>(column), work_);
  constexpr double kSafePivot = 1e-5;
  std::uint32_t best = kNoRow;
  double size = kSafePivot;
  for (std::uint32_t p = 0; p < rows(); ++p) {
    if (basis_[p] >= 0 || row_may_leave[index(basis_[p])] == 0) continue;
    if (std::abs(work_[p]) <= size) continue;
    size = std::abs(work_[p]);
    best = p;
  }
  if (best != kNoRow) pivot(best, static_cast<Variable>(column), 0);
}

}  // namespace pilah::selection::engine
