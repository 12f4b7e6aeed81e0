// Which row of a list is its header, and which column fills which field.
//
// The header may stand in any of the first 20 rows that are not blank, below
// titles: it is the row with the most cells that are known headers. A mapping
// file ({"column": "field"}) goes before the aliases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/registry/list_words.hpp"

namespace pilah::registry {

inline constexpr std::size_t kHeaderRows = 20;

/// One row as the importer gave it, in UTF-8. The cells are views of its caller's.
struct ListRow {
  std::int64_t row = 0;  ///< as a spreadsheet shows it
  std::vector<std::string_view> cells;
};

/// What a person says about the columns of a list.
class ColumnMap {
 public:
  ColumnMap() = default;
  /// Throws Refusal(kInvalid) on another shape or a field that `set` does not have.
  /// A field of null or "" leaves the column unread.
  static ColumnMap read(std::string_view json, HeaderSet set, const ListWords& words);

  /// The field; empty: leave it unread. Nothing: the map does not name the column.
  std::optional<std::string_view> field_of(std::string_view header) const;
  bool empty() const { return fields_.empty(); }
  /// The columns as the file writes them.
  std::vector<std::string> columns() const;

 private:
  struct Entry {
    std::string column;
    std::string field;
  };
  std::map<std::string, Entry, std::less<>> fields_;  // by folded header
};

struct ListColumn {
  std::size_t index = 0;
  std::string header;  ///< in one line, as the list writes it
  std::string field;
};

struct ListHeader {
  std::int64_t row = 0;
  std::vector<ListColumn> columns;   ///< that fill a field, by index; each field once
  std::vector<std::string> unread;   ///< headers that no field takes
  std::vector<std::string> headers;  ///< every cell of the row, folded
  std::vector<std::string> written;  ///< the same in one line, as the list writes them

  const ListColumn* column_of(std::string_view field) const;
};

/// The header among `rows`, or why none of them is one.
struct HeaderFinding {
  std::optional<ListHeader> header;
  std::size_t index = 0;  ///< of the header in `rows`; without one, of what looks most like it
  catalogue::Message problem;
};
HeaderFinding find_header(const std::vector<ListRow>& rows, HeaderSet set, const ListWords& words,
                          const ColumnMap& map);

/// Rows that stand among the data and are none: blank ones, the header again at
/// the top of a page, the numbers of the columns below the header, sums.
bool is_no_entry(const ListHeader& header, const ListRow& row, const ListWords& words);

}  // namespace pilah::registry
