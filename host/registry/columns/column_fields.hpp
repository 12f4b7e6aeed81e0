// From which fields of an entry each column of the SDK is read: what a rule that asks for
// the column has looked at. A region that shows everybody a rule's findings shows these
// fields with them.
//
// Values; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "pilah/registry/choice/scenario.hpp"

namespace pilah::registry {

/// What no field of an entry says: what panels assessed, and the progress that was reported.
inline constexpr std::string_view kJudgements = "judgements";

/// Fields of an entry, and kJudgements. A column that the SDK does not know is null
/// (candidate_columns.hpp): it is read from nothing. `values`: where only verified claims
/// count, a claim shows whether a file proves it.
std::vector<std::string_view> fields_behind(std::string_view column, CountedValues values);

/// Whether fields_behind() knows the column.
bool is_known_column(std::string_view column);

}  // namespace pilah::registry
