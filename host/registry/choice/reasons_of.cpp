#include "pilah/registry/choice/reasons_of.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/score.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using selection::Constraint;
using selection::Obstacle;
using selection::Position;

json::object resource_words(std::string_view resource) {
  return statement("choice.resource." + std::string(resource));
}

/// Whole percents of a value in millionths, rounded up.
std::int64_t percent_above(std::int64_t millionths) { return (millionths + 9'999) / 10'000; }

}  // namespace

json::object constraint_told(const ChoiceProblem& problem, const std::string& pointer) {
  const auto& source = problem.source(pointer);
  json::object told = source.statement;
  if (!source.pointer.empty()) told["pointer"] = source.pointer;
  return told;
}

json::array ReasonTeller::names(const std::vector<Position>& positions, Position without) const {
  json::array list;
  for (const auto position : positions) {
    if (position != without) list.push_back(named(candidate(position)));
  }
  return list;
}

/// What cannot hold together with the opposite; the forcing itself is left out.
json::array ReasonTeller::because(const selection::Reason& reason) const {
  json::array list;
  for (const auto& conflict : reason.conflict) {
    if (choice_.problem.sources.count(conflict.pointer) == 0) continue;
    list.push_back(constraint_told(choice_.problem, conflict.pointer));
  }
  return list;
}

json::object ReasonTeller::tie(const char* kind, const selection::Reason& reason,
                               json::array others) const {
  json::object by = statement("choice.tie.order");
  if (reason.tie && reason.tie->resource) {
    by = statement(
        "choice.tie.resource",
        {{"resource", resource_words(choice_.solved.resources()[*reason.tie->resource])}});
  }
  return statement(kind, {{"others", std::move(others)}, {"by", std::move(by)}});
}

/// A person's word in the scenario; true: it decides alone.
bool ReasonTeller::tell_forced(std::size_t place, json::array& told) const {
  const std::string& id = choice_.candidates[place].id;
  const auto tell_of = [&](const std::vector<ScenarioForced>& list, const char* kind) {
    for (const auto& entry : list) {
      if (entry.id != id) continue;
      const auto& [reason, by] = entry.grounds;
      told.push_back(statement(kind, {{"reason", reason}, {"by", by}}));
      return true;
    }
    return false;
  };
  return tell_of(choice_.scenario.include, "choice.in.included_by") ||
         tell_of(choice_.scenario.exclude, "choice.out.excluded_by");
}

json::array ReasonTeller::tell(std::size_t place, const selection::Reason& reason) const {
  json::array told;
  if (tell_forced(place, told)) return told;
  if (!reason.proven) {
    if (!reason.chosen) tell_obstacles(reason.candidate, reason.obstacles, told);
    told.push_back(statement("choice.unproven"));
  } else if (reason.chosen) {
    tell_chosen(reason, told);
  } else {
    tell_rejected(reason, told);
  }
  return told;
}

json::array ReasonTeller::tell_unresolved(std::size_t place, Position position) const {
  json::array told;
  if (tell_forced(place, told)) return told;
  if (!choice_.answer.best.empty()) {
    const auto& chosen = choice_.answer.best.front().positions;
    if (!std::binary_search(chosen.begin(), chosen.end(), position)) {
      tell_obstacles(position, selection::obstacles(choice_.solved, chosen, position), told);
    }
  }
  told.push_back(statement("choice.unresolved"));
  return told;
}

json::array ReasonTeller::tell_not_eligible(std::size_t place) const {
  json::array told;
  for (const auto& reason : choice_.judged[place].not_eligible) told.push_back(reason);
  tell_forced(place, told);
  return told;
}

void ReasonTeller::tell_chosen(const selection::Reason& reason, json::array& told) const {
  if (!reason.difference) {
    told.push_back(statement("choice.in.needed", {{"because", because(reason)}}));
    return;
  }
  json::array others = names(reason.enter, reason.candidate);
  if (*reason.difference == 0) {
    told.push_back(tie("choice.in.tie", reason, std::move(others)));
    return;
  }
  const char* kind = others.empty() ? "choice.in.worth_alone" : "choice.in.worth";
  told.push_back(statement(kind, {{"points", *reason.difference},
                                  {"others", std::move(others)},
                                  {"leave", names(reason.leave, reason.candidate)}}));
}

