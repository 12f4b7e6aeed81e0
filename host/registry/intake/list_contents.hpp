// What stands in a list, for a person who says which column is what and mends the rows that
// were not taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pilah/registry/list_words.hpp"

namespace pilah::registry {

struct ListFile;

/// A column that has a header.
struct SeenColumn {
  std::string sheet;
  std::string header;                ///< in one line, as the list writes it
  std::string field;                 ///< that it is read as; empty: none
  std::vector<std::string> samples;  ///< the first texts in it, shortened
};

struct ListContents {
  using Place = std::pair<std::string, std::int64_t>;  ///< sheet, row

  /// Sheet by sheet, from the left. Of a sheet in which no header was found those of the row
  /// that looks most like one; none of them has a field.
  std::vector<SeenColumn> columns;
  /// Of each row that was wanted its cells under the columns of its sheet, in their order.
  std::map<Place, std::vector<std::string>> cells;
  std::size_t cells_left_out = 0;  ///< rows that would have been too much
};

inline constexpr std::size_t kMostSamples = 5;
inline constexpr std::size_t kMostSeenColumns = 500;
/// Bytes of all cells together.
inline constexpr std::size_t kMostCells = std::size_t{4} * 1024 * 1024;

/// Reads the list once more. `wanted`: the rows whose cells are to be told. Throws as
/// read_rows() does, but for a list in which no header is found.
ListContents list_contents(const ListFile& list, HeaderSet set, const ListWords& words,
                           const std::vector<ListContents::Place>& wanted);

}  // namespace pilah::registry
