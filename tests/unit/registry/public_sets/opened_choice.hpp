// A choice made by hand, adopted, and how much of it is open.
#pragma once

#include "pilah/registry/public_sets/public_sets.hpp"
#include "unit/registry/choice/drawn_choice.hpp"
#include "unit/registry/choice/stored_record.hpp"

namespace pilah::tests {

/// All of it.
inline registry::Openness all_open() {
  registry::Openness open;
  open.rules = open.budget = open.duration = open.staff = open.places = open.evidence = true;
  open.problem = true;
  open.published = catalogue::Publication::usual();
  for (const auto field : catalogue::kUsuallyClosed) {
    open.published.open_fields.emplace_back(field);
  }
  return open;
}

inline registry::OpenedSet opened(const DrawnChoice& choice, registry::Openness open) {
  registry::OpenedSet set;
  set.selection = record_of(choice);
  set.open = std::move(open);
  return set;
}

}  // namespace pilah::tests
