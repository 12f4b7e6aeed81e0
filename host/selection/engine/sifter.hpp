// Which columns of a very large matrix a relaxation should look at.
//
// A pass over a million columns costs far more than a pivot, so between two such
// passes only the columns are priced that came near in the last one ("sifting",
// Bixby, Gregory, Lustig, Marsten and Shanno, Operations Research 40, 1992).
// Costs are estimates in floating point; they choose, they prove nothing.
//
// Ownership: refers to the matrix. Threads: one.
#pragma once

#include <span>
#include <vector>

#include "pilah/selection/engine/matrix.hpp"

namespace pilah::selection::engine {

constexpr std::uint32_t kNoPlace = UINT32_MAX;

class Sifter {
 public:
  // near_columns: about so many are priced between two looks at all.
  Sifter(const Matrix& matrix, Column near_columns);

  // At most `most` columns that may be chosen and have no place yet, the best
  // first: fixed in, or free and of a positive cost. Empty only after a look at
  // all columns. duals by row; place by column, kNoPlace when it has none.
  std::span<const Column> wanted(std::span<const double> duals, std::span<const Fixed> fixed,
                                 std::span<const std::uint32_t> place, std::size_t most);

  // In the last look at all columns those of a cost below -distance() were not
  // near; infinite if all were.
  double distance() const { return distance_; }

 private:
  struct Priced {
    double cost;
    Column column;
  };

  void choose_distance(std::span<const double> duals);
  void consider(Column column, double cost, std::span<const Fixed> fixed,
                std::span<const std::uint32_t> place, std::size_t most);
  std::span<const Column> take();

  const Matrix* matrix_;
  std::size_t near_columns_;
  double distance_ = 0;
  std::vector<Column> near_;
  std::vector<Priced> best_;
  std::vector<Column> wanted_;
};

}  // namespace pilah::selection::engine
