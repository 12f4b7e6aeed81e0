// A set's repair on a terminal: sentences, then both ways side by side.
#pragma once

#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/choice/set_repair.hpp"

namespace pilah::cli {

class Session;

void print_repair(const Session& session, const registry::SelectionEntry& entry,
                  const registry::SetRepair& repair);

}  // namespace pilah::cli
