#include "cell_text.hpp"

#include <cstring>

namespace pilah::tests {

std::string cell(const plugin::ColumnTable& table, const std::string& id, std::uint64_t row) {
  const auto* column = table.find(id);
  if (!column) return "no column";
  const auto bit = [row](std::span<const std::byte> bits) {
    return (static_cast<unsigned>(bits[row / 8]) >> (row % 8) & 1U) != 0;
  };
  if (!bit(column->validity())) return "null";
  const auto* values = reinterpret_cast<const char*>(column->values().data());
  const auto* ends =
      static_cast<const std::uint64_t*>(static_cast<const void*>(column->ends().data()));
  const char* bytes = values + row * sizeof(double);
  switch (column->kind().layout) {
    case plugin::ColumnLayout::kText:
      return {values + (row == 0 ? 0 : ends[row - 1]), values + ends[row]};
    case plugin::ColumnLayout::kBool:
      return bit(column->values()) ? "yes" : "no";
    case plugin::ColumnLayout::kInt64: {
      std::int64_t value = 0;
      std::memcpy(&value, bytes, sizeof(value));
      return std::to_string(value);
    }
    case plugin::ColumnLayout::kDouble:
      break;
  }
  double value = 0;
  std::memcpy(&value, bytes, sizeof(value));
  return std::to_string(value).substr(0, 4);
}

}  // namespace pilah::tests
