#include "pilah/selection/document_shape.hpp"

#include <array>

namespace pilah::selection {
namespace {

constexpr std::array kSlots = {
    Slot{Place::kOutside, "", Type::kObject, Place::kDocument, true},
    Slot{Place::kDocument, "candidates", Type::kList, Place::kCandidates, true},
    Slot{Place::kDocument, "count", Type::kObject, Place::kCount, false},
    Slot{Place::kDocument, "limits", Type::kList, Place::kLimits, false},
    Slot{Place::kDocument, "bounds", Type::kList, Place::kBounds, false},
    Slot{Place::kDocument, "coverage", Type::kList, Place::kCoverages, false},
    Slot{Place::kDocument, "requires", Type::kList, Place::kRequires, false},
    Slot{Place::kDocument, "excludes", Type::kList, Place::kExcludes, false},
    Slot{Place::kDocument, "include", Type::kList, Place::kInclude, false},
    Slot{Place::kDocument, "exclude", Type::kList, Place::kExclude, false},
    Slot{Place::kCandidates, "", Type::kObject, Place::kCandidate, false},
    Slot{Place::kCandidate, "id", Type::kText, Place::kOutside, true},
    Slot{Place::kCandidate, "score", Type::kInteger, Place::kOutside, true},
    Slot{Place::kCandidate, "uses", Type::kObject, Place::kUses, false},
    Slot{Place::kCandidate, "groups", Type::kList, Place::kGroups, false},
    Slot{Place::kUses, "", Type::kInteger, Place::kOutside, false},
    Slot{Place::kGroups, "", Type::kText, Place::kOutside, false},
    Slot{Place::kCount, "min", Type::kInteger, Place::kOutside, false},
    Slot{Place::kCount, "max", Type::kInteger, Place::kOutside, false},
    Slot{Place::kLimits, "", Type::kObject, Place::kLimit, false},
    Slot{Place::kLimit, "resource", Type::kText, Place::kOutside, true},
    Slot{Place::kLimit, "max", Type::kInteger, Place::kOutside, false},
    Slot{Place::kBounds, "", Type::kObject, Place::kBound, false},
    Slot{Place::kBound, "group", Type::kText, Place::kOutside, true},
    Slot{Place::kBound, "min", Type::kInteger, Place::kOutside, false},
    Slot{Place::kBound, "max", Type::kInteger, Place::kOutside, false},
    Slot{Place::kCoverages, "", Type::kObject, Place::kCoverage, false},
    Slot{Place::kCoverage, "groups", Type::kText, Place::kOutside, true},
    Slot{Place::kCoverage, "min", Type::kInteger, Place::kOutside, true},
    Slot{Place::kRequires, "", Type::kList, Place::kRequiresPair, false},
    Slot{Place::kRequiresPair, "", Type::kText, Place::kOutside, false},
    Slot{Place::kExcludes, "", Type::kList, Place::kExcludesPair, false},
    Slot{Place::kExcludesPair, "", Type::kText, Place::kOutside, false},
    Slot{Place::kInclude, "", Type::kText, Place::kOutside, false},
    Slot{Place::kExclude, "", Type::kText, Place::kOutside, false},
};

}  // namespace

std::span<const Slot> slots() { return kSlots; }

const Slot* find_slot(Place place, std::string_view name) {
  for (const Slot& each : kSlots) {
    if (each.place == place && each.name == name) return &each;
  }
  return nullptr;
}

bool is_list(Place place) {
  switch (place) {
    case Place::kCandidates:
    case Place::kGroups:
    case Place::kLimits:
    case Place::kBounds:
    case Place::kCoverages:
    case Place::kRequires:
    case Place::kRequiresPair:
    case Place::kExcludes:
    case Place::kExcludesPair:
    case Place::kInclude:
    case Place::kExclude:
      return true;
    default:
      return false;
  }
}

const char* kind_of_expected(Type type) {
  switch (type) {
    case Type::kText:
      return "selection.must_be_text";
    case Type::kInteger:
      return "selection.must_be_integer";
    case Type::kObject:
      return "selection.must_be_object";
    case Type::kList:
      return "selection.must_be_list";
  }
  return "";
}

}  // namespace pilah::selection
