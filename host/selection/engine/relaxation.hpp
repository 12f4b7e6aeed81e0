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

#include <span>
#include <vector>

#include "pilah/selection/engine/matrix.hpp"
#include "pilah/selection/engine/simplex.hpp"

namespace pilah::selection::engine {

class Relaxation {
 public:
  // keep_costs: reduced costs of all columns stay after a solve (16 bytes each).
  Relaxation(const Matrix& matrix, bool keep_costs);

  // Columns to begin with; others come when they price out.
  void add_column(Column column);

  // Begins with the rows and the basis that `other` ended with; source_columns
  // and source_rows say what this matrix's columns and rows are in the other's.
  // The columns to be basic must have been added.
  void start_from(const Relaxation& other, std::span<const Column> source_columns,
                  std::span<const RowIndex> source_rows);

  // Solves under the given fixings. Stops early when no value of at least
  // `threshold` can be reached any more.
  void solve(std::span<const Fixed> fixed, std::int64_t threshold);

  // After solve: proven to have no solution; else no solution is worth more
  // than bound().
  bool infeasible() const { return infeasible_; }
  std::int64_t bound() const;
  // The same bound times 2^shift(), and with a column set against its reduced
  // cost it falls by that cost.
  Wide scaled_bound() const { return bound_; }
  int shift() const { return shift_; }
  const std::vector<Wide>& costs() const { return costs_; }

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

  // Whether the simplex ended at an optimum, whose values then guide.
  bool solved() const { return solved_; }
  double value(Column column) const;
  std::span<const Column> active() const { return active_; }

 private:
  void add_row(RowIndex row);
  void set_boxes(std::span<const Fixed> fixed);
  bool add_violated_rows();
  void round_duals(bool ray);
  void evaluate(std::span<const Fixed> fixed, bool with_objective);
  bool price(std::span<const Fixed> fixed, bool with_objective);

  const Matrix* matrix_;
  bool keep_costs_;
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
  Wide bound_ = 0;
  std::vector<Wide> costs_;
  bool infeasible_ = false;
  bool solved_ = false;
  std::vector<Entry> buffer_;
  std::vector<Simplex::Term> terms_;
  std::vector<std::pair<double, RowIndex>> violated_;
  std::vector<std::pair<Wide, Column>> priced_;
};

}  // namespace pilah::selection::engine
