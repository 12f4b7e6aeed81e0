// The sets a step away from a known one: in time proportional to the entries of
// the columns moved, whether a set is still allowed when some of its choices
// change sides.
//
// Ownership: refers to the core. Threads: one.
#pragma once

#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"

namespace pilah::selection::engine {

class Neighbourhood {
 public:
  explicit Neighbourhood(const Core& core);

  // Requires: the core allows these choices (each once) and no others.
  void stand_at(std::span<const Column> chosen);

  bool contains(Column choice) const { return chosen_[choice] != 0; }

  // Whether the core allows the set with these choices, each once, on the other side.
  bool allows(std::span<const Column> moved);

 private:
  void touch(RowIndex row, std::int64_t change);
  bool covered(RowIndex link, std::int64_t activity) const;
  bool holds_after_move();

  const Core* core_;
  std::vector<char> chosen_;
  // By row: of a row of choices its activity; of a coverage how many of its
  // auxiliary columns can be 1.
  std::vector<std::int64_t> activity_;
  std::vector<Column> auxiliary_;  // by row: the one that it links, or none
  // What the present question has moved.
  std::vector<std::int64_t> change_;
  std::vector<char> is_touched_;
  std::vector<RowIndex> touched_;
};

}  // namespace pilah::selection::engine
