// Fields taken out of a record and of its history, so that the chain still holds.
//
// Digests of texts that are gone prove nothing any more; so the audit entry of the
// erasure vouches for all that is left: its digest covers the document without the
// fields and every change text before it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/store/audit_chain.hpp"
#include "pilah/store/sqlite/database.hpp"

namespace pilah::store::sqlite {

/// What the audit log calls it; no other change may be called so.
inline constexpr std::string_view kErased = "erased";

/// A change's text, and its place in the audit log.
struct ChangeText {
  std::int64_t sequence = 0;
  std::string text;
};

/// The texts of the record's changes before entry `end`, the newest first.
std::vector<ChangeText> change_texts(Database& database, const catalogue::RegionCode& region,
                                     RecordKind kind, const catalogue::Uuid& record,
                                     std::int64_t end);

/// Digest of an erasure's entry: salt, document, and of each text its sequence and bytes.
Digest digest_of_erasure(std::span<const std::uint8_t> salt, std::string_view document,
                         const std::vector<ChangeText>& texts);

/// Takes the fields out of those texts, in `texts` and in the database.
void erase_from_changes(Database& database, const catalogue::RegionCode& region,
                        std::vector<ChangeText>& texts, const std::vector<std::string>& fields);

}  // namespace pilah::store::sqlite
