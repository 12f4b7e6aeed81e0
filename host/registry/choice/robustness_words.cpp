#include "pilah/registry/choice/robustness_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/number_words.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/wide.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

constexpr std::int64_t kSlight = 500;  // millionths: what one digit of a percent cannot show

/// How much less than the chosen set, as a share of its score.
json::object lost_percent(std::int64_t points, std::int64_t score) {
  if (score == 0) return decimal(0, 1);
  const auto share =
      static_cast<std::int64_t>(selection::Wide{std::abs(points)} * 1'000'000 / score);
  return decimal(share * 100, share < 1000 ? 3 : 1);
}

std::int64_t cost_change(const StoredChoice& choice, const OtherSet& set) {
  return set.cost.value_or(0) - choice.cost_of(*choice.chosen()).value_or(0);
}

}  // namespace

json::object exchange_told(const Exchange& exchange) {
  const char* kind = exchange.leave.empty()   ? "choice.exchange_enter"
                     : exchange.enter.empty() ? "choice.exchange_leave"
                                              : "choice.exchange";
  return statement(kind, {{"enter", exchange.enter}, {"leave", exchange.leave}});
}

void say_weights(WeightsPart& part) {
  json::array free;
  std::int64_t told = 0;
  for (const auto& one : part.criteria) {
    if (!one.range) continue;
    ++told;
    if (!one.range->below && !one.range->above) free.push_back(one.criterion.title);
  }
  if (told == 0) {
    if (part.said.empty()) part.said.push_back(statement("choice.robust.weights_rounding"));
    return;
  }
  if (part.criteria.size() == 1) {
    part.said.push_back(statement("choice.robust.weights_one"));
    return;
  }
  if (!part.smallest) {
    part.said.push_back(statement("choice.robust.weights_any"));
    return;
  }
  const auto& [index, up, share] = *part.smallest;
  const auto& one = part.criteria[index];
  const bool slight = std::abs(share - one.share) < kSlight;
  std::string kind = std::string("choice.robust.weights_") + (up ? "above" : "below");
  if (slight) kind += "_slightest";
  part.said.push_back(
      statement(kind, {{"criterion", one.criterion.title},
                       {"share", percent(one.share)},
                       {"at", percent(share)},
                       {"exchange", exchange_told(up ? *one.range->above : *one.range->below)}}));
  if (!free.empty()) {
    part.said.push_back(statement("choice.robust.weights_free", {{"criteria", std::move(free)}}));
  }
}

void say_acceptability(const StoredChoice& choice, AcceptabilityPart& part) {
  const auto share = [&](const Accepted& one) {
    return static_cast<std::int64_t>(one.times) * 1'000'000 / part.samples;
  };
  json::array always;
  json::array sometimes;
  std::int64_t never = 0;
  std::int64_t others = 0;
  const Accepted* outsider = nullptr;  // the most often chosen of those that are not
  const Accepted* insider = nullptr;   // the least often chosen of those that are
  for (const auto& one : part.candidates) {
    if (!one.chosen) {
      ++others;
      never += one.times == 0 ? 1 : 0;
      if (!outsider) outsider = &one;
      continue;
    }
    insider = &one;
    if (one.times == part.samples) {
      always.push_back(one.candidate);
    } else {
      sometimes.push_back(
          statement("choice.robust.accepted_part",
                    {{"candidate", one.candidate}, {"percent", percent(share(one))}}));
    }
  }
  const auto chosen = static_cast<std::int64_t>(choice.chosen()->positions.size());
  if (sometimes.empty()) {
    part.said.push_back(statement("choice.robust.always_all", {{"chosen", chosen}}));
  } else if (!always.empty()) {
    part.said.push_back(
        statement("choice.robust.always", {{"count", static_cast<std::int64_t>(always.size())},
                                           {"chosen", chosen},
                                           {"names", std::move(always)}}));
  }
  if (!sometimes.empty()) {
    part.said.push_back(statement(
        "choice.robust.sometimes",
        {{"count", static_cast<std::int64_t>(sometimes.size())}, {"names", std::move(sometimes)}}));
  }
  if (outsider && insider && outsider->times > insider->times) {
    part.said.push_back(
        statement("choice.robust.outsider", {{"candidate", outsider->candidate},
                                             {"percent", percent(share(*outsider))},
                                             {"other", insider->candidate},
                                             {"other_percent", percent(share(*insider))}}));
  }
  if (never > 0) {
    part.said.push_back(statement("choice.robust.never", {{"count", never}, {"others", others}}));
  }
  part.said.push_back(statement(
      "choice.robust.samples",
      {{"samples", static_cast<std::int64_t>(part.samples)}, {"error", percent(part.error)}}));
}

