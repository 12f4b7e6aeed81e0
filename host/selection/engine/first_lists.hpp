// The lexicographically smallest of all sets that a core allows, when nothing
// but their positions tells them apart.
//
// A set is its ascending list of positions, and a list that is the beginning of
// another comes first. Lists are walked in that order; the next position is
// found by bisection over searches "is there a set with this beginning and a
// next position up to here?".
//
// Ownership: refers to the core. Threads: one.
#pragma once

#include <optional>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/problem.hpp"

namespace pilah::selection::engine {

class FirstLists {
 public:
  FirstLists(const Core& core, Effort& effort);

  // The first `wanted` sets, positions ascending. Unusable if the effort is
  // exhausted afterwards.
  std::vector<std::vector<Position>> first(std::size_t wanted);

 private:
  using Columns = std::vector<Column>;  // ascending

  void walk(const Columns& beginning, Column next);
  void walk_between(const Columns& beginning, Column from, Column to);
  std::optional<Columns> find(const Columns& beginning, Column from, Column to);
  std::optional<Columns> find_first(const Columns& beginning, Column from, Column to);
  bool allowed(const Columns& columns) const;
  void add(const Columns& columns);

  const Core* core_;
  Effort* effort_;
  std::size_t wanted_ = 0;
  Column last_common_ = 0;  // columns before it lie before the last position of all sets
  std::vector<std::vector<Position>> lists_;
};

}  // namespace pilah::selection::engine
