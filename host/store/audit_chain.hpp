// The hash that chains one audit entry to the next (SHA-256).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pilah/catalogue/id.hpp"
#include "pilah/store/record_kind.hpp"

namespace pilah::store {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
/// Of the salt followed by the text. Without its salt, a digest says nothing
/// about a text that somebody guesses.
Digest salted(std::span<const std::uint8_t> salt, std::string_view text);
std::string hexadecimal(std::span<const std::uint8_t> bytes);

/// An entry about the region itself (its name, its time zone): of no record.
inline constexpr RecordKind kRegionItself{0};
/// An entry about an account's roles in the region.
inline constexpr RecordKind kAccount{-1};

/// What an entry says. `digest` is that of the change's text, or of the whole
/// document when the record was new or is the region itself: texts stay outside,
/// so that personal data in them can be erased and the chain holds.
struct AuditEntry {
  std::int64_t sequence = 0;
  std::optional<std::int64_t> number;  ///< of the revision; none: an event without one
  std::int64_t at = 0;                 ///< milliseconds since 1970
  std::string_view actor;
  std::string_view action;
  RecordKind kind = RecordKind::kInnovation;
  catalogue::Uuid record;
  Digest digest{};
};

/// The hash of `entry` behind the hash before it (empty before the first).
/// Covers, little endian: that hash, sequence, number (-1: none), at, kind (8
/// bytes each), the lengths and bytes of actor and action, record, digest.
Digest chained(std::span<const std::uint8_t> previous, const AuditEntry& entry);

}  // namespace pilah::store
