// What can really be changed about an entry so that a rule judges it otherwise: the
// questions "what if" that a way in is made of.
//
// Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/registry/ways/change_means.hpp"

namespace pilah::registry {

/// An entry as it would be.
struct SupposedEntry {
  catalogue::Innovation entry;
  /// What panels would have assessed one step higher: one of kAssessed; empty: nothing.
  std::string_view raised;
};

/// One change that was made.
struct EntryChange {
  boost::json::object statement;    ///< what is to be done (statement.hpp)
  std::vector<std::string> fields;  ///< JSON pointers into the entry; of a panel: none
};

/// A kind of change.
struct EntryChangeKind {
  /// Makes it; nothing: the entry has it already, or there are no means to it.
  std::function<std::optional<EntryChange>(SupposedEntry&, const ChangeMeans&)> make;
  /// Of the SDK, in which it can show; in those of evidence, too, where a claim comes with it.
  std::vector<std::string> columns;
  /// Whether it can show beside them too: in the candidate's cost, duration, staff, owner
  /// and areas, and so in what the scenario demands of it.
  bool of_candidate = false;
};

/// From the least effort to the most: first what is only to be written down (an owner,
/// a text, a suggested area, a link to a plan, an amount), then what has to be worked
/// out (an indicator, a measurement, evidence), then what others must agree to (a
/// supporting organisation, a partner, money beyond the APBD, an area of a further
/// dimension), then what takes work (a shorter duration, a step of readiness, the next
/// stage), and last what a panel judges.
const std::vector<EntryChangeKind>& entry_changes();

}  // namespace pilah::registry
