// Who is supervised: each candidate that a set in force places as a quick win, in the
// medium or in the long term. What is "not now" is not.
//
// A set is in force until another amends it. Of a candidate whose set was amended, plan
// and reports can be read, and nothing is added.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <utility>
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

/// The adopted candidates of a region, within one read or write. Looks up each once; what it
/// answers lives as long as it does. Not for two threads at once.
class Supervision {
 public:
  Supervision(store::Reader& reader, const catalogue::RegionCode& region);

  /// All that are supervised now: by set, in the order of each.
  const std::vector<const Supervised*>& all();
  /// Null: it is not supervised now.
  const Supervised* now(const Undertaking& undertaking);
  /// One candidate of a set, in force or not. Throws Refusal(kNotFound) when there is no such
  /// set, or it does not place the candidate.
  const Supervised& placed(catalogue::QuickWinSetId set, const std::string& candidate);
  /// The same of one that is supervised. Throws Refusal(kConflict) when the set was amended,
  /// or places it "not now".
  const Supervised& required(catalogue::QuickWinSetId set, const std::string& candidate);

 private:
  const Supervised& told(const catalogue::QuickWinSet& set,
                         const catalogue::PlacedCandidate& placed);
  const catalogue::QuickWinSet& set_of(catalogue::QuickWinSetId id) const;
  void describe(Supervised& one);

  store::Reader& reader_;
  catalogue::RegionCode region_;
  std::map<catalogue::QuickWinSetId, catalogue::QuickWinSet> sets_;
  std::map<catalogue::QuickWinSetId, catalogue::QuickWinSetId> amended_by_;
  std::map<std::pair<catalogue::QuickWinSetId, std::string>, Supervised> known_;
  std::optional<std::vector<const Supervised*>> all_;
};

}  // namespace pilah::registry
