// What each intervention in a choice costs: a candidate forced in or out, with the reason
// and the name that stand in the scenario.
//
// The price is V* - V: how many points the best set would have more without it. Each is one
// exact solve. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/choice/stored_choice.hpp"

namespace pilah::registry {

struct Intervention {
  std::string id;
  std::string name;
  bool in = false;  ///< forced in; else out
  std::string reason;
  std::string by;                     ///< empty: nobody is named
  std::optional<std::int64_t> price;  ///< millionths; nothing: not proven in the time
};

struct Interventions {
  bool complete = true;  ///< false: the time ran out
  std::vector<Intervention> each;
  std::optional<std::int64_t> together;  ///< without any of them
};

/// Of those who were candidates, in the scenario's order. Prices need a proven set.
Interventions interventions(const StoredChoice& choice, const catalogue::SelectionRecord& selection,
                            const Deadline& deadline);

}  // namespace pilah::registry
