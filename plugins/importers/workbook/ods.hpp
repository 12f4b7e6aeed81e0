// An ODS workbook: its sheets in their order, row by row (OpenDocument 1.3, part 3).
//
// Formulas are not calculated: the value that the last program stored with them is read.
#pragma once

#include "archive.hpp"
#include "pilah/plugin.hpp"
#include "sentences.hpp"

namespace workbook {

/// Whether the archive is one.
bool is_ods(const Archive& archive);

/// Hands the visible sheets' rows that are not blank to the sink. Throws BadFile.
void read_ods(Archive& archive, const Words& words, pilah::Sink& sink);

}  // namespace workbook
