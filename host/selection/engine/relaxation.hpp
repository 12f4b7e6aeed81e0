// The linear relaxation of a programme, and the exact bound that it proves.
//
// The simplex sees a growing part of the columns and rows: columns are priced
// out and rows added when violated. Whatever duals it ends with are rounded to
// integers with the right signs; the Lagrangian bound and all reduced costs are
// then recomputed in 128-bit integers over every column. By weak duality the
// bound holds for any duals, so no floating-point error can make it wrong:
//
//   sum c x = sum rc x + sum y (row activity)
//          <= sum over free max(0, rc) + sum over fixed in rc + sum y * bound.
//
// Ownership: refers to the matrix. Threads: one.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/engine/matrix.hpp"
#include "pilah/selection/engine/sifter.hpp"
#include "pilah/selection/engine/simplex.hpp"

namespace pilah::selection::engine {

class Relaxation {
 public:
  struct Near {
    Wide cost = 0;
    Column column = 0;
  };

  // Keeps the reduced costs of all columns after a solve (16 bytes each).
  explicit Relaxation(const Matrix& matrix);

  // For a large matrix: columns are sifted, and only the costs of near() are kept,
  // which are about `near_columns`.
  Relaxation(const Matrix& matrix, Column near_columns);

  // Columns to begin with; others come when they price out.
  void add_column(Column column);

  // The matrix has another objective now; what is active stays so.
  void objective_changed();

  // Begins with the rows and the basis that `other` ended with; source_columns
  // and source_rows say what this matrix's columns and rows are in the other's.
  // The columns to be basic must have been added.
  void start_from(const Relaxation& other, std::span<const Column> source_columns,
                  std::span<const RowIndex> source_rows);

  // Solves under the given fixings. Unless it sifts it stops early when no value
  // of at least `threshold` can be reached any more.
  void solve(std::span<const Fixed> fixed, std::int64_t threshold);

  // After solve: proven to have no solution; else no solution is worth more
  // than bound().
  bool infeasible() const { return infeasible_; }
  std::int64_t bound() const;
  // The same bound times 2^shift(), and with a column set against its reduced
  // cost it falls by that cost.
  Wide scaled_bound() const { return bound_; }
  int shift() const { return shift_; }
  // The multipliers that prove it, by row, times 2^shift().
  std::span<const std::int64_t> duals() const { return duals_; }
  const std::vector<Wide>& costs() const { return costs_; }

  // When it sifts: the columns whose cost is at least -near_radius(), in
  // their order. No cost reaches the radius's other side.
  std::span<const Near> near() const { return near_; }
  Wide near_radius() const { return near_radius_; }

  // Exact reduced costs in ranges, for matrices too large to keep them.
  template <class Sink>
  void for_each_cost(Sink sink) const {
    constexpr Column kBlock = 1024;
    std::vector<Wide> block(kBlock);
    for (Column begin = 0; begin < matrix_->columns(); begin += kBlock) {
      const Column end = begin + kBlock < matrix_->columns() ? begin + kBlock : matrix_->columns();
      matrix_->reduced_costs(duals_, shift_, begin, end, block.data());
      for (Column column = begin; column < end; ++column) sink(column, block[column - begin]);
    }
  }

  // Multiplications so far, about.
  std::uint64_t operations() const { return simplex_.operations() + evaluated_; }

  // Whether the simplex ended at an optimum, whose values then guide.
  bool solved() const { return solved_; }
  double value(Column column) const;
  std::span<const Column> active() const { return active_; }

 private:
  void add_row(RowIndex row);
  void set_boxes(std::span<const Fixed> fixed);
  bool add_violated_rows();
  void round_duals(bool ray);
  Wide bound_of_rows() const;
  void evaluate(std::span<const Fixed> fixed, bool with_objective);
  bool price(std::span<const Fixed> fixed, bool with_objective);
  bool sift(std::span<const Fixed> fixed);
  void evaluate_sifted(std::span<const Fixed> fixed);

  const Matrix* matrix_;
  Simplex simplex_;
  double cost_scale_ = 1;
  std::vector<Column> active_;            // by column of the simplex
  std::vector<std::uint32_t> place_;      // by column: in the simplex, or none
  std::vector<RowIndex> active_rows_;     // by row of the simplex
  std::vector<std::uint32_t> row_place_;  // by row
  std::vector<double> row_scale_;         // by row of the simplex
  std::vector<std::int64_t> duals_;       // by row, times 2^shift
  std::vector<double> activity_;          // by row
  int shift_ = 0;
  std::uint64_t evaluated_ = 0;  // operations of evaluate()
  Wide bound_ = 0;
  std::vector<Wide> costs_;
  bool infeasible_ = false;
  bool solved_ = false;
  std::vector<Entry> buffer_;
  std::vector<Simplex::Term> terms_;
  std::vector<std::pair<double, RowIndex>> violated_;
  std::vector<std::pair<Wide, Column>> priced_;
  std::optional<Sifter> sifter_;
  std::vector<double> estimated_duals_;  // by row
  std::vector<Near> near_;
  Wide near_radius_ = 0;
};

}  // namespace pilah::selection::engine
