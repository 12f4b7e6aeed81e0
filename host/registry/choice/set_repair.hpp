// What becomes of a chosen set when members leave it: who takes their places while all
// others stay, and the best set with at most so many changes, each with its price.
//
// Each is one exact solve (selection/alternatives.hpp). Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/stored_choice.hpp"

namespace pilah::registry {

struct SetRepair {
  bool complete = true;  ///< false: the time ran out
  boost::json::array leaving;
  std::size_t changes = 0;  ///< members that change at most, the leaving among them
  /// All others stay; nothing: `said` tells why.
  std::optional<OtherSet> replaced;
  /// With at most `changes`; nothing: as above, or no better, or no more changes allowed.
  std::optional<OtherSet> changed;
  Said said;
};

/// `without`: members by id or name, one each, or several with commas between them.
/// `changes`: nothing means two for each that leaves; more than there are members means
/// all of them. Without a chosen set `said` tells why there is nothing to repair.
/// Throws Refusal(kNotFound) for whom nobody knows, Refusal(kInvalid) for whom was not
/// chosen ("/without"), and for fewer changes than members leave ("/changes").
SetRepair set_repair(const StoredChoice& choice, const std::vector<std::string>& without,
                     std::optional<std::size_t> changes, const Deadline& deadline);

}  // namespace pilah::registry
