// How a scenario comes to its weights when it does not write them down: "weighting", which
// has a "reason" and the name of who decided ("by"), and is one of
//
//   {"rank": [["a/x"], ["a/y", "a/z"]]}   the order of importance, the most important
//                                         first, equals in one list (rank order centroid)
//   {"pairs": [["a/x", "a/y", 3], ...]}   how many times as important the first is as the
//                                         second, 1/9 to 9, also as "1/3"; of those named
//                                         each two once (AHP)
//   {"entropy": true}                     by how much the eligible candidates differ
//
// The weights are millionths that add up to a million. A criterion that a rank or
// comparisons do not name weighs nothing, and the selection says so.
// selection/weighting.hpp has the methods and their sources.
//
// Values; pure. Errors: Refusal(kInvalid) with JSON pointers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "pilah/registry/choice/grounds.hpp"

namespace pilah::registry {

struct Candidate;
struct Findings;
struct Scenario;

struct Weighting {
  enum class By { kRank, kPairs, kEntropy };
  struct Named {
    std::string criterion;
    std::string pointer;  ///< where it is named first
  };
  struct Comparison {
    std::string first, second;
    double ratio = 1;
  };

  By by = By::kRank;
  std::vector<std::vector<std::string>> ranks;  ///< kRank
  std::vector<Comparison> pairs;                ///< kPairs: all of them
  std::vector<Named> named;                     ///< each criterion once; none with kEntropy
  Grounds grounds;
  boost::json::object document;  ///< as it was written
};

/// Reads what stands at `pointer`; whether the criteria exist is told later. Throws with
/// all that is wrong.
Weighting read_weighting(const boost::json::value& value, const std::string& pointer);

/// The weights of the criteria that a rank or comparisons name.
std::map<std::string, std::int64_t> stated_weights(const Weighting& weighting);

/// Gives every criterion that was found its weight in the scenario, if the scenario has a
/// weighting. Refuses names that no rule has, weights beside it that are not its own, and
/// entropy of fewer than two eligible candidates.
void derive_weights(Scenario& scenario, const Findings& findings,
                    const std::vector<Candidate>& candidates);

/// What a selection says of its weights: notes on those that are somebody's decision; of a
/// weighting also result["weighting"].
void tell_weights(const Scenario& scenario, const Findings& findings, boost::json::object& result);

}  // namespace pilah::registry