void ReasonTeller::tell_rejected(const selection::Reason& reason, json::array& told) const {
  tell_obstacles(reason.candidate, reason.obstacles, told);
  if (!reason.difference) {
    told.push_back(statement("choice.out.impossible", {{"because", because(reason)}}));
    return;
  }
  json::array others = names(reason.leave, reason.candidate);
  if (*reason.difference == 0) {
    told.push_back(tie("choice.out.tie", reason, std::move(others)));
    return;
  }
  const char* kind = others.empty() ? "choice.out.lacks_alone" : "choice.out.lacks";
  told.push_back(statement(kind, {{"points", *reason.difference},
                                  {"others", std::move(others)},
                                  {"enter", names(reason.enter, reason.candidate)}}));
}

/// Of the count alone nothing is told: that all places are taken is what
/// "lacks" says, with the one whose place it is.
void ReasonTeller::tell_obstacles(Position position, const std::vector<Obstacle>& obstacles,
                                  json::array& told) const {
  for (const auto& obstacle : obstacles) {
    switch (obstacle.constraint.kind) {
      case Constraint::Kind::kLimit: {
        const auto& limit = choice_.solved.limits()[obstacle.constraint.index];
        const std::string resource(choice_.solved.resources()[limit.resource]);
        const std::int64_t used = choice_.answer.best.front().uses[limit.resource];
        told.push_back(statement("choice.out.limit_" + resource,
                                 {{"needs", choice_.solved.use(position, limit.resource)},
                                  {"left", limit.max->value - used},
                                  {"max", limit.max->value}}));
        break;
      }
      case Constraint::Kind::kBoundMax: {
        if (!obstacle.group) break;
        const auto& bound = choice_.solved.bounds()[obstacle.constraint.index];
        const auto group = choice_.solved.group_names()[*obstacle.group];
        told.push_back(
            statement(bound.max->value == 0 ? "choice.out.group_closed" : "choice.out.group_full",
                      {{"group", choice_.words(group)},
                       {"max", bound.max->value},
                       {"holders", names(obstacle.holders, position)}}));
        break;
      }
      case Constraint::Kind::kRequires:
        told.push_back(
            statement("choice.out.needs", {{"others", names(obstacle.holders, position)}}));
        break;
      case Constraint::Kind::kExcludes:
        told.push_back(
            statement("choice.out.excludes",
                      {{"others", names(obstacle.holders, position)},
                       {"because", constraint_told(choice_.problem, obstacle.pointer)}}));
        break;
      default:
        break;
    }
  }
}

/// By the smallest rise; where no criterion can alone, the one with the most room.
json::object ReasonTeller::tell_lift(std::size_t place, const selection::Reason& reason) const {
  if (reason.difference.value_or(0) == 0) return {};
  const std::int64_t points = *reason.difference;
  const Judged& judged = choice_.judged[place];
  std::vector<std::int64_t> weights;
  for (const auto& criterion : choice_.findings.criteria) weights.push_back(criterion.weight);
  std::optional<std::size_t> best;
  std::int64_t least_rise = selection::kMillion + 1;
  std::optional<std::size_t> roomiest;
  std::int64_t most_room = 0;
  for (std::size_t c = 0; c < weights.size(); ++c) {
    const auto value = selection::value_for(weights, judged.values, c, judged.score + points + 1);
    if (value && *value - judged.values[c] < least_rise) {
      best = c;
      least_rise = *value - judged.values[c];
    }
    auto full = judged.values;
    full[c] = selection::kMillion;
    const std::int64_t room = selection::score_of(weights, full) - judged.score;
    if (room > most_room) {
      roomiest = c;
      most_room = room;
    }
  }
  if (best) {
    const std::int64_t needed = judged.values[*best] + least_rise;
    return statement("choice.out.lift",
                     {{"criterion", both(choice_.findings.criteria[*best].title)},
                      {"from_percent", judged.values[*best] / 10'000},
                      {"to_percent", percent_above(needed)},
                      {"value", judged.values[*best]},
                      {"needed", needed}});
  }
  if (!roomiest) return {};
  return statement("choice.out.lift_short",
                   {{"criterion", both(choice_.findings.criteria[*roomiest].title)},
                    {"gain", most_room},
                    {"points", points}});
}

}  // namespace pilah::registry
