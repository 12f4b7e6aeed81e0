// Looking through a region's innovations: filters, full text, facets, totals, pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// Empty lists, empty texts and no values ask for nothing. What is asked for holds
/// together; of several values of one kind any will do.
struct InnovationFilter {
  /// Words that all stand in an innovation, in any form; the last one may be the
  /// beginning of a word.
  std::string text;
  std::vector<catalogue::Status> statuses;
  std::vector<catalogue::EntryKind> entry_kinds;
  std::vector<catalogue::OrganisationId> owners;
  std::vector<std::string> areas;          ///< keys; confirmed, primary or not
  std::vector<std::string> primary_areas;  ///< keys; confirmed
  std::vector<std::string> dimensions;     ///< keys; of any confirmed area
  std::vector<catalogue::Form> forms;
  std::vector<catalogue::Stage> stages;
  std::vector<catalogue::FundingSource> funding;
  std::vector<int> years;  ///< in which it was applied; while that is unknown, started
  std::optional<bool> digital;
  std::optional<bool> has_owner;
  std::optional<bool> has_primary_area;
  std::vector<std::string> unknown;  ///< names of facets of which nothing is known
  /// Whether a newer version waits beside the published one, as far as the caller sees it.
  std::optional<bool> pending;

  /// Names of facets to be counted.
  std::vector<std::string> facets;
  /// One of sort_names(); empty: by relevance where there is a text, else by name.
  std::string sort;
  std::string after;       ///< `next` of the page before
  std::size_t limit = 50;  ///< 1 to 1,000
};

/// "status", "entry_kind", "dimension", "area", "primary_area", "owner", "form",
/// "stage", "digital", "year", "funding".
std::vector<std::string> facet_names();
/// "relevance", "name", "changed", "budget", "applied"; but for names the greatest first.
std::vector<std::string> sort_names();

/// How many innovations have which value; most first. No value: it is unknown.
/// Each facet is counted as if it were not filtered by, so that its other values
/// can be chosen.
struct FacetCounts {
  struct Value {
    std::optional<std::string> value;
    std::size_t count = 0;
  };
  std::string facet;
  std::vector<Value> values;
};

/// A word that nothing has, and what was looked for instead.
struct SpellingCorrection {
  std::string word;
  std::string read_as;
};

struct InnovationList {
  /// An innovation's document (its JSON, compact), and its revision.
  struct Entry {
    std::string document;  ///< without what the caller may not see
    std::int64_t revision = 0;
    /// A newer version waits; told to those who see the entry whole.
    bool pending = false;
  };
  std::vector<Entry> innovations;
  std::optional<std::size_t> total;  ///< of all pages; none while the index is being built
  std::vector<FacetCounts> facets;
  std::vector<SpellingCorrection> corrections;
  std::int64_t revision = 0;  ///< of the region, that the list shows
  std::string view;           ///< mark_of() the eyes that it is for
  std::string next;           ///< empty: the last page
};

/// Throws Refusal(kInvalid) for an unknown area, dimension, facet, order or place
/// to go on from. While the index is being built the list comes out of the
/// store, by name and without a total; whatever else is asked for then, and every
/// list for whom does not see the whole region, is Refusal(kUnavailable).
/// Totals and facets are of what the caller sees. Refusal(kForbidden) for a filter,
/// facet or order by a field that the region does not show them, and for `pending` of who
/// sees no entry whole.
InnovationList innovations(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, const InnovationFilter& filter);

/// Calls `take` with the id of everything found that the caller sees, whatever page;
/// answers the region's revision that the first of them showed. Throws as above;
/// kUnavailable until the index is built.
std::int64_t each_innovation_id(const Environment& environment, const Caller& caller,
                                const catalogue::RegionCode& region, InnovationFilter filter,
                                const std::function<void(catalogue::InnovationId)>& take);

}  // namespace pilah::registry
