// Tables for a plugin, laid out once in memory that nobody can change any more.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/plugin/system/descriptor.hpp"
#include "pilah/plugin/wire/column_table.hpp"

namespace pilah::plugin {

/// A table with the id by which an exporter asks for it ("innovations").
struct NamedTable {
  std::string id;
  const ColumnTable* table = nullptr;
  /// Its columns in the order in which the plugin gets them; empty: all.
  std::vector<std::string> columns;
};

/// The tables as runner/input_tables.hpp reads them. One copy serves any number
/// of runs at once: it is mapped, never copied again.
struct SealedTables {
  Descriptor memory;
  std::uint64_t size = 0;  ///< bytes
};

/// Throws std::system_error when there is no memory for them.
/// Requires: each table has the columns that are named for it.
SealedTables seal_tables(const std::vector<NamedTable>& tables);

}  // namespace pilah::plugin
