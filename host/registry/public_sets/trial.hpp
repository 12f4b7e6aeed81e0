// Other weights, another number, another budget for a public set: who would be in?
//
// Answered from the problem that the selection keeps, which its certificate proves: with the
// weights, number and budget that it had the answer is the set that was adopted, whatever
// became of the catalogue since, and no rule runs. What everybody sees of the problem allows
// anybody to reckon the same (openness.hpp). Nothing is stored.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/public_sets/public_sets.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::registry {

inline constexpr std::int64_t kLargestTriedWeight = 1'000'000;

/// What somebody wants to be otherwise.
struct PublicTrial {
  std::map<std::string, std::int64_t> weights;       ///< by "plugin/criterion"; others as they were
  std::optional<std::int64_t> count_min, count_max;  ///< none: as it was
  bool any_budget = false;                           ///< no limit of the cost
  std::optional<std::int64_t> budget;                ///< rupiah; none: as it was
};

/// Reads {"weights": {"plugin/criterion": n}, "count": {"min", "max"}, "budget": n | null}; all
/// of it may be left out. Throws Refusal(kInvalid) with a message per wrong member.
PublicTrial read_trial(const boost::json::object& document);

struct TriedPublicly {
  std::string status;                 ///< "optimal", "infeasible" or "limit"
  std::optional<std::int64_t> score;  ///< millionths
  std::optional<std::int64_t> cost;   ///< rupiah; none: the candidates have none
  std::uint32_t optimal_sets = 0;
  std::map<std::string, std::int64_t> scores;  ///< of each eligible candidate, by id
  std::map<std::string, bool> chosen;          ///< likewise
  boost::json::array conflict;                 ///< statements: what cannot hold together
};

/// Throws as require_problem() does; Refusal(kInvalid) for a criterion that is none of the
/// selection's, and when nothing would weigh anything.
TriedPublicly tried_publicly(const OpenedSet& opened, const PublicTrial& trial,
                             const Deadline& deadline);

}  // namespace pilah::registry
