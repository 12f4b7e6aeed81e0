// Which candidates require or exclude one another, out of the catalogue's
// relations and packages, as a scenario reads them (problem_of.hpp has the rules).
#pragma once

#include <cstddef>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/registry/choice/findings.hpp"

namespace pilah::registry {

/// Places of two candidates, and the catalogue's record behind it.
struct CandidatePair {
  std::size_t first = 0;
  std::size_t second = 0;
  boost::json::object source;  ///< {"relation" | "package": id, "kind": word}
};

struct CandidatePairs {
  std::vector<CandidatePair> requires_pairs;  ///< first requires second
  std::vector<CandidatePair> excludes_pairs;  ///< first < second, each pair once
};

/// Tells in `judged` of candidates that are not eligible because what they need
/// is no candidate, or is not eligible and not `kept` in the problem.
CandidatePairs find_pairs(const CatalogueView& view, const Scenario& scenario,
                          const std::vector<Candidate>& candidates, const std::vector<bool>& kept,
                          std::vector<Judged>& judged);

}  // namespace pilah::registry
