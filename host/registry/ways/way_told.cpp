#include "pilah/registry/ways/way_told.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

namespace json = boost::json;

namespace {

using Outcome = WayIn::Outcome;

/// Whole percents, to the nearest.
std::int64_t percent(std::int64_t millionths) { return (millionths + 5'000) / 10'000; }

json::object change_told(const WayIn::Change& change, bool of_package) {
  if (!of_package || change.change.fields.empty()) return change.change.statement;
  return statement("choice.way.in_entry",
                   {{"change", change.change.statement}, {"entry", change.entry->name}});
}

json::object changes_told(const Choice& choice, const WayIn& way, std::size_t place) {
  const bool of_package = choice.candidates[place].package != nullptr;
  auto first = change_told(way.changes.front(), of_package);
  if (way.changes.size() == 1) return first;
  return statement("choice.way.both", {{"first", std::move(first)},
                                       {"second", change_told(way.changes.back(), of_package)}});
}

/// How the criteria that count change.
json::array effects_told(const Choice& choice, const WayIn& way) {
  json::array effects;
  for (const auto& value : way.values) {
    const auto& criterion = choice.findings.criteria[value.criterion];
    if (criterion.weight == 0 || !value.to) continue;
    json::object arguments{{"criterion", both(criterion.title)},
                           {"to_percent", percent(*value.to)}};
    if (!value.from) {
      effects.push_back(statement("choice.way.known", std::move(arguments)));
      continue;
    }
    arguments["from_percent"] = percent(*value.from);
    effects.push_back(statement(*value.from < *value.to ? "choice.way.rise" : "choice.way.fall",
                                std::move(arguments)));
  }
  return effects;
}

json::object with_effects(const Choice& choice, const WayIn& way, std::size_t place) {
  auto changes = changes_told(choice, way, place);
  auto effects = effects_told(choice, way);
  if (effects.empty()) return changes;
  return statement("choice.way.effect",
                   {{"changes", std::move(changes)}, {"effects", std::move(effects)}});
}

json::object decided_by(const WayIn& way) {
  if (way.decided_by.empty()) return statement("choice.tie.order");
  return statement("choice.tie.resource",
                   {{"resource", statement("choice.resource." + way.decided_by)}});
}

const char* kind_of(const WayIn& way) {
  switch (way.outcome) {
    case Outcome::kChosen:
      if (!way.was_eligible) {
        return way.even ? "choice.way.eligible_chosen_even" : "choice.way.eligible_chosen";
      }
      return way.even ? "choice.way.chosen_even" : "choice.way.chosen";
    case Outcome::kEligible:
      if (!way.reckoned) return "choice.way.eligible";
      if (!way.missing) return "choice.way.eligible_impossible";
      return way.even ? "choice.way.eligible_even" : "choice.way.eligible_lacks";
    case Outcome::kHelped:
      return way.even ? "choice.way.helps_even" : "choice.way.helps";
    case Outcome::kNotEligible:
      return "choice.way.one_is_too_few";
    case Outcome::kNotEvenPairs:
      return "choice.way.two_are_too_few";
  }
  return "";
}

const char* outcome_word(Outcome outcome) {
  if (outcome == Outcome::kChosen) return "chosen";
  return outcome == Outcome::kEligible ? "eligible" : "helped";
}

}  // namespace

json::object way_reason(const Choice& choice, const WayIn& way, std::size_t place) {
  json::object arguments;
  if (!way.changes.empty()) {
    arguments["changes"] =
        way.was_eligible ? with_effects(choice, way, place) : changes_told(choice, way, place);
    if (way.outcome == Outcome::kHelped) arguments["gain"] = way.gain;
    if (way.missing) arguments["points"] = *way.missing;
    if (way.even) arguments["by"] = decided_by(way);
  }
  return statement(kind_of(way), std::move(arguments));
}

json::object way_told(const Choice& choice, const WayIn& way) {
  json::object told;
  if (way.changes.empty()) return told;
  told["outcome"] = outcome_word(way.outcome);
  json::array changes;
  json::array fields;
  for (const auto& change : way.changes) {
    json::object one = change.change.statement;
    one["entry"] = change.entry->id.text();
    one["fields"] = json::value_from(change.change.fields);
    for (const auto& field : change.change.fields) {
      if (std::find(fields.begin(), fields.end(), json::value(field)) == fields.end()) {
        fields.push_back(json::string(field));
      }
    }
    changes.push_back(std::move(one));
  }
  told["changes"] = std::move(changes);
  told["fields"] = std::move(fields);
  json::array criteria;
  const auto or_null = [](const std::optional<std::int64_t>& value) {
    return value ? json::value(*value) : json::value(nullptr);
  };
  for (const auto& value : way.values) {
    criteria.push_back(json::object{{"criterion", choice.findings.criteria[value.criterion].id()},
                                    {"from", or_null(value.from)},
                                    {"to", or_null(value.to)}});
  }
  told["criteria"] = std::move(criteria);
  told["gain"] = way.gain;
  if (way.missing) told["missing"] = *way.missing;
  return told;
}

}  // namespace pilah::registry
