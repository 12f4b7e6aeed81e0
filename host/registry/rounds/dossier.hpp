// The region's dossier of a round: profile figures, challenges and needs, readiness with
// SWOT, vision, mission and policy directions, and the region's steps as a board.
//
// A round of which nobody has written one begins with that of the round it follows, or
// was carried over from: rounds build on one another. A closed round's stays as it is.
// Who works in the region reads; who chooses writes.
//
// Errors: catalogue::Refusal; kNotFound for a round or step that is none, kStale when the
// dossier was changed since `expected_revision`, kConflict for a closed round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/dossier.hpp"
#include "pilah/catalogue/region_steps.hpp"
#include "pilah/catalogue/survey.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::catalogue {
struct Round;
}
namespace pilah::store {
class Reader;
}

namespace pilah::registry {

inline constexpr std::size_t kMostOfDossier = 500;         // of each list
inline constexpr std::size_t kLongestDossierText = 2'000;  // bytes

/// One of the region's steps, and how far it is.
struct BoardStep {
  catalogue::RegionStep step;
  catalogue::StepProgress progress;
  std::string owner;     ///< its name; empty: nobody's
  bool is_late = false;  ///< due before today, and not done
};

struct DossierEntry {
  catalogue::Dossier dossier;
  std::string round;             ///< its name
  std::string inherited;         ///< the round whose dossier this still is; empty: its own
  std::int64_t revision = 0;     ///< 0: nobody has written this one yet
  std::vector<BoardStep> board;  ///< in the region's order
  std::vector<catalogue::SurveyValue> survey;  ///< what citizens say now, the newest by area
};

DossierEntry dossier(const Environment& environment, const Caller& caller,
                     const catalogue::RegionCode& region, catalogue::RoundId round);

/// For other use cases, which ask for rights themselves: the same without its board.
DossierEntry stored_dossier(store::Reader& reader, const catalogue::Round& round);

/// Changes the parts that `patch` names (RFC 7396), but for the steps. Numbers may be
/// written as people do ("182.077,5"). Throws Refusal(kInvalid) with a message per wrong part.
DossierEntry change_dossier(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, catalogue::RoundId round,
                            const boost::json::object& patch, std::int64_t expected_revision);

/// In the place of what was said of that step.
DossierEntry record_step(const Environment& environment, const Caller& caller,
                         const catalogue::RegionCode& region, catalogue::RoundId round,
                         const catalogue::StepProgress& progress);

}  // namespace pilah::registry
