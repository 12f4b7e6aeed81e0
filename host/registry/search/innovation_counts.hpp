// How many innovations a region has of what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// Of those that the caller sees and that are not archived; the empty value stands
/// for unknown.
struct InnovationCounts {
  using ByValue = std::map<std::string, std::size_t, std::less<>>;

  std::int64_t revision = 0;  ///< of the region, that the counts are of
  std::size_t innovations = 0;
  ByValue areas;          ///< key -> with that confirmed area, primary or not
  ByValue primary_areas;  ///< key -> with that confirmed primary area
  ByValue owners;         ///< the organisation's id
};

/// Out of the index while it shows what is stored; else every innovation is read.
/// `owner`: of what it owns alone.
InnovationCounts innovation_counts(const Environment& environment, const Caller& caller,
                                   const catalogue::RegionCode& region,
                                   const std::optional<catalogue::OrganisationId>& owner = {});

/// The same of the catalogue as it was at an earlier revision: read from history.
InnovationCounts innovation_counts_then(const Environment& environment, const Caller& caller,
                                        const catalogue::RegionCode& region, std::int64_t revision,
                                        const std::optional<catalogue::OrganisationId>& owner = {});

/// 0 for a value that is not there.
std::size_t count_of(const InnovationCounts::ByValue& counts, std::string_view value);

}  // namespace pilah::registry
