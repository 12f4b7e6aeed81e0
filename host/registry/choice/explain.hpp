// Why a selection is what it is, in sentences: for `pilah explain`, for what
// `pilah select` prints, and for any page that shows one language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/choice/selections.hpp"

namespace pilah::registry {

/// One criterion of one candidate.
struct ExplainedCriterion {
  std::string title;
  std::optional<std::int64_t> value;  ///< millionths; nothing: unknown
  std::int64_t weight = 0;
  std::int64_t contribution = 0;  ///< to the score, in millionths
  std::string text;               ///< the rule's own words on this value
  bool unverified = false;        ///< it rests on a claim that nothing proves
};

struct ExplainedCandidate {
  std::string id;
  std::string name;
  std::string owner;      ///< the organisation's name; empty: it has none
  std::string dimension;  ///< its name; empty: not mapped
  std::string area;
  bool eligible = false;
  bool chosen = false;
  std::int64_t score = 0;            ///< millionths
  std::optional<std::int64_t> cost;  ///< rupiah; nothing: unknown
  std::vector<ExplainedCriterion> criteria;
  std::vector<std::string> reasons;     ///< why in or why out, the weightiest first
  std::vector<std::string> assumed;     ///< what was assumed where nobody knows
  std::vector<std::string> unverified;  ///< claims without proof, and what rests on them
};

struct Explanation {
  std::string name;                          ///< the scenario's
  std::string status;                        ///< "optimal", "infeasible" or "limit"
  std::vector<std::string> summary;          ///< what came out, and what held it
  std::vector<std::string> conflict;         ///< infeasible: what cannot hold together
  std::vector<ExplainedCandidate> chosen;    ///< best first
  std::vector<ExplainedCandidate> rejected;  ///< eligible ones first, best first
};

/// The whole selection, in one language.
Explanation explanation(const SelectionEntry& entry, const catalogue::Sentences& sentences,
                        catalogue::Language language);

/// One of a selection's candidates (result["candidates"]), by id or by its name (case and
/// punctuation do not matter). Throws Refusal(kNotFound), naming what to do, when it was
/// none of the candidates, and Refusal(kInvalid) when several have that name.
const boost::json::object& candidate_named(const boost::json::array& candidates,
                                           std::string_view id_or_name);

/// The same, explained.
ExplainedCandidate explained_candidate(const SelectionEntry& entry, std::string_view id_or_name,
                                       const catalogue::Sentences& sentences,
                                       catalogue::Language language);

}  // namespace pilah::registry
