// The runs of a public set's round up to the one that was adopted: what was otherwise each
// time, and who came and went. Not told: who ran them, their points, what they are called in
// the region's own lists. Of the catalogue is counted what everybody sees of it, and no
// candidate is named that is not public.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/public_sets/public_sets.hpp"
#include "pilah/registry/rounds/round_runs.hpp"

namespace pilah::registry {

struct PublicRun {
  std::int64_t at = 0;  ///< milliseconds since 1970
  std::string as_of;
  std::string status;
  std::int64_t chosen = 0;             ///< how many
  std::optional<RunDifference> since;  ///< against the run before, without entries and points
};

struct PublicRuns {
  std::string round;            ///< its name; empty: it was chosen in none
  std::size_t left_out = 0;     ///< earlier runs, beyond kMostRuns
  std::vector<PublicRun> runs;  ///< the first one first, the adopted one last
};

PublicRuns public_runs(const Environment& environment, const OpenedSet& opened);

}  // namespace pilah::registry
