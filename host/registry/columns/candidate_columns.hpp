// Candidates as the table "innovations" of the SDK (columns.h): what rules see.
// What each value is: candidate_cells.hpp.
//
// Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin/wire/column_table.hpp"
#include "pilah/registry/columns/candidate_cells.hpp"

namespace pilah::registry {

/// By column of its CandidateColumns.
using CandidateRow = std::vector<Cell>;

/// Reads rows of some columns. Refers to the view.
class CandidateColumns {
 public:
  /// Exactly the columns named in `ids`, those that the SDK does not know left out.
  CandidateColumns(const CatalogueView& view, const std::vector<std::string>& ids,
                   WithheldClaims withheld);

  /// `raised`: as in RowSource.
  CandidateRow row(const Candidate& candidate, std::string_view raised = {}) const;
  /// Without rows.
  plugin::ColumnTable table() const { return plugin::ColumnTable(kinds_); }

 private:
  const CatalogueView& view_;
  CandidateHistory history_;
  WithheldClaims withheld_;
  std::vector<plugin::ColumnKind> kinds_;
  std::vector<CellReader> readers_;  // by kind
};

/// Requires: row and table of the same CandidateColumns.
void append(const CandidateRow& row, plugin::ColumnTable& table);

/// One row per candidate, in their order.
plugin::ColumnTable candidate_table(const CatalogueView& view,
                                    const std::vector<Candidate>& candidates,
                                    const std::vector<std::string>& ids, WithheldClaims withheld);

}  // namespace pilah::registry
