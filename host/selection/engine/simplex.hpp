// A bounded dual simplex in floating point for small relaxations:
//   maximise c x,  lower <= A x <= upper,  box of each x within [0, 1].
//
// Every column and every row has two finite ends, so any basis becomes dual
// feasible by putting each nonbasic one on the right end: rows, columns and boxes may
// change between solves and the last basis stays a start. The basis inverse is
// dense; made for some hundred rows.
//
// Nothing it returns is trusted: callers round the duals and recompute bounds in
// integers. Threads: one.
// Sources: bound flipping ratio test, Maros, Computational Techniques of the
// Simplex Method (2003); exact dual steepest edge norms from the dense inverse.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pilah::selection::engine {

class Simplex {
 public:
  enum class Status { kOptimal, kInfeasible, kBelowCutoff, kGaveUp };

  struct Term {
    std::uint32_t index = 0;  // of a row or of a column
    double coefficient = 0;
  };

  std::uint32_t rows() const { return static_cast<std::uint32_t>(row_lower_.size()); }
  std::uint32_t columns() const { return static_cast<std::uint32_t>(cost_.size()); }

  // Terms name existing columns. Both bounds are finite.
  void add_row(double lower, double upper, std::span<const Term> terms);
  // Terms name existing rows. Its box is [0, 1].
  void add_column(double cost, std::span<const Term> terms);
  void set_box(std::uint32_t column, double lower, double upper);
  void set_cost(std::uint32_t column, double cost) { cost_[column] = cost; }

  // To begin where another simplex ended: columns are made basic one by one, each
  // in the place of the logical variable of a row that may leave.
  bool is_basic(std::uint32_t column) const { return place_[column] >= 0; }
  bool row_is_basic(std::uint32_t row) const { return row_place_[row] >= 0; }
  void make_basic(std::uint32_t column, const std::vector<char>& row_may_leave);

  // Stops early once the objective cannot reach cutoff.
  Status solve(double cutoff);

  double value(std::uint32_t column) const;
  double dual(std::uint32_t row) const { return y_[row]; }
  // After kInfeasible: multipliers of the rows that show it.
  double ray(std::uint32_t row) const { return ray_[row]; }
  // Multiplications so far, about.
  std::uint64_t operations() const { return operations_; }

 private:
  // A column (>= 0) or the logical variable of row r (~r).
  using Variable = std::int32_t;
  struct Breakpoint {
    double ratio;
    double alpha;
    Variable variable;
  };
  enum class Step { kPivoted, kOptimal, kInfeasible, kNumbers };

  double* inverse_row(std::uint32_t p) { return &inverse_[std::size_t{p} * stride_]; }
  double lower_of(Variable v) const { return v >= 0 ? lower_[index(v)] : row_lower_[index(v)]; }
  double upper_of(Variable v) const { return v >= 0 ? upper_[index(v)] : row_upper_[index(v)]; }
  static std::uint32_t index(Variable v) { return static_cast<std::uint32_t>(v >= 0 ? v : ~v); }
  double& nonbasic_value(Variable v) { return v >= 0 ? at_[index(v)] : row_at_[index(v)]; }
  double& reduced_cost(Variable v) { return v >= 0 ? d_[index(v)] : row_d_[index(v)]; }
  std::int32_t& place(Variable v) { return v >= 0 ? place_[index(v)] : row_place_[index(v)]; }

  void grow(std::uint32_t rows);
  void reset_basis();
  bool refactor();
  void compute_duals();
  void compute_values();
  void settle_nonbasic();
  double objective() const;
  std::uint32_t leaving_row();
  void collect_breakpoints(const double* rho, double sign);
  Step step();
  void flip(std::size_t count, std::vector<double>& moved);
  void pivot(std::uint32_t p, Variable entering, double target);
  void solved_column(Variable v, std::vector<double>& out);

  // Columns.
  std::vector<double> cost_, lower_, upper_, at_, d_, alpha_;
  std::vector<std::int32_t> place_;  // in the basis, or -1
  std::vector<std::vector<Term>> terms_;
  // Rows and their logical variables (activity).
  std::vector<double> row_lower_, row_upper_, row_at_, row_d_, row_alpha_, y_, ray_;
  std::vector<std::int32_t> row_place_;
  // Basis.
  std::vector<Variable> basis_;
  std::vector<double> basic_value_;
  std::vector<double> inverse_;
  std::size_t stride_ = 0;
  std::uint32_t updates_ = 0;

  std::vector<Breakpoint> breakpoints_;
  std::vector<double> work_, moved_;
  std::uint64_t operations_ = 0;
};

}  // namespace pilah::selection::engine
