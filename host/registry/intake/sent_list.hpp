// A list that somebody sends, as import_list() takes it, and what stands in it: so that its
// sender can say which column is what, and mend the rows that were not taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/list_contents.hpp"

namespace pilah::registry {

inline constexpr std::size_t kLargestList = std::size_t{32} * 1024 * 1024;  // bytes
/// So many rows are told of one by one.
inline constexpr std::size_t kMostToldRows = 5'000;

struct SentImport {
  ImportReport report;
  /// In the order of the list; of more than kMostToldRows first of all those that were
  /// rejected or that warn.
  std::vector<ImportedRow> rows;
  std::int64_t rows_left_out = 0;
  ListContents contents;  ///< with the cells of the rejected rows that are told
};

/// A list that cannot be read, with its columns, as far as they were seen.
class ListRefused : public catalogue::Refusal {
 public:
  ListRefused(const catalogue::Refusal& why, std::vector<SeenColumn> columns)
      : Refusal(why), columns_(std::move(columns)) {}
  const std::vector<SeenColumn>& columns() const { return columns_; }

 private:
  std::vector<SeenColumn> columns_;
};

/// `request.file_name` names the file; `next` gives its bytes piece by piece, nothing at the
/// end. Its region is given, never "auto". Throws as import_list() does, ListRefused where
/// the columns were seen; then nothing is changed.
SentImport import_sent_list(const Environment& environment, const Caller& caller,
                            ImportRequest request, const std::function<std::string_view()>& next);

}  // namespace pilah::registry
