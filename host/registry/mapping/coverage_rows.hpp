// A region's coverage as flat rows, for dashboards: by area, dimension, owner or round.
//
// Of what the caller sees, archived innovations left out. The first three come out of the search
// index; by round, what the catalogue held when each round was frozen (the present
// state while it is not), read from history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

enum class CoverageBy { kArea, kDimension, kOwner, kRound };

/// Empty optionals: not told of rows of that kind.
struct CoverageRow {
  std::string key;   ///< of the taxonomy, an organisation's code, a round's id; empty: no owner
  std::string name;  ///< of an owner or round; of the taxonomy the page knows it
  std::string dimension;                        ///< of an area
  std::int64_t innovations = 0;                 ///< that touch it, that it owns, that there were
  std::int64_t verified = 0;                    ///< of these
  std::optional<std::int64_t> primary;          ///< whose primary area lies there
  std::optional<std::int64_t> unmapped;         ///< without a confirmed primary area
  std::optional<std::int64_t> areas_covered;    ///< of the 18
  std::optional<std::int64_t> frozen_revision;  ///< of a round
};

struct CoverageRows {
  std::int64_t revision = 0;  ///< of the region, that the rows show
  std::vector<CoverageRow> rows;
};

/// Areas and dimensions in the taxonomy's order, owners by code, rounds by id.
/// Throws Refusal(kUnavailable) while the region is not in the search index.
CoverageRows coverage_rows(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, CoverageBy by);

}  // namespace pilah::registry
