// What may stand where in a problem document: one table, from which the reader
// takes what it expects, what it refuses and what it calls things.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pilah::selection {

// Where in the document a value stands: inside which list or object.
enum class Place : std::uint8_t {
  kOutside,
  kDocument,
  kCandidates,
  kCandidate,
  kUses,
  kGroups,
  kCount,
  kLimits,
  kLimit,
  kBounds,
  kBound,
  kCoverages,
  kCoverage,
  kRequires,
  kRequiresPair,
  kExcludes,
  kExcludesPair,
  kInclude,
  kExclude,
};

enum class Type : std::uint8_t { kText, kInteger, kObject, kList };

// What may stand under a key of an object, or (name "") as element of a list.
struct Slot {
  Place place;
  std::string_view name;
  Type type;
  Place inside;  // of the object or list that stands there
  bool required;
};

// Every slot, those of one place together.
std::span<const Slot> slots();

// The slot of a key of an object, or (name "") of the elements of a list.
// nullptr: nothing may stand there.
const Slot* find_slot(Place place, std::string_view name);

bool is_list(Place place);

// The kind of the message that such a value must stand here.
const char* kind_of_expected(Type type);

}  // namespace pilah::selection
