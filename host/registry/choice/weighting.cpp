#include "pilah/registry/choice/weighting.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/candidates.hpp"
#include "pilah/registry/choice/findings.hpp"
#include "pilah/registry/choice/number_words.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/weighting.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

namespace json = boost::json;

constexpr std::int64_t kInconsistent = 100'000;  // millionths: Saaty's tenth

std::int64_t millionths(double value) { return std::llround(value * 1e6); }

/// Rows and columns as the criteria are named.
selection::Table comparisons_of(const Weighting& weighting) {
  const std::size_t size = weighting.named.size();
  selection::Table table(size, std::vector<double>(size, 1.0));
  const auto place = [&](const std::string& criterion) {
    const auto found = std::ranges::find(weighting.named, criterion, &Weighting::Named::criterion);
    return static_cast<std::size_t>(found - weighting.named.begin());
  };
  for (const auto& pair : weighting.pairs) {
    table[place(pair.first)][place(pair.second)] = pair.ratio;
    table[place(pair.second)][place(pair.first)] = 1 / pair.ratio;
  }
  return table;
}

std::vector<double> shares_of(const Weighting& weighting) {
  if (weighting.by == Weighting::By::kPairs) {
    return selection::pairwise_weights(comparisons_of(weighting)).shares;
  }
  std::vector<std::size_t> ranks;
  for (const auto& equals : weighting.ranks) {
    const std::size_t rank = ranks.size() + 1;
    ranks.insert(ranks.end(), equals.size(), rank);
  }
  return selection::rank_order_centroid(ranks);
}

void check_named(const Weighting& weighting, const Findings& findings) {
  std::string known;
  for (const auto& criterion : findings.criteria) {
    known += (known.empty() ? "" : ", ") + criterion.id();
  }
  Messages wrong;
  for (const auto& named : weighting.named) {
    const bool there = std::ranges::any_of(
        findings.criteria, [&](const FoundCriterion& one) { return one.id() == named.criterion; });
    if (there) continue;
    wrong.push_back({"choice.scenario.unknown_criterion",
                     {{"criterion", named.criterion}, {"known", known}},
                     named.pointer});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

std::map<std::string, std::int64_t> entropy_weights_of(const Scenario& scenario,
                                                       const Findings& findings,
                                                       const std::vector<Candidate>& candidates) {
  selection::Table values;
  for (const auto& judged : valued(candidates, findings, scenario)) {
    if (!judged.eligible()) continue;
    values.emplace_back(judged.values.begin(), judged.values.end());
  }
  if (values.size() < 2) {
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.entropy_too_few",
                                                 {{"count", std::to_string(values.size())}},
                                                 "/weighting/entropy"});
  }
  const auto weights = selection::as_millionths(selection::entropy_weights(values));
  std::map<std::string, std::int64_t> result;
  for (std::size_t c = 0; c < findings.criteria.size(); ++c) {
    result[findings.criteria[c].id()] = weights[c];
  }
  return result;
}

/// Times of importance: "3", "1.5".
json::object times(double ratio) {
  const std::int64_t tenths = std::llround(ratio * 10) * 100'000;
  return decimal(tenths, tenths % 1'000'000 == 0 ? 0 : 1);
}

json::object title_of(const Findings& findings, const std::string& criterion) {
  for (const auto& one : findings.criteria) {
    if (one.id() == criterion) return both(one.title);
  }
  return both(criterion, criterion);
}

/// The weights as people see them, the heaviest first, and what weighs nothing.
void note_weights(const char* kind, const Scenario& scenario, const Findings& findings,
                  json::array& notes) {
  std::vector<const FoundCriterion*> order;
  json::array idle;
  for (const auto& criterion : findings.criteria) {
    if (scenario.weights.at(criterion.id()) > 0) {
      order.push_back(&criterion);
    } else {
      idle.push_back(both(criterion.title));
    }
  }
  const auto weight = [&](const FoundCriterion* one) { return scenario.weights.at(one->id()); };
  std::ranges::stable_sort(order, std::ranges::greater(), weight);
  json::array parts;
  for (const auto* one : order) {
    parts.push_back(statement("choice.note.weight_part", {{"criterion", both(one->title)},
                                                          {"percent", percent(weight(one))}}));
  }
  notes.push_back(statement(kind, {{"weights", std::move(parts)}}));
  if (!idle.empty()) {
    notes.push_back(statement("choice.note.not_weighed", {{"criteria", std::move(idle)}}));
  }
}

