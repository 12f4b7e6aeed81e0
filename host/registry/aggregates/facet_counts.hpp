// How many innovations there are of what: flat rows, for charts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::registry {

/// The names of what has one: dimensions, areas, organisations. A value.
class FacetWords {
 public:
  FacetWords(const Environment& environment, const catalogue::RegionCode& region);
  /// Nothing for a word of the host's own ("draft"), which its sentences put into words.
  std::optional<catalogue::Bilingual> name(const std::string& facet,
                                           const std::string& value) const;

 private:
  const catalogue::Taxonomy& taxonomy_;
  std::map<std::string, std::string> organisations_;  // name by id
};

struct FacetCount {
  std::optional<std::string> value;  ///< nothing: unknown
  std::optional<std::string> split;  ///< the same; nothing, too, where nothing is split by
  std::size_t count = 0;
};

struct FacetTable {
  std::vector<FacetCount> rows;  ///< most first, within a value as well
  std::int64_t revision = 0;     ///< of the region, that the counts are of
};

/// Counts what the filter finds, and the caller sees, by the values of one facet and, if
/// `split` is not empty, by those of another. An innovation with several values (of areas,
/// say) counts for each. Only values that the filter asks for are counted.
/// Throws Refusal(kInvalid) for an unknown facet, or one that has too many values to be
/// split; Refusal(kUnavailable) while the index is being built.
FacetTable facet_counts(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, const InnovationFilter& filter,
                        const std::string& by, const std::string& split = {});

}  // namespace pilah::registry
