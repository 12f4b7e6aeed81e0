// The cheapest way in for candidates that were not chosen: the change of the least
// effort, else of two, with which the rules would have it chosen, found by asking them
// again about that candidate as it would be, everything else as it is.
//
// Whether it would be chosen is decided exactly (changed_standings.hpp), ties included.
// What was not solved again is told as not reckoned, never guessed.
//
// A row is the candidate's alone: of an entry that is also a member of packages the
// packages stay as they are, and the other way round. Where a rule judges rows by one
// another nothing is asked.
//
// Pure but for the rules that it asks. Threads: one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "pilah/registry/choice/reasons_of.hpp"
#include "pilah/registry/choice/rules_again.hpp"
#include "pilah/registry/ways/entry_changes.hpp"

namespace pilah::registry {

/// So many candidates are asked about, the best first.
inline constexpr std::size_t kMostAsked = 1000;
/// Of the eligible, and of the others, so many are asked about two changes together.
inline constexpr std::size_t kMostAskedInPairs = 24;

struct WayIn {
  enum class Outcome {
    kChosen,        ///< with these changes it would be chosen
    kEligible,      ///< it would be eligible, which it is not, but not chosen
    kHelped,        ///< it would score more, but not enough
    kNotEligible,   ///< no change alone would make it eligible ...
    kNotEvenPairs,  ///< ... nor two together
  };
  struct Change {
    EntryChange change;
    const catalogue::Innovation* entry = nullptr;  ///< that is to be changed
  };
  struct Value {
    std::size_t criterion = 0;             ///< place among the findings' criteria
    std::optional<std::int64_t> from, to;  ///< millionths; nothing: unknown
  };

  Outcome outcome = Outcome::kNotEligible;
  bool was_eligible = false;
  std::vector<Change> changes;  ///< the less effort first
  std::vector<Value> values;    ///< the criteria that change
  std::int64_t gain = 0;        ///< points of score
  bool reckoned = true;         ///< false: eligible, but whether chosen was not solved
  /// Not chosen: what it would still lack; nothing: no set can have it.
  std::optional<std::int64_t> missing;
  bool even = false;       ///< it would be as good as what is chosen ...
  std::string decided_by;  ///< ... and this decides: a resource; empty: the order
};

/// A candidate that was not chosen; eligible ones with the proven reason for it.
struct Rejected {
  std::size_t place = 0;
  const selection::Reason* reason = nullptr;  ///< null: it is not eligible
};

struct WaysIn {
  std::map<std::size_t, WayIn> by_place;
  boost::json::array notes;  ///< statements: why the rules could not be asked
};

/// Requires: the choice's answer is proven; `rejected` the best first.
WaysIn ways_in(const Choice& choice, const std::vector<Rejected>& rejected,
               const RulesAgain& again);

}  // namespace pilah::registry
