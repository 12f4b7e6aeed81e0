// Who is supervised: each candidate that a set in force places as a quick win, in the
// medium or in the long term. What is "not now" is not.
//
// A set is in force until another amends it. Of a candidate whose set was amended, plan
// and reports can be read, and nothing is added.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/quick_win_set.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// A candidate of an adopted selection, whatever set places it.
struct Undertaking {
  catalogue::SelectionId selection;
  std::string candidate;

  friend auto operator<=>(const Undertaking&, const Undertaking&) = default;
};

struct Supervised {
  catalogue::QuickWinSetId set;
  Undertaking undertaking;
  catalogue::Placing placing = catalogue::Placing::kQuickWin;
  std::string name;                               ///< the official one, once it is formulated
  std::optional<catalogue::OrganisationId> lead;  ///< who reports; else the entry's owner
  std::vector<catalogue::InnovationId> entries;   ///< that it is made of
  std::vector<catalogue::Budget> costs;           ///< as formulated
  bool now = false;                               ///< the set is in force, and it is placed
};

/// By set, in the order of each.
std::vector<Supervised> all_supervised(store::Reader& reader, const catalogue::RegionCode& region);

/// One candidate of a set, in force or not. Throws Refusal(kNotFound) when there is no such
/// set, or it does not place the candidate.
Supervised placed_in(store::Reader& reader, const catalogue::RegionCode& region,
                     catalogue::QuickWinSetId set, const std::string& candidate);

/// The same of one that is supervised. Throws Refusal(kConflict) when the set was amended,
/// or places it "not now".
Supervised supervised_in(store::Reader& reader, const catalogue::RegionCode& region,
                         catalogue::QuickWinSetId set, const std::string& candidate);

}  // namespace pilah::registry
