// What is left to say of one candidate once the choice is made: how cheap one that is out
// would have to be, and what one that is in contributes.
//
// Each number rests on exact solves. Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/stored_choice.hpp"

namespace pilah::registry {

struct Outlook {
  /// Out: by limited resource, the most that it may use to be in a set as good as the
  /// chosen one; only where that limit is what stands in its way.
  std::map<std::string, std::int64_t> largest_uses;
  /// In: its Shapley value among the chosen, in points; nothing: it has no number.
  std::optional<std::int64_t> contribution;
  Said said;
};

/// Empty where the choice is not proven.
Outlook outlook(const StoredChoice& choice, selection::Position candidate,
                const Deadline& deadline);

}  // namespace pilah::registry
