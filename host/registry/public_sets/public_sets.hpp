// A quick-win set as everybody may read it, account or not, where its region opens the sets
// in force (catalogue/publication.hpp). openness.hpp says what of it is shown.
//
// Of a set that was amended the one in force is given, whichever of them is named: an address
// on paper goes on to hold. Whatever is not public, a set that is none and a region that
// opened nothing, is refused alike: Refusal(kNotFound) "public_set.not_found".
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/choice/interventions.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/public_sets/openness.hpp"

namespace pilah::registry {

struct PublicSet {
  catalogue::QuickWinSet set;                ///< the one in force
  catalogue::SelectionRecord selection;      ///< redacted (redaction.hpp)
  std::map<std::string, std::string> names;  ///< of the candidates that are public, by id
  Openness open;
};

PublicSet public_set(const Environment& environment, const catalogue::RegionCode& region,
                     catalogue::QuickWinSetId id);

/// The same, nothing of it redacted: for use cases that show a part of it themselves.
struct OpenedSet {
  catalogue::QuickWinSet set;
  catalogue::SelectionRecord selection;
  Openness open;
};
OpenedSet opened_set(const Environment& environment, const catalogue::RegionCode& region,
                     catalogue::QuickWinSetId id);

/// Who decided beside the rules. Hidden candidates are left out, and prices (and who would
/// be in with a rule's own weight) where the rules' findings are not shown.
struct PublicInterventions {
  Interventions told;
  std::int64_t hidden = 0;  ///< how many of hidden candidates are left out
};
PublicInterventions public_interventions(const OpenedSet& opened, const Deadline& deadline);

/// The problem, as the certificate means it: these bytes. Throws Refusal(kConflict) that
/// says which fields keep it closed, as public_certificate() and tried_publicly() do.
std::string public_problem(const OpenedSet& opened);

/// The proof that no better set exists, for `pilah check-certificate`. Throws
/// Refusal(kUnavailable) when it was not found within the deadline.
std::string public_certificate(const OpenedSet& opened, const Deadline& deadline);

/// For what needs the whole problem: throws unless it is shown.
void require_problem(const OpenedSet& opened);

}  // namespace pilah::registry
