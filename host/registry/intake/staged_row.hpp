// One row of a list between its validation and its storing, as bytes.
//
// Staged rows outlive a crash, so they say all that applying needs; numbers are
// little-endian, texts carry their length.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/registry/intake/field_message.hpp"

namespace pilah::registry {

/// What the row's owner cell was found to be.
struct StagedOwner {
  catalogue::OrganisationId id;
  /// Not empty: the organisation is new and is to be added under this code ...
  std::string new_code;
  std::string new_name;  ///< ... and name.
};

struct StagedRow {
  enum class Kind : std::uint8_t {
    kEntry,     ///< to be added, updated or found unchanged
    kRepeated,  ///< equals an earlier row of the list: unchanged
    kRejected,
  };

  Kind kind = Kind::kEntry;
  std::int64_t row = 0;
  std::string sheet;

  // Entries and repeated rows.
  catalogue::RegionCode region;
  std::string key;  ///< under which its origin is kept; made from owner and name when not `keyed`
  bool keyed = false;          ///< the list itself has the key
  catalogue::InnovationId id;  ///< that it gets if it is new
  /// No earlier row of the list has its name and owner: it may be an entry that
  /// is there already under another list's name.
  bool first_of_name = true;
  std::optional<StagedOwner> owner;
  RowCells cells;
  FieldMessages warnings;

  // Rejected rows.
  std::string column;
  catalogue::Message reason;
};

/// Replaces `bytes` by the row.
void write_staged(const StagedRow& row, std::string& bytes);
/// Fills `row`, whose buffers are used again. Throws Refusal(kUnavailable) on
/// bytes that write_staged() did not make: the staging is damaged.
void read_staged(std::string_view bytes, StagedRow& row);

}  // namespace pilah::registry
