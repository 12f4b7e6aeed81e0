// The facets by which innovations are counted and filtered.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::catalogue {
class Taxonomy;
}

namespace pilah::search {

/// An innovation has one value of each, but for dimension, area and funding, of
/// which it may have several.
enum class Facet {
  kStatus,
  kEntryKind,
  kDimension,    ///< of every confirmed area
  kArea,         ///< confirmed, primary or not
  kPrimaryArea,  ///< confirmed
  kOwner,        ///< the organisation's id
  kForm,
  kStage,
  kDigital,  ///< "true" or "false"
  kYear,     ///< in which it was applied; while that is unknown, started
  kFunding,  ///< sources of its budgets
};
inline constexpr std::size_t kFacets = 11;

/// By which they are called wherever somebody asks for one.
inline constexpr std::array<std::string_view, kFacets> kFacetNames = {
    "status", "entry_kind", "dimension", "area", "primary_area", "owner",
    "form",   "stage",      "digital",   "year", "funding"};

constexpr std::string_view name_of(Facet facet) {
  return kFacetNames[static_cast<std::size_t>(facet)];
}
std::optional<Facet> facet_named(std::string_view name);

/// The value that stands for "unknown": every innovation has a value of each facet.
inline constexpr std::string_view kUnknownValue{};

/// The innovation's values of the facet, each once, sorted.
std::vector<std::string> values_of(const catalogue::Innovation& innovation, Facet facet,
                                   const catalogue::Taxonomy& taxonomy);

}  // namespace pilah::search
