// How sure a choice is, on a terminal: first what it comes to in sentences, then the
// numbers in tables.
#pragma once

#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/selections.hpp"

namespace pilah::cli {

class Session;

void print_robustness(const Session& session, const registry::SelectionEntry& entry,
                      const registry::Robustness& robustness);

}  // namespace pilah::cli
