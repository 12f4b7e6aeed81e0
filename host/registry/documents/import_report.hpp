// The JSON of an import: each row's fate as it comes, and the sums at the end.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/intake/import_list.hpp"

namespace pilah::registry {

/// {"row", "sheet", "fate", "id", "column", "kind", "reason", "warnings": [{"kind",
/// "text"}]}; what is empty is left out.
boost::json::object imported_row_document(const ImportedRow& row,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language);

/// {"import", "list", "dry_run", "added", "updated", "unchanged", "rejected",
/// "columns": [{"column", "field"}], "unread_columns": [...], "unread_sheets": [...]}.
boost::json::object import_report_document(const ImportReport& report);

}  // namespace pilah::registry
