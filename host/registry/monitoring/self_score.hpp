// A region's self-score: what an evaluation by a scheme would find of its quick wins, as far
// as the registry knows.
//
// What is not known could be anything: each part has a lowest and a highest value, and says
// what is missing. Shares are integer millionths, rounded down.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/evaluation_schemes.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

/// From what is certain to what is possible.
struct ScoreRange {
  std::int64_t low = 0;   ///< millionths
  std::int64_t high = 0;  ///< millionths

  bool is_known() const { return low == high; }
  friend bool operator==(const ScoreRange&, const ScoreRange&) = default;
};

struct PartScore {
  SchemePart part;
  ScoreRange reached;                ///< of the part
  catalogue::Messages missing = {};  ///< what would make it certain, or better
};

struct EntryScore {
  Supervised of;
  std::vector<PartScore> parts;  ///< in the scheme's order
  ScoreRange reached;            ///< of the whole, by the weights
};

struct SelfScore {
  EvaluationScheme scheme;
  std::vector<EntryScore> entries;
  std::vector<PartScore> parts;  ///< the mean of all entries; what is missing, they say
  ScoreRange reached;
};

/// By the scheme of that key, or (empty) the newest that is valid today. Who works in the
/// region reads. Throws Refusal(kNotFound) without such a scheme, Refusal(kConflict) when
/// there is no quick win.
SelfScore self_score(const Environment& environment, const Caller& caller,
                     const catalogue::RegionCode& region, const std::string& scheme);

}  // namespace pilah::registry
