// The part of an integer programme that is still open: an explicit, compact copy
// of the columns that are not decided, with what the decided ones use taken out
// of the rows. The objective is divided by its greatest common divisor, so
// that a bound rounds down to a value that can be reached.
//
// Ownership: owns everything. Threads: const.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/engine/matrix.hpp"

namespace pilah::selection::engine {

class Core final : public Matrix {
 public:
  // Rows are divided by their coefficients' greatest common divisor, or stay as they are
  // for those who want to name their multipliers.
  enum class Rows : std::uint8_t { kReduced, kAsTheyAre };

  // The columns of `parent` that are free in `fixed`; the others stand as fixed.
  Core(const Matrix& parent, std::span<const Fixed> fixed, Rows rows = Rows::kReduced);

  // What is left of this core when some of its columns are decided; it stands for
  // the same parent.
  Core reduced(std::span<const Fixed> fixed) const;

  // The same with another objective, and with one more row, that of the present
  // objective. Requires: a Core with that objective keeps its sums in 64 bits.
  Core with_objective(std::span<const std::int64_t> objective, std::int64_t lower,
                      std::int64_t upper) const;
  // The same with another objective.
  Core with_objective(std::span<const std::int64_t> objective) const;

  // The same without the bounds of some rows.
  Core loosened(std::span<const RowIndex> rows) const;

  // Takes other scores of the parent's choices for its objective.
  void rescore(std::span<const std::int64_t> scores);

  // No values of the free columns meet the rows.
  bool contradictory() const { return contradictory_; }

  // The column and row of the matrix that this core was copied from.
  std::span<const Column> source_columns() const { return source_column_; }
  std::span<const RowIndex> source_rows() const { return source_row_; }

  // The column of the parent.
  Column parent_column(Column column) const { return parent_column_[column]; }
  // Columns of the parent (choices) that are fixed in.
  const std::vector<Column>& parent_in() const { return parent_in_; }

  // The objective of the parent = offset + divisor * objective here.
  std::int64_t offset() const { return offset_; }
  std::int64_t divisor() const { return divisor_; }
  // The least objective here that gives at least `value` there.
  std::int64_t scaled_up(std::int64_t value) const;
  std::int64_t value(std::int64_t scaled) const { return offset_ + divisor_ * scaled; }

  Column columns() const override { return static_cast<Column>(objective_.size()); }
  Column choices() const override { return choices_; }
  std::span<const Row> rows() const override { return rows_; }
  std::int64_t objective(Column column) const override { return objective_[column]; }
  std::int64_t largest_objective() const override { return largest_objective_; }
  std::span<const Entry> entries(Column column) const {
    return std::span(entries_).subspan(start_[column], start_[column + 1] - start_[column]);
  }
  std::span<const Entry> entries(Column column, std::vector<Entry>&) const override {
    return entries(column);
  }
  void reduced_costs(std::span<const std::int64_t> duals, int shift, Column begin, Column end,
                     Wide* out) const override;
  void estimated_costs(std::span<const double> duals, Column begin, Column end,
                       double* out) const override;

  // The row's columns with their coefficients, the largest first.
  struct Member {
    Column column = 0;
    std::int64_t coefficient = 0;
  };
  std::span<const Member> members(RowIndex row) const {
    return std::span(members_).subspan(member_start_[row],
                                       member_start_[row + 1] - member_start_[row]);
  }

 private:
  Core() = default;
  void set_objective(std::span<const std::int64_t> objective, std::int64_t offset);
  void reduce_rows();
  void finish_rows(Rows rows);
  void index_rows();

  bool contradictory_ = false;
  Column choices_ = 0;
  std::vector<Column> source_column_;
  std::vector<RowIndex> source_row_;
  std::vector<Column> parent_column_;
  std::vector<Column> parent_in_;
  std::int64_t offset_ = 0;
  std::int64_t divisor_ = 1;
  std::vector<std::int64_t> objective_;
  std::int64_t largest_objective_ = 0;
  std::vector<std::size_t> start_{0};
  std::vector<Entry> entries_;
  std::vector<Row> rows_;
  std::vector<std::size_t> member_start_;
  std::vector<Member> members_;
};

}  // namespace pilah::selection::engine
