// What the rows of a core still need of the columns to come, as bits: whether a choice of
// columns that has the right sum can be allowed at all is then seen at once.
//
// Each row with a minimum that is not reached yet is a bit, and so is each group of a
// coverage that is not covered yet. Of more than 64 the others are passed over: what is
// said here is necessary, never sufficient.
//
// Ownership: refers to the core. Threads: one.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/propagator.hpp"

namespace pilah::selection::engine {

class SumNeeds {
 public:
  explicit SumNeeds(const Core& core);

  // From now on for these columns, beside what the propagator has decided.
  void stand_at(const Propagator& propagator, std::span<const Column> open);

  // By column; 0 where it is not open.
  std::uint64_t served_by(Column column) const { return served_[column]; }

  // Whether `more` further columns can serve what these bits lack.
  bool possible(std::uint64_t served, std::size_t more) const {
    for (const Need& need : needs_) {
      const auto missing = static_cast<std::size_t>(need.least) -
                           std::min(static_cast<std::size_t>(need.least),
                                    static_cast<std::size_t>(std::popcount(need.bits & served)));
      if (missing > more * need.most_of_column) return false;
    }
    return true;
  }

 private:
  struct Need {
    std::uint64_t bits = 0;
    std::int64_t least = 0;          // so many of them
    std::size_t most_of_column = 0;  // that one column serves
  };
  // A row of a coverage with the groups that count for it.
  struct Cover {
    RowIndex row = 0;
    std::vector<RowIndex> links;
  };

  void add_bit(RowIndex row, Need& need);

  const Core* core_;
  // Rows of ones with a minimum: those that share no column, and the others.
  std::vector<RowIndex> apart_, others_;
  std::vector<Cover> covers_;
  std::vector<std::int64_t> activity_;  // by row, of the choices that are in
  std::vector<int> bit_of_;             // by row; -1: none
  int bits_ = 0;
  std::vector<std::uint64_t> served_;
  std::vector<Column> open_;
  std::vector<Need> needs_;
};

}  // namespace pilah::selection::engine
