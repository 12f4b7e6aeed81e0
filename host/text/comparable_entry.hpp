// Whether two entries of a catalogue are likely the same innovation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/text/name.hpp"

namespace pilah::text {

/// What of an entry is compared. The texts are read, not kept.
struct NamedEntry {
  catalogue::InnovationId id;
  std::optional<catalogue::OrganisationId> owner;
  std::string_view name;
  std::string_view summary;
};

/// What spoke for two entries being the same; declared by its strength.
enum class DuplicateReason {
  kSameName,        ///< the same name, spelling and light words aside
  kAbbreviation,    ///< one name is short for the other
  kSimilarName,     ///< names with much in common
  kSimilarSummary,  ///< summaries with many words in common
  kSameOwner,
};

struct LikelyDuplicate {
  catalogue::InnovationId first;  ///< the smaller id
  catalogue::InnovationId second;
  catalogue::Millionths score;
  std::vector<DuplicateReason> reasons;

  friend bool operator==(const LikelyDuplicate&, const LikelyDuplicate&) = default;
};

/// Stems from which on a summary tells an entry apart from others.
inline constexpr std::size_t kTellingSummary = 6;

/// An entry made ready to be compared with many others. A value.
struct ComparableEntry {
  catalogue::InnovationId id;
  std::optional<catalogue::OrganisationId> owner;
  ComparableName name;
  std::vector<std::uint32_t> summary;  ///< NameReader::stems
};

ComparableEntry read_entry(const NameReader& reader, const NamedEntry& entry);

/// Symmetric. The name's similarity, moved by what else is known: alike summaries
/// and the same owner close a part of the gap to 1; summaries that have nothing in
/// common widen it, more so for names of one word, which are often coined twice.
LikelyDuplicate judge(const ComparableEntry& first, const ComparableEntry& second);

/// From this score on a person should look at two entries.
inline constexpr catalogue::Millionths kLikelyDuplicate{700'000};

}  // namespace pilah::text
