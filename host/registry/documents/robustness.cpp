#include "pilah/registry/documents/robustness.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using catalogue::Sentences;

json::value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::value or_null(const std::optional<OtherSet>& set) {
  return set ? json::value(set_document(*set)) : json::value(nullptr);
}

json::value or_null(const std::optional<Exchange>& exchange) {
  if (!exchange) return nullptr;
  return json::object{{"enter", exchange->enter}, {"leave", exchange->leave}};
}

json::object ratio(const selection::Ratio& of) {
  return {{"numerator", of.numerator}, {"denominator", of.denominator}};
}

json::object weights(const WeightsPart& part) {
  json::array criteria;
  for (const auto& [criterion, share, range] : part.criteria) {
    json::object one{{"criterion", criterion.id},
                     {"title", criterion.title},
                     {"weight", criterion.weight},
                     {"share", share},
                     {"range", nullptr}};
    if (range) {
      one["range"] =
          json::object{{"least", ratio(range->least)},      {"most", ratio(range->most)},
                       {"least_share", range->least_share}, {"most_share", range->most_share},
                       {"below", or_null(range->below)},    {"above", or_null(range->above)}};
    }
    criteria.push_back(std::move(one));
  }
  json::value smallest = nullptr;
  if (const auto& change = part.smallest) {
    smallest = json::object{{"criterion", part.criteria[change->criterion].criterion.id},
                            {"direction", change->up ? "up" : "down"},
                            {"share", change->share}};
  }
  return {{"criteria", std::move(criteria)}, {"smallest_change", std::move(smallest)}};
}

json::object acceptability(const AcceptabilityPart& part) {
  json::array candidates;
  for (const auto& accepted : part.candidates) {
    json::object one = accepted.candidate;
    one["chosen"] = accepted.chosen;
    one["times"] = accepted.times;
    one["share"] = static_cast<std::int64_t>(accepted.times) * 1'000'000 / part.samples;
    one["held"] = accepted.times == part.samples ? "always"
                  : accepted.times == 0          ? "never"
                                                 : "sometimes";
    json::object central;
    for (std::size_t c = 0; c < accepted.central_weights.size(); ++c) {
      central[part.criteria[c].id] = accepted.central_weights[c];
    }
    one["central_weights"] = std::move(central);
    candidates.push_back(std::move(one));
  }
  return {{"samples", part.samples}, {"error", part.error}, {"candidates", std::move(candidates)}};
}

json::object budget(const BudgetPart& part) {
  json::array points;
  for (const auto& point : part.points) {
    json::object one = set_document(point.set);
    one["chosen"] = point.chosen;
    points.push_back(std::move(one));
  }
  json::value step = or_null(part.next_step);
  if (part.next_step) step.as_object()["more"] = part.next_step_more;
  return {{"limit", or_null(part.limit)},
          {"used", or_null(part.used)},
          {"points", std::move(points)},
          {"next_step", std::move(step)},
          {"next_place", or_null(part.next_place)}};
}

json::object best(const BestSetsPart& part) {
  json::array sets;
  for (const auto& set : part.sets) sets.push_back(set_document(set));
  return {{"sets", std::move(sets)}};
}

json::object contributions(const ContributionsPart& part) {
  json::array members;
  for (const auto& member : part.members) {
    json::object one = member.candidate;
    one["score"] = member.score;
    one["points"] = member.points;
    members.push_back(std::move(one));
  }
  return {{"members", std::move(members)}};
}

json::object rankings(const RankingsPart& part) {
  json::array candidates;
  for (const auto& ranked : part.candidates) {
    json::object one = ranked.candidate;
    one["chosen"] = ranked.chosen;
    one["score"] = ranked.score;
    one["place"] = ranked.place;
    one["topsis"] = ranked.topsis;
    one["vikor"] = ranked.vikor;
    one["promethee_ii"] = ranked.promethee;
    one["spotis"] = ranked.spotis;
    candidates.push_back(std::move(one));
  }
  return {{"candidates", std::move(candidates)},
          {"chosen_against", part.chosen_against},
          {"rejected_against", part.rejected_against}};
}

}  // namespace

json::object set_document(const OtherSet& set) {
  return {{"enter", set.exchange.enter},
          {"leave", set.exchange.leave},
          {"score", set.score},
          {"points", set.points},
          {"cost", or_null(set.cost)}};
}

json::array said_document(const Said& said, const Sentences& sentences) {
  json::array statements;
  for (const auto& each : said) statements.push_back(each);
  return with_texts(statements, sentences);
}

json::object robustness_document(const catalogue::SelectionRecord& selection,
                                 const Robustness& robustness, const Sentences& sentences) {
  json::object document{{"selection", selection.id.text()},
                        {"status", selection.result.at("status")},
                        {"complete", robustness.complete}};
  const auto add = [&](const char* key, json::object part, const Said& said) {
    part["said"] = said_document(said, sentences);
    document[key] = std::move(part);
  };
  add("weights", weights(robustness.weights), robustness.weights.said);
  add("acceptability", acceptability(robustness.acceptability), robustness.acceptability.said);
  add("budget", budget(robustness.budget), robustness.budget.said);
  add("best", best(robustness.best), robustness.best.said);
  add("different",
      {{"changes", robustness.different.changes}, {"set", or_null(robustness.different.set)}},
      robustness.different.said);
  add("contributions", contributions(robustness.contributions), robustness.contributions.said);
  add("rankings", rankings(robustness.rankings), robustness.rankings.said);
  return document;
}

}  // namespace pilah::registry
