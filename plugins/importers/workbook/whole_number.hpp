// Whole numbers in attributes.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace workbook {

inline std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
  return value;
}

}  // namespace workbook
