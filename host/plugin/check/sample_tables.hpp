// Made-up tables to try a rule or an exporter on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/plugin/wire/column_table.hpp"

namespace pilah::plugin {

enum class SampleKind {
  kTypical,  ///< as a region's catalogue may be, a tenth unknown
  kUnknown,  ///< nothing is known
  kExtreme,  ///< NaN and infinities, the largest numbers, odd and long texts
};

/// The same arguments give the same table.
ColumnTable sample_table(const std::vector<ColumnKind>& columns, SampleKind kind,
                         std::uint64_t rows, std::uint64_t seed);

/// The same rows in reverse order.
ColumnTable reversed(const ColumnTable& table);

}  // namespace pilah::plugin