/// Each weight that somebody changed, why and who.
void note_changed(const Scenario& scenario, const Findings& findings, json::array& notes) {
  for (const auto& criterion : findings.criteria) {
    const auto decided = scenario.weight_grounds.find(criterion.id());
    if (decided == scenario.weight_grounds.end()) continue;
    if (criterion.weight == criterion.own_weight) continue;
    const auto& [reason, by] = decided->second;
    notes.push_back(statement("choice.note.weight_changed", {{"criterion", both(criterion.title)},
                                                             {"weight", criterion.weight},
                                                             {"own", criterion.own_weight},
                                                             {"reason", reason},
                                                             {"name", by}}));
  }
}

/// How far the comparisons agree, and which one the least.
void tell_consistency(const Weighting& weighting, const Findings& findings, json::object& told,
                      json::array& notes) {
  const auto table = comparisons_of(weighting);
  const std::int64_t ratio = millionths(selection::pairwise_weights(table).consistency_ratio);
  told["consistency_ratio"] = ratio;
  const auto worst = selection::worst_contradiction(table);
  if (ratio <= kInconsistent || !worst) return;
  // The way round in which the one is said to be the more important.
  const bool turned = worst->said < 1;
  const auto& first = weighting.named[turned ? worst->column : worst->row].criterion;
  const auto& second = weighting.named[turned ? worst->row : worst->column].criterion;
  const double said = turned ? 1 / worst->said : worst->said;
  const double implied = turned ? 1 / worst->implied : worst->implied;
  told["contradiction"] = json::object{{"first", first},
                                       {"second", second},
                                       {"said", millionths(said)},
                                       {"implied", millionths(implied)}};
  const bool reversed = implied < 1;
  notes.push_back(
      statement(reversed ? "choice.note.inconsistent_reversed" : "choice.note.inconsistent",
                {{"ratio", decimal(ratio, 2)},
                 {"first", title_of(findings, first)},
                 {"second", title_of(findings, second)},
                 {"said", times(said)},
                 {"implied", times(reversed ? 1 / implied : implied)}}));
}

}  // namespace

std::map<std::string, std::int64_t> stated_weights(const Weighting& weighting) {
  const auto weights = selection::as_millionths(shares_of(weighting));
  std::map<std::string, std::int64_t> result;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    result[weighting.named[i].criterion] = weights[i];
  }
  return result;
}

void derive_weights(Scenario& scenario, const Findings& findings,
                    const std::vector<Candidate>& candidates) {
  if (!scenario.weighting) return;
  const Weighting& weighting = *scenario.weighting;
  check_named(weighting, findings);
  auto weights = weighting.by == Weighting::By::kEntropy
                     ? entropy_weights_of(scenario, findings, candidates)
                     : stated_weights(weighting);
  for (const auto& criterion : findings.criteria) weights.try_emplace(criterion.id(), 0);
  if (!scenario.weights.empty() && scenario.weights != weights) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"choice.scenario.weights_and_weighting", {}, "/weights"});
  }
  scenario.weights = std::move(weights);
}

void tell_weights(const Scenario& scenario, const Findings& findings, json::object& result) {
  auto& notes = result.at("notes").as_array();
  if (!scenario.weighting) return note_changed(scenario, findings, notes);
  const auto& [reason, by] = scenario.weighting->grounds;
  json::object told{{"reason", reason}, {"decided_by", by}};
  switch (scenario.weighting->by) {
    case Weighting::By::kRank:
      told["by"] = "rank";
      note_weights("choice.note.weights_by_rank", scenario, findings, notes);
      break;
    case Weighting::By::kPairs:
      told["by"] = "pairs";
      note_weights("choice.note.weights_by_pairs", scenario, findings, notes);
      tell_consistency(*scenario.weighting, findings, told, notes);
      break;
    case Weighting::By::kEntropy:
      told["by"] = "entropy";
      note_weights("choice.note.weights_by_entropy", scenario, findings, notes);
      break;
  }
  notes.push_back(statement("choice.note.weighting_decided", {{"reason", reason}, {"name", by}}));
  result["weighting"] = std::move(told);
}

}  // namespace pilah::registry
