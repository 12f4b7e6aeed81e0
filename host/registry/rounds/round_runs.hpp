// All selections that were made in a round, in order: who chose, when, and what was
// otherwise than in the one before.
//
// Of the catalogue that is what the innovations were then, of plugins their versions, of the
// scenario every member. Who sees the whole region sees it.
//
// Errors: catalogue::Refusal(kNotFound) for a round that is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/registry/choice/scenario_difference.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/rounds/round_comparison.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

inline constexpr std::size_t kMostRuns = 200;            // the last ones are told
inline constexpr std::size_t kMostRunDifferences = 100;  // of entries, listed; all are counted

/// A candidate that is in one set and not in the other.
struct RunCandidate {
  std::string id;
  std::string name;  ///< as it is called now; empty: it is no longer there
};

struct PluginChange {
  std::string id;
  std::string before, after;  ///< versions; empty: it was not used
  bool other_build = false;   ///< the same version, another library
};

/// Against the run before.
struct RunDifference {
  std::vector<ScenarioDifference> scenario;
  std::vector<PluginChange> plugins;
  RoundComparison catalogue;
  bool other_day = false;  ///< the rules took another day for today
  std::vector<RunCandidate> enter, leave;
  std::optional<std::int64_t> points;  ///< more than before; nothing: one of the two has no set

  /// Whether nothing was otherwise that the run was made of.
  bool same_inputs() const;
};

struct RoundRun {
  catalogue::SelectionId selection;
  std::string name;  ///< the scenario's
  std::int64_t revision = 0;
  std::int64_t at = 0;  ///< milliseconds since 1970
  std::string by;       ///< name of the account; of a part of the host what it is called
  std::string as_of;
  std::int64_t catalogue_revision = 0;
  std::string status;  ///< "optimal", "infeasible" or "limit"
  std::optional<std::int64_t> score;
  std::vector<std::string> chosen;     ///< ids
  std::optional<RunDifference> since;  ///< nothing: it is the first
};

struct RoundRuns {
  catalogue::RoundId id;
  std::string round;           ///< its name
  std::size_t left_out = 0;    ///< earlier runs, beyond kMostRuns
  std::vector<RoundRun> runs;  ///< the first one first
};

RoundRuns round_runs(const Environment& environment, const Caller& caller,
                     const catalogue::RegionCode& region, catalogue::RoundId round);

/// For other use cases, which ask for rights themselves: what became of the catalogue is told
/// as the caller sees it.
RoundRuns runs_seen(store::Reader& reader, const Caller& caller,
                    const catalogue::RegionCode& region, catalogue::RoundId round);

}  // namespace pilah::registry
