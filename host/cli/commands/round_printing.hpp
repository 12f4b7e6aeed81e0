// Rounds as lines and tables for people.
#pragma once

#include <vector>

#include "pilah/cli/session.hpp"
#include "pilah/registry/rounds/round_comparison.hpp"
#include "pilah/registry/rounds/round_runs.hpp"
#include "pilah/registry/rounds/rounds.hpp"

namespace pilah::cli {

void print_rounds(const Session& session, const std::vector<registry::RoundEntry>& entries);
void print_round(const Session& session, const registry::RoundEntry& entry);
void print_runs(const Session& session, const registry::RoundRuns& runs);
void print_comparison(const Session& session, const registry::RoundComparison& comparison);

}  // namespace pilah::cli
