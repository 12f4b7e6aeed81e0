#include "pilah/selection/engine/simplex.hpp"

#include <algorithm>
#include <cmath>

namespace pilah::selection::engine {
namespace {

constexpr double kPrimalTolerance = 1e-9;
constexpr double kDualTolerance = 1e-11;
constexpr double kPivotTolerance = 1e-8;
constexpr double kZero = 1e-12;
constexpr std::uint32_t kUpdatesBetweenFactors = 60;
constexpr std::uint32_t kNoRow = UINT32_MAX;

}  // namespace

void Simplex::compute_duals() {
  std::fill(y_.begin(), y_.end(), 0.0);
  for (std::uint32_t p = 0; p < rows(); ++p) {
    const double cost = basis_[p] >= 0 ? cost_[index(basis_[p])] : 0.0;
    if (cost == 0) continue;
    const double* row = inverse_row(p);
    for (std::uint32_t r = 0; r < rows(); ++r) y_[r] += cost * row[r];
  }
  for (std::uint32_t j = 0; j < columns(); ++j) {
    if (place_[j] >= 0) {
      d_[j] = 0;
      continue;
    }
    double d = cost_[j];
    for (const Term& term : terms_[j]) d -= y_[term.index] * term.coefficient;
    d_[j] = d;
  }
  for (std::uint32_t r = 0; r < rows(); ++r) row_d_[r] = row_place_[r] >= 0 ? 0 : y_[r];
}

// Nonbasic variables go to the end of their box that their reduced cost wants.
void Simplex::settle_nonbasic() {
  for (std::uint32_t j = 0; j < columns(); ++j) {
    if (place_[j] >= 0) continue;
    if (d_[j] > kDualTolerance) {
      at_[j] = upper_[j];
    } else if (d_[j] < -kDualTolerance) {
      at_[j] = lower_[j];
    } else {
      at_[j] = at_[j] >= upper_[j] ? upper_[j] : lower_[j];
    }
  }
  for (std::uint32_t r = 0; r < rows(); ++r) {
    if (row_place_[r] >= 0) continue;
    row_at_[r] = row_d_[r] > 0 ? row_upper_[r] : row_lower_[r];
  }
}

void Simplex::compute_values() {
  const std::uint32_t m = rows();
  work_.assign(m, 0.0);
  for (std::uint32_t j = 0; j < columns(); ++j) {
    if (place_[j] >= 0 || at_[j] == 0) continue;
    for (const Term& term : terms_[j]) work_[term.index] -= term.coefficient * at_[j];
  }
  for (std::uint32_t r = 0; r < m; ++r) {
    if (row_place_[r] < 0) work_[r] += row_at_[r];
  }
  for (std::uint32_t p = 0; p < m; ++p) {
    const double* row = inverse_row(p);
    double value = 0;
    for (std::uint32_t r = 0; r < m; ++r) value += row[r] * work_[r];
    basic_value_[p] = value;
  }
}

double Simplex::objective() const {
  double sum = 0;
  for (std::uint32_t j = 0; j < columns(); ++j) {
    if (place_[j] < 0) sum += d_[j] * at_[j];
  }
  for (std::uint32_t r = 0; r < rows(); ++r) {
    if (row_place_[r] < 0) sum += row_d_[r] * row_at_[r];
  }
  return sum;
}

std::uint32_t Simplex::leaving_row() {
  std::uint32_t best = kNoRow;
  double best_merit = 0;
  for (std::uint32_t p = 0; p < rows(); ++p) {
    const double value = basic_value_[p];
    const double below = lower_of(basis_[p]) - value;
    const double above = value - upper_of(basis_[p]);
    const double off = std::max(below, above);
    if (off <= kPrimalTolerance) continue;
    const double* row = inverse_row(p);
    double norm = 0;
    for (std::uint32_t r = 0; r < rows(); ++r) norm += row[r] * row[r];
    const double merit = off * off / std::max(norm, 1e-12);
    if (merit > best_merit) {
      best_merit = merit;
      best = p;
    }
  }
  return best;
}

// The dual step moves d by -theta * sign * alpha; a breakpoint is where a
// reduced cost reaches zero.
void Simplex::collect_breakpoints(const double* rho, double sign) {
  breakpoints_.clear();
  const auto consider = [&](Variable v, double alpha, double d, bool at_lower) {
    const double directed = sign * alpha;
    if (at_lower ? directed > -kZero : directed < kZero) return;
    const double slack = at_lower ? std::min(d, 0.0) : std::max(d, 0.0);
    breakpoints_.push_back({slack / directed, alpha, v});
  };
  for (std::uint32_t j = 0; j < columns(); ++j) {
    if (place_[j] >= 0 || lower_[j] == upper_[j]) continue;
    double alpha = 0;
    for (const Term& term : terms_[j]) alpha += rho[term.index] * term.coefficient;
    alpha_[j] = alpha;
    consider(static_cast<Variable>(j), alpha, d_[j], at_[j] == lower_[j]);
  }
  for (std::uint32_t r = 0; r < rows(); ++r) {
    if (row_place_[r] >= 0) continue;
    row_alpha_[r] = -rho[r];
    if (row_lower_[r] == row_upper_[r]) continue;
    consider(~static_cast<Variable>(r), -rho[r], row_d_[r], row_at_[r] == row_lower_[r]);
  }
}

void Simplex::solved_column(Variable v, std::vector<double>& out) {
  const std::uint32_t m = rows();
  out.assign(m, 0.0);
  if (v < 0) {
    for (std::uint32_t p = 0; p < m; ++p) out[p] = -inverse_row(p)[index(v)];
    return;
  }
  const auto& terms = terms_[index(v)];
  for (std::uint32_t p = 0; p < m; ++p) {
    const double* row = inverse_row(p);
    double value = 0;
    for (const Term& term : terms) value += row[term.index] * term.coefficient;
    out[p] = value;
  }
}

// The first `count` breakpoints are passed: their variables go to the other end
// of their boxes.
void Simplex::flip(std::size_t count, std::vector<double>& moved) {
  const std::uint32_t m = rows();
  moved.assign(m, 0.0);
  for (std::size_t i = 0; i < count; ++i) {
    const Variable v = breakpoints_[i].variable;
    double& at = nonbasic_value(v);
    const double target = at == lower_of(v) ? upper_of(v) : lower_of(v);
    const double change = target - at;
    at = target;
    if (v < 0) {
      moved[index(v)] -= change;
    } else {
      for (const Term& term : terms_[index(v)]) moved[term.index] += term.coefficient * change;
    }
  }
  for (std::uint32_t p = 0; p < m; ++p) {
    const double* row = inverse_row(p);
    double value = 0;
    for (std::uint32_t r = 0; r < m; ++r) value += row[r] * moved[r];
    basic_value_[p] -= value;
  }
}

void Simplex::pivot(std::uint32_t p, Variable entering, double target) {
  const std::uint32_t m = rows();
  solved_column(entering, work_);
  const double alpha = work_[p];
  const double t = (basic_value_[p] - target) / alpha;
  for (std::uint32_t i = 0; i < m; ++i) basic_value_[i] -= work_[i] * t;
  basic_value_[p] = nonbasic_value(entering) + t;
  const Variable leaving = basis_[p];
  nonbasic_value(leaving) = target;
  place(leaving) = -1;
  place(entering) = static_cast<std::int32_t>(p);
  basis_[p] = entering;
  double* row = inverse_row(p);
  const double scale = 1 / alpha;
  for (std::uint32_t r = 0; r < m; ++r) row[r] *= scale;
  for (std::uint32_t i = 0; i < m; ++i) {
    const double factor = work_[i];
    if (i == p || std::abs(factor) < kZero) continue;
    double* other = inverse_row(i);
    for (std::uint32_t r = 0; r < m; ++r) other[r] -= factor * row[r];
  }
  ++updates_;
  // The pivot itself and the pass over all columns that led to it.
  constexpr std::uint64_t kTermsOfColumn = 6;
  operations_ += std::uint64_t{m} * m + kTermsOfColumn * columns();
}

Simplex::Step Simplex::step() {
  const std::uint32_t p = leaving_row();
  if (p == kNoRow) return Step::kOptimal;
  const Variable leaving = basis_[p];
  const bool below = basic_value_[p] < lower_of(leaving);
  const double sign = below ? 1 : -1;
  const double target = below ? lower_of(leaving) : upper_of(leaving);
  const double* rho = inverse_row(p);
  collect_breakpoints(rho, sign);

  // Pass breakpoints while the objective still falls beyond them.
  double slope = std::abs(target - basic_value_[p]);
  std::size_t passed = 0;
  const auto later = [](const Breakpoint& a, const Breakpoint& b) {
    return a.ratio != b.ratio ? a.ratio < b.ratio : std::abs(a.alpha) > std::abs(b.alpha);
  };
  std::size_t sorted = 0;
  while (true) {
    if (passed == breakpoints_.size()) {
      for (std::uint32_t r = 0; r < rows(); ++r) ray_[r] = sign * rho[r];
      return Step::kInfeasible;
    }
    if (passed == sorted) {
      sorted = std::min(breakpoints_.size(), sorted + 8);
      std::partial_sort(breakpoints_.begin() + static_cast<std::ptrdiff_t>(passed),
                        breakpoints_.begin() + static_cast<std::ptrdiff_t>(sorted),
                        breakpoints_.end(), later);
    }
    const Breakpoint& next = breakpoints_[passed];
    slope -= std::abs(next.alpha) * (upper_of(next.variable) - lower_of(next.variable));
    if (slope <= kPrimalTolerance) break;
    ++passed;
  }
  const Breakpoint chosen = breakpoints_[passed];
  if (std::abs(chosen.alpha) < kPivotTolerance) return Step::kNumbers;
  const double theta = chosen.ratio;
  for (std::uint32_t r = 0; r < rows(); ++r) y_[r] += sign * theta * rho[r];
  for (std::uint32_t j = 0; j < columns(); ++j) {
    if (place_[j] < 0 && lower_[j] != upper_[j]) d_[j] -= theta * sign * alpha_[j];
  }
  for (std::uint32_t r = 0; r < rows(); ++r) {
    if (row_place_[r] < 0) row_d_[r] -= theta * sign * row_alpha_[r];
  }
  if (passed > 0) flip(passed, moved_);
  reduced_cost(chosen.variable) = 0;
  reduced_cost(leaving) = -sign * theta;
  pivot(p, chosen.variable, target);
  return Step::kPivoted;
}

Simplex::Status Simplex::solve(double cutoff) {
  const std::uint32_t limit = 200 + 20 * (rows() + 10);
  if (updates_ > kUpdatesBetweenFactors / 2 && !refactor()) reset_basis();
  bool fresh = false;
  const auto restart = [&] {
    compute_duals();
    settle_nonbasic();
    compute_values();
    fresh = true;
  };
  restart();
  for (std::uint32_t iteration = 0; iteration < limit; ++iteration) {
    if (updates_ >= kUpdatesBetweenFactors) {
      if (!refactor()) reset_basis();
      restart();
    }
    switch (step()) {
      case Step::kOptimal:
        if (fresh || updates_ < kUpdatesBetweenFactors / 2) return Status::kOptimal;
        restart();
        break;
      case Step::kInfeasible:
        return Status::kInfeasible;
      case Step::kNumbers:
        if (updates_ == 0) return Status::kGaveUp;
        if (!refactor()) reset_basis();
        restart();
        break;
      case Step::kPivoted:
        fresh = false;
        if ((iteration & 3U) == 3U && objective() < cutoff) return Status::kBelowCutoff;
        break;
    }
  }
  return Status::kGaveUp;
}

}  // namespace pilah::selection::engine
