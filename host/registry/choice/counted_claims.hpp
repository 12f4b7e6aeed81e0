// What becomes of claims that nothing verifies. Where the scenario counts verified values
// only they are withheld, and the selection says which. Where it counts claimed values,
// each score that rests on one is found: the rules are asked again without the claims of
// one kind, and a criterion whose value is then another rests on them.
//
// Told of are claims that the rules' columns show, and no others. Pure but for the rules
// that it asks.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/choice/rules_again.hpp"
#include "pilah/registry/columns/withheld_claims.hpp"

namespace pilah::registry {

/// What the candidates' columns leave out by that scenario.
WithheldClaims withheld_by(const Scenario& scenario);

struct CountedClaims {
  /// By place of the candidate: statements (statement.hpp), each with
  ///   "claim"     the field of the entry: "benefit", "uniqueness", "applied", "indicators"
  ///   "fields"    [{"entry", "field"}]: id of the entry, JSON pointer into it
  ///   "criteria"  ["plugin/criterion"] that rest on it; none when it is withheld
  ///   "eligible"  true: it is eligible by that claim alone
  std::map<std::size_t, boost::json::array> by_place;
  boost::json::array notes;  ///< statements on all of them together
};

CountedClaims counted_claims(const CatalogueView& view, const Scenario& scenario,
                             const std::vector<Candidate>& candidates, const Findings& findings,
                             const RulesAgain& again);

}  // namespace pilah::registry
