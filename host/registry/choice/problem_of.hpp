// The selection problem of a scenario: the document that `pilah solve` takes,
// and where each of its constraints came from.
//
// In the problem are the eligible candidates, and those that the scenario
// includes by id whatever the rules say (then as excluded too, so that the
// contradiction shows). The cost is always a resource, with or without a limit:
// the cheaper of two equally good sets is taken.
//
// Relations: "needs" is met by the entry itself. A package stands for its
// members: it excludes them and every package that shares one, and takes over
// their relations to entries outside of it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/choice/findings.hpp"
#include "pilah/registry/choice/group_words.hpp"
#include "pilah/selection/problem.hpp"

namespace pilah::registry {

/// What a constraint demands, and where in the scenario that was written;
/// no pointer: a rule, a relation or a package of the catalogue demands it.
struct ConstraintSource {
  std::string pointer;
  boost::json::object statement;
};

struct ChoiceProblem {
  boost::json::object document;
  std::vector<std::size_t> candidates;              ///< place of the candidate, by position
  std::map<std::string, ConstraintSource> sources;  ///< by pointer into the document
  boost::json::array relations;                     ///< what became a requires or excludes, and why
  boost::json::array notes;  ///< statements on what the scenario asks in vain

  /// By pointer into the document; throws std::out_of_range.
  const ConstraintSource& source(const std::string& pointer) const { return sources.at(pointer); }
};

/// Also finds candidates not eligible that need one that is none: told in `judged`.
ChoiceProblem problem_of(const CatalogueView& view, const Scenario& scenario,
                         const std::vector<Candidate>& candidates, const Findings& findings,
                         std::vector<Judged>& judged, const GroupWords& words);

/// A candidate as the problem's document has it: {"id", "score", "uses", "groups"}, where
/// the rules found what the row of `findings` says.
boost::json::object as_in_problem(const Candidate& candidate, std::int64_t score,
                                  const Scenario& scenario, const Findings& findings,
                                  std::size_t row);

/// The document as the selector takes it. Throws Refusal(kConflict) when its numbers are
/// too large to be reckoned with.
selection::Problem solvable(const boost::json::object& document);

/// What each constraint demands, by its pointer into the document: its statement, with the
/// "pointer" into the scenario if it has one. A selection keeps it, to be asked later.
boost::json::object constraints_told(const ChoiceProblem& problem);

/// {"id", "name"}, as statements name a candidate.
boost::json::object named(const Candidate& candidate);

}  // namespace pilah::registry
