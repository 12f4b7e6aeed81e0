// The JSON of an import: each row's fate as it comes, and the sums at the end.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/sent_list.hpp"

namespace pilah::registry {

/// {"row", "sheet", "fate", "id", "column", "kind", "reason", "warnings": [{"kind",
/// "text"}]}; what is empty is left out.
boost::json::object imported_row_document(const ImportedRow& row,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language);

/// {"import", "list", "dry_run", "added", "updated", "unchanged", "rejected",
/// "columns": [{"column", "field"}], "unread_columns": [...], "unread_sheets": [...]}.
boost::json::object import_report_document(const ImportReport& report);

/// The same with every column that has a header, "columns": [{"sheet", "column", "field":
/// its field or null, "samples": [texts]}], "rows" as above, and of those rejected also
/// "cells": [texts], under the columns of their sheet in their order; "rows_left_out":
/// rows that are counted but not told, "cells_left_out": rejected ones without their cells.
boost::json::object sent_import_document(const SentImport& sent,
                                         const catalogue::Sentences& sentences,
                                         catalogue::Language language);

/// [{"sheet", "column", "field", "samples"}].
boost::json::array seen_columns_document(const std::vector<SeenColumn>& columns);

/// The fields that a column of such a list can be read as, by their names in that language:
/// [{"field", "label"}].
boost::json::array list_fields_document(ListKind kind, const ListWords& words,
                                        const catalogue::Sentences& sentences,
                                        catalogue::Language language);

}  // namespace pilah::registry
