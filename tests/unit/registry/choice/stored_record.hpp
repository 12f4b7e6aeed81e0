// What a store would keep of a choice that was made by hand.
#pragma once

#include "drawn_choice.hpp"
#include "pilah/catalogue/choice.hpp"
#include "pilah/registry/choice/deadline.hpp"

namespace pilah::tests {

inline catalogue::SelectionRecord record_of(const DrawnChoice& choice) {
  catalogue::SelectionRecord record;
  record.name = "Uji";
  record.problem = choice.problem();
  record.result = choice.result();
  return record;
}

/// Time enough.
inline registry::Deadline patient() {
  return registry::Deadline([] { return std::int64_t{0}; }, 1);
}

}  // namespace pilah::tests
