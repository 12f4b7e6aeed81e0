// What can be asked of the index, and what it answers.
//
// Text: every word of it must stand in an innovation, in any form of its stem
// ("mengelola" finds "pengelolaan"), or, the last one, begin a word there, unless
// a blank follows it. Words that say nothing ("dan", "yang") are left out. A word
// that nothing visible has is read as the nearest one that something visible has
// (up to three of a text), and the answer says so.
//
// Score of an innovation: the sum over the words of the weight of the place
// where it weighs most (TextLevel), twice that unless only a beginning fits. It
// follows from the innovation and the text alone, so a place in the order stays
// where it is while others come and go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/search/facet.hpp"
#include "pilah/search/visibility.hpp"

namespace pilah::search {

/// In which order; equals stand in the order of their ids, unknown ones last.
enum class Sort {
  kRelevance,  ///< by score, the best first; without a text all are equal
  kName,
  kChanged,  ///< the latest first
  kBudget,   ///< the largest first
  kApplied,  ///< the latest first
};

/// One of `values` (several: any of them), or with `except` none of them.
struct Condition {
  Facet facet = Facet::kStatus;
  std::vector<std::string> values;  ///< kUnknownValue among them: or it is unknown
  bool except = false;
};

struct Scope {
  catalogue::RegionCode region;
  Visibility visibility;
};

/// Of these innovations alone, or with `except` of all but them; what is found, counted and
/// summed up is within it.
struct Among {
  std::vector<catalogue::InnovationId> ids;
  bool except = false;
};

struct Query {
  std::vector<Scope> scopes;  ///< each region once
  std::string text;
  std::vector<Condition> conditions;  ///< all hold
  std::vector<Facet> facets;          ///< to be counted
  Sort sort = Sort::kName;
  std::string after;       ///< `next` of the page before; empty: from the start
  std::size_t limit = 50;  ///< 0: counts alone
  std::optional<Among> among = std::nullopt;
};

/// Beyond these a query is refused.
inline constexpr std::size_t kLongestText = 1'000;  ///< bytes
inline constexpr std::size_t kMostQueryWords = 32;
inline constexpr std::size_t kLargestPage = 1'000;
inline constexpr std::size_t kMostConditionValues = 1'024;

struct Hit {
  catalogue::RegionCode region;
  catalogue::InnovationId id;
  friend bool operator==(const Hit&, const Hit&) = default;
};

struct FacetValue {
  std::string value;  ///< kUnknownValue: unknown
  std::size_t count = 0;
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// Counted are the innovations that fulfil everything but the conditions on this
/// very facet, so that its other values can be chosen instead. Most first, then
/// by value; values that none has are left out.
struct FacetCounts {
  Facet facet = Facet::kStatus;
  std::vector<FacetValue> values;
  friend bool operator==(const FacetCounts&, const FacetCounts&) = default;
};

struct Correction {
  std::string word;     ///< as it was typed, folded
  std::string read_as;  ///< what was looked for instead
  friend bool operator==(const Correction&, const Correction&) = default;
};

struct Answer {
  std::vector<Hit> hits;
  std::string next;                 ///< empty: the last page
  std::size_t total = 0;            ///< of all pages, exact
  std::vector<FacetCounts> facets;  ///< as asked for
  std::vector<Correction> corrections;
  /// Of each scope's region, in their order: the revision that the answer shows.
  std::vector<std::pair<catalogue::RegionCode, std::int64_t>> current_to;
};

}  // namespace pilah::search
