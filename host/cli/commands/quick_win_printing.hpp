// Quick-win sets, for a person at a terminal.
#pragma once

#include "pilah/registry/quick_wins/sets.hpp"

namespace pilah::cli {

class Session;

/// One line: for lists.
void print_set_line(const Session& session, const registry::QuickWinSetEntry& entry);
void print_set(const Session& session, const registry::QuickWinSetEntry& entry);
/// `only_unsigned`: those who have signed are left out.
void print_signatories(const Session& session, const registry::QuickWinSetEntry& entry,
                       bool only_unsigned);

}  // namespace pilah::cli
