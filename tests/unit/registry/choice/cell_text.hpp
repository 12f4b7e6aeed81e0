// The cells of a table that rules are given, as text.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/plugin/wire/column_table.hpp"

namespace pilah::tests {

/// "null" when it is unknown, "no column" when there is none, numbers to two decimals.
std::string cell(const plugin::ColumnTable& table, const std::string& id, std::uint64_t row = 0);

}  // namespace pilah::tests
