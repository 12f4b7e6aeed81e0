// What the parts of a robustness say, in statements. Each reads what was found and adds
// to `said`. Pure.
#pragma once

#include "pilah/registry/choice/robustness.hpp"

namespace pilah::registry {

/// "A would replace B", "A would come in", as a statement.
boost::json::object exchange_told(const Exchange& exchange);

void say_weights(WeightsPart& part);
void say_acceptability(const StoredChoice& choice, AcceptabilityPart& part);
void say_budget(const StoredChoice& choice, BudgetPart& part);
void say_best(const StoredChoice& choice, BestSetsPart& part);
void say_different(const StoredChoice& choice, const BestSetsPart& best, DifferentPart& part);
void say_contributions(ContributionsPart& part);
void say_rankings(std::size_t chosen, RankingsPart& part);

}  // namespace pilah::registry
