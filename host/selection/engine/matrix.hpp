// An integer programme over columns that are 0 or 1, as the relaxation sees it:
// maximise the objective with every row's activity within its bounds.
//
// The first choices() columns are candidates; the others are auxiliary (one per
// group of a coverage: 1 only if a member is chosen) and have no objective.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pilah/selection/wide.hpp"

namespace pilah::selection::engine {

using Column = std::uint32_t;
using RowIndex = std::uint32_t;

struct Entry {
  RowIndex row = 0;
  std::int64_t coefficient = 0;
};

constexpr std::int64_t kNoLower = INT64_MIN;
constexpr std::int64_t kNoUpper = INT64_MAX;

struct Row {
  std::int64_t lower = kNoLower;
  std::int64_t upper = kNoUpper;
  // Largest and summed absolute coefficient of its columns.
  std::int64_t largest = 0;
  std::int64_t magnitude = 0;
  // What its activity can be, whatever the columns.
  std::int64_t least = 0;
  std::int64_t most = 0;
  bool eager = false;  // belongs into the relaxation from the start
};

// What is known of a column.
enum class Fixed : std::int8_t { kOut = 0, kIn = 1, kFree = 2 };

class Matrix {
 public:
  virtual ~Matrix() = default;

  virtual Column columns() const = 0;
  virtual Column choices() const = 0;
  virtual std::span<const Row> rows() const = 0;
  virtual std::int64_t objective(Column column) const = 0;
  virtual std::int64_t largest_objective() const = 0;  // of absolute values

  // The column's entries; buffer may be used to hold them.
  virtual std::span<const Entry> entries(Column column, std::vector<Entry>& buffer) const = 0;

  // out[j - begin] = 2^shift objective(j) - sum of duals over j's rows, for j in
  // [begin, end). Requires: duals by row, such that nothing overflows.
  virtual void reduced_costs(std::span<const std::int64_t> duals, int shift, Column begin,
                             Column end, Wide* out) const = 0;

  // About the same in floating point, with duals in the unit of the objective: for
  // deciding which columns to look at, never for a bound.
  virtual void estimated_costs(std::span<const double> duals, Column begin, Column end,
                               double* out) const = 0;
};

}  // namespace pilah::selection::engine
