// What a record's table keeps beside its document, to look it up by.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::store::sqlite {

/// Follows from the innovation alone; `pilah verify` holds the table against it.
struct InnovationColumns {
  std::int64_t status = 0;
  std::int64_t entry_kind = 0;
  std::optional<catalogue::Uuid> owner;
  bool mapped = false;  ///< has a confirmed primary area
  std::string sort_key;
  std::vector<std::string> areas;     ///< confirmed ones, each once
  std::vector<std::string> evidence;  ///< SHA-256 of its files, each once
};

InnovationColumns columns_of(const catalogue::Innovation& innovation);

/// The SHA-256 of the files that it names, each once.
std::vector<std::string> evidence_of(const catalogue::Innovation& innovation);

/// A region's or an id's bytes as SQLite takes them.
inline std::span<const std::uint8_t> blob(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}
inline std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
/// Zeros where the database has not 16 bytes.
catalogue::Uuid uuid_of(std::span<const std::uint8_t> bytes);

}  // namespace pilah::store::sqlite
