// Whether a team counts on a day: what its members may do rests on a decree whose term runs.
//
// A decree runs from its first day to its last, and no longer than until the day on which
// the decree that replaces it begins. A team may rest on several, one after the other; it
// counts while one of them runs, within its own term where it has one. A decree that was
// noted in words alone (catalogue::Team::decree) has no term that could be looked at.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/team.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

enum class DecreeState { kNotBegun, kRuns, kOver, kReplaced };
std::string_view name_of(DecreeState state);  ///< "not-begun", "runs", "over", "replaced"

/// The decrees of a region as one read finds them.
class Decrees {
 public:
  Decrees(store::Reader& reader, const catalogue::RegionCode& region);

  /// Null: there is none.
  const catalogue::Decree* find(const catalogue::DecreeId& id) const;
  /// The one that replaces it, if one does.
  const catalogue::Decree* successor_of(const catalogue::DecreeId& id) const;

  /// On `day`, a whole one.
  DecreeState state_of(const catalogue::Decree& decree, const catalogue::PartialDate& day) const;
  /// Why it sets nothing up on that day, with its number; nothing: it runs.
  std::optional<catalogue::Message> why_not(const catalogue::Decree& decree,
                                            const catalogue::PartialDate& day) const;
  /// Why the team does not count on that day, with its name; nothing: it does.
  std::optional<catalogue::Message> why_not(const catalogue::Team& team,
                                            const catalogue::PartialDate& day) const;
  /// The same, but only where it never will again unless another decree goes on with it:
  /// nobody is added to such a team, nothing is given to it to do.
  std::optional<catalogue::Message> past(const catalogue::Team& team,
                                         const catalogue::PartialDate& day) const;

 private:
  std::vector<catalogue::Decree> all_;
};

}  // namespace pilah::registry
