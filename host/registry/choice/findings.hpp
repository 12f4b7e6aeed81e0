// What the rules found about the candidates, and what follows from it: values in
// millionths, weights, eligibility, scores.
//
// Values; everything is indexed by the candidates' places in their order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/choice/candidates.hpp"

namespace pilah::plugin {
struct RuleResult;
}

namespace pilah::registry {

struct FoundCriterion {
  std::string rule;  ///< the plugin's id
  std::string criterion;
  catalogue::Bilingual title, zero, one;            ///< zero, one: what these values mean
  std::int64_t own_weight = 0;                      ///< the rule's
  std::int64_t weight = 0;                          ///< that counts
  bool weighed_by_rule = false;                     ///< the scenario named no weight
  std::vector<std::optional<std::int64_t>> values;  ///< millionths; nothing: unknown
  std::vector<catalogue::Bilingual> texts;          ///< the rule's words on each

  std::string id() const { return rule + "/" + criterion; }
};

struct FoundGroup {
  std::string id;  ///< "rule:PLUGIN/GROUP"
  catalogue::Bilingual title;
  std::optional<std::int64_t> default_min, default_max;
  std::vector<bool> members;
};

struct Findings {
  std::vector<FoundCriterion> criteria;
  std::vector<FoundGroup> groups;
  /// Why rules say no, as statements; empty: all say yes.
  std::vector<std::vector<boost::json::object>> not_eligible;
  /// A rule that judges a row by others; empty: each judges it by itself.
  std::string not_rowwise;
};

/// Adds what one rule found, run once in each language: its explanations differ,
/// all else is the same. Requires: as many rows as `findings` has candidates.
void add_findings(Findings& findings, const std::string& plugin,
                  const plugin::RuleResult& indonesian, const plugin::RuleResult& english);

/// Whether somebody has to say why a weight is not the rule's own.
enum class WeightGrounds {
  kDemanded,
  kNotAsked,  ///< of weights that are tried, not decided
};

/// Gives each criterion its weight: the scenario's, else the rule's own, which
/// is filled into the scenario. Throws Refusal(kInvalid) when all are 0, a weight is
/// written that is not the rule's own and nobody says why, or a bound names a group that
/// its rule does not have.
void weigh(Findings& findings, Scenario& scenario,
           WeightGrounds grounds = WeightGrounds::kDemanded);

/// One candidate as the choice sees it.
struct Judged {
  std::vector<std::int64_t> values;  ///< by criterion, unknown ones as they count
  std::int64_t score = 0;            ///< millionths
  /// Statements: the scenario's own, the rules', unknown criteria; empty: eligible.
  std::vector<boost::json::object> not_eligible;

  bool eligible() const { return not_eligible.empty(); }
};

std::vector<Judged> judge(const std::vector<Candidate>& candidates, const Findings& findings,
                          const Scenario& scenario);
/// By the rules alone what they found in that row.
Judged judge(const Findings& findings, std::size_t row, const Scenario& scenario);

/// The same without scores: before there are weights.
std::vector<Judged> valued(const std::vector<Candidate>& candidates, const Findings& findings,
                           const Scenario& scenario);

}  // namespace pilah::registry
