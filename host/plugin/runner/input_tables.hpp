// The tables that the host sealed (sealed_tables.hpp), as the plugin is given them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pilah/plugin.h"
#include "pilah/plugin/runner/session.hpp"

namespace pilah::plugin::runner {

/// One column of all rows; points into the mapped memory.
struct InputColumn {
  std::string_view id;
  std::uint32_t layout = 0;
  std::string_view validity;
  std::string_view values;
  const std::uint64_t* ends = nullptr;  ///< of text: where in `values` each row ends
};

/// A table; points into the mapped memory.
struct InputTable {
  std::string_view id;
  std::uint64_t rows = 0;
  std::vector<InputColumn> columns;
};

std::vector<InputTable> read_tables(const Mapping& memory);

/// Rows [first, first + count) of a table by the ABI's layouts. Owns what had to
/// be rewritten for that, and refers to the mapped memory for the rest.
class InputBatch {
 public:
  InputBatch(const InputTable& table, std::uint64_t first, std::uint64_t count);
  InputBatch(const InputBatch&) = delete;
  InputBatch& operator=(const InputBatch&) = delete;
  InputBatch(InputBatch&&) = default;

  const pilah_batch* get() const { return &raw_; }

 private:
  std::vector<pilah_column> columns_;
  std::vector<std::vector<std::uint8_t>> bits_;
  std::vector<std::vector<std::uint32_t>> offsets_;
  pilah_batch raw_{};
};

}  // namespace pilah::plugin::runner
