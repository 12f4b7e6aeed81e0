// What each intervention in a choice costs: a candidate forced in or out, a weight that is
// not the rule's own, each with the reason and the name that stand in the scenario.
//
// The price of a candidate is V* - V: how many points the best set would have more without
// it. Points under other weights are other points, so of a weight is told who would be in
// and who out if it were the rule's own. Each is one exact solve. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/stored_choice.hpp"

namespace pilah::registry {

struct Intervention {
  std::string id;
  std::string name;
  bool in = false;  ///< forced in; else out
  std::string reason;
  std::string by;                     ///< empty: an old selection that names nobody
  std::optional<std::int64_t> price;  ///< millionths; nothing: not proven in the time
};

struct ChangedWeight {
  std::string criterion;      ///< "plugin/criterion"; empty: all of them, by a weighting
  boost::json::object title;  ///< {"id", "en"}
  std::int64_t weight = 0;
  std::int64_t own = 0;  ///< the rule's
  std::string reason;
  std::string by;
  std::optional<Exchange> without;  ///< with the rule's own; nothing: not proven in the time
};

struct Interventions {
  bool complete = true;  ///< false: the time ran out
  std::vector<Intervention> each;
  std::optional<std::int64_t> together;  ///< without any of them
  std::vector<ChangedWeight> weights;
};

/// Of those who were candidates, in the scenario's order. Answers need a proven set.
Interventions interventions(const StoredChoice& choice, const catalogue::SelectionRecord& selection,
                            const Deadline& deadline);

}  // namespace pilah::registry