void say_budget(const StoredChoice& choice, BudgetPart& part) {
  if (!part.used) {
    part.said.push_back(statement("choice.robust.budget_none"));
  } else if (!part.limit) {
    part.said.push_back(statement("choice.robust.budget_unlimited", {{"used", *part.used}}));
  } else if (part.next_step) {
    part.said.push_back(statement("choice.robust.budget_step",
                                  {{"more", part.next_step_more},
                                   {"limit", *part.limit + part.next_step_more},
                                   {"points", part.next_step->points},
                                   {"exchange", exchange_told(part.next_step->exchange)}}));
  } else {
    part.said.push_back(
        statement("choice.robust.budget_enough", {{"limit", *part.limit}, {"used", *part.used}}));
  }
  const auto cheaper = std::ranges::find_if(
      part.points, [](const BudgetPoint& point) { return point.set.points < 0; });
  if (cheaper != part.points.end()) {
    part.said.push_back(
        statement("choice.robust.cheaper", {{"saved", -cost_change(choice, cheaper->set)},
                                            {"points", -cheaper->set.points},
                                            {"exchange", exchange_told(cheaper->set.exchange)}}));
  }
  if (!choice.problem().count_max()) {
    part.said.push_back(statement("choice.robust.place_unlimited"));
  } else if (!part.next_place) {
    part.said.push_back(statement("choice.robust.place_useless"));
  } else {
    const std::int64_t more = cost_change(choice, *part.next_place);
    const char* kind = more < 0 ? "choice.robust.place_cheaper" : "choice.robust.place";
    part.said.push_back(statement(kind, {{"points", part.next_place->points},
                                         {"amount", std::abs(more)},
                                         {"exchange", exchange_told(part.next_place->exchange)}}));
  }
}

void say_best(const StoredChoice& choice, BestSetsPart& part) {
  if (part.sets.size() < 2) {
    part.said.push_back(statement("choice.robust.second_none"));
    return;
  }
  const auto& second = part.sets[1];
  const char* kind = second.points == 0 ? "choice.robust.second_equal" : "choice.robust.second";
  part.said.push_back(
      statement(kind, {{"points", -second.points},
                       {"percent", lost_percent(second.points, choice.chosen()->score)},
                       {"exchange", exchange_told(second.exchange)}}));
}

void say_different(const StoredChoice& choice, const BestSetsPart& best, DifferentPart& part) {
  if (!part.set) return;
  const auto changes = static_cast<std::int64_t>(part.changes);
  if (best.sets.size() > 1 && best.sets[1].exchange.enter == part.set->exchange.enter &&
      best.sets[1].exchange.leave == part.set->exchange.leave) {
    part.said.push_back(statement("choice.robust.different_second", {{"changes", changes}}));
    return;
  }
  part.said.push_back(
      statement("choice.robust.different",
                {{"changes", changes},
                 {"points", -part.set->points},
                 {"percent", lost_percent(part.set->points, choice.chosen()->score)},
                 {"exchange", exchange_told(part.set->exchange)}}));
}

void say_contributions(ContributionsPart& part) {
  const auto& most = part.members.front();
  if (part.members.size() == 1) {
    part.said.push_back(statement("choice.robust.contributes_alone",
                                  {{"candidate", most.candidate}, {"points", most.points}}));
    return;
  }
  const auto& least = part.members.back();
  part.said.push_back(statement("choice.robust.contributes", {{"candidate", most.candidate},
                                                              {"points", most.points},
                                                              {"other", least.candidate},
                                                              {"other_points", least.points}}));
}

void say_rankings(std::size_t chosen, RankingsPart& part) {
  if (chosen == 0) {
    part.said.push_back(statement("choice.robust.methods_only"));
    return;
  }
  const auto count = static_cast<std::int64_t>(chosen);
  if (part.chosen_against.empty() && part.rejected_against.empty()) {
    part.said.push_back(statement("choice.robust.methods_agree", {{"count", count}}));
  }
  if (!part.chosen_against.empty()) {
    part.said.push_back(
        statement("choice.robust.methods_in", {{"count", count}, {"names", part.chosen_against}}));
  }
  if (!part.rejected_against.empty()) {
    part.said.push_back(statement("choice.robust.methods_out",
                                  {{"count", count}, {"names", part.rejected_against}}));
  }
  if (!part.chosen_against.empty() || !part.rejected_against.empty()) {
    part.said.push_back(statement("choice.robust.methods_why"));
  }
}

}  // namespace pilah::registry
