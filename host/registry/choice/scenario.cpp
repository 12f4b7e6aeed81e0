#include "pilah/registry/choice/scenario.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

json::object range_json(const std::optional<std::int64_t>& min,
                        const std::optional<std::int64_t>& max) {
  json::object range;
  if (min) range["min"] = *min;
  if (max) range["max"] = *max;
  return range;
}

json::array forced_json(const std::vector<ScenarioForced>& forced) {
  json::array list;
  for (const auto& entry : forced) {
    list.push_back(
        json::object{{"id", entry.id}, {"reason", entry.grounds.reason}, {"by", entry.grounds.by}});
  }
  return list;
}

json::object weights_json(const Scenario& scenario) {
  json::object weights;
  for (const auto& [criterion, weight] : scenario.weights) {
    const auto decided = scenario.weight_grounds.find(criterion);
    if (decided == scenario.weight_grounds.end()) {
      weights[criterion] = weight;
    } else {
      const auto& [reason, by] = decided->second;
      weights[criterion] = json::object{{"weight", weight}, {"reason", reason}, {"by", by}};
    }
  }
  return weights;
}

json::array rules_json(const std::vector<ScenarioRule>& rules) {
  json::array list;
  for (const auto& rule : rules) {
    json::object one{{"plugin", rule.plugin}};
    if (!rule.version.empty()) one["version"] = rule.version;
    one["parameters"] = rule.parameters;
    list.push_back(std::move(one));
  }
  return list;
}

json::object candidates_json(const Scenario& scenario) {
  json::object candidates{{"status", catalogue::to_json(scenario.statuses)},
                          {"entry_kind", catalogue::to_json(scenario.entry_kinds)}};
  if (scenario.max_duration_months) {
    candidates["max_duration_months"] = *scenario.max_duration_months;
  }
  return candidates;
}

json::object unknown_json(const Scenario& scenario) {
  json::object unknown;
  for (const auto& [key, means] : scenario.unknown) {
    if (means.assume) {
      unknown[key] = json::object{{"assume", *means.assume}};
    } else {
      unknown[key] = "ineligible";
    }
  }
  return unknown;
}

}  // namespace

bool Scenario::limits_resource(std::string_view resource) const {
  return std::any_of(limits.begin(), limits.end(),
                     [&](const auto& limit) { return limit.resource == resource; });
}

bool Scenario::constrains(std::string_view prefix) const {
  return std::any_of(bounds.begin(), bounds.end(),
                     [&](const auto& bound) { return group_prefix(bound.group) == prefix; }) ||
         std::any_of(coverage.begin(), coverage.end(),
                     [&](const auto& one) { return group_prefix(one.groups) == prefix; });
}

const UnknownMeans* Scenario::unknown_means(std::string_view resource) const {
  const auto found = unknown.find(std::string(resource));
  return found == unknown.end() ? nullptr : &found->second;
}

json::object scenario_json(const Scenario& scenario) {
  json::array limits;
  for (const auto& limit : scenario.limits) {
    auto one = range_json(std::nullopt, limit.max);
    one["resource"] = limit.resource;
    limits.push_back(std::move(one));
  }
  json::array bounds;
  for (const auto& bound : scenario.bounds) {
    auto one = range_json(bound.min, bound.max);
    one["group"] = bound.group;
    bounds.push_back(std::move(one));
  }
  json::array coverage;
  for (const auto& one : scenario.coverage) {
    coverage.push_back(json::object{{"groups", one.groups}, {"min", one.min}});
  }
  json::object relations;
  for (const auto& [kind, means] : scenario.relations) {
    relations[catalogue::name_of(kind)] =
        means == RelationMeans::kRequires ? "requires" : "excludes";
  }
  json::object document{{"name", scenario.name},
                        {"region", scenario.region.text()},
                        {"rules", rules_json(scenario.rules)},
                        {"weights", weights_json(scenario)}};
  if (!scenario.round.empty()) document["round"] = scenario.round;
  if (scenario.weighting) document["weighting"] = scenario.weighting->document;
  document["candidates"] = candidates_json(scenario);
  document["values"] = scenario.values == CountedValues::kClaimed ? "claimed" : "verified";
  document["unknown"] = unknown_json(scenario);
  document["count"] = range_json(scenario.count_min, scenario.count_max);
  document["limits"] = std::move(limits);
  document["bounds"] = std::move(bounds);
  document["coverage"] = std::move(coverage);
  document["relations"] = std::move(relations);
  document["include"] = forced_json(scenario.include);
  document["exclude"] = forced_json(scenario.exclude);
  return document;
}

std::string_view group_prefix(std::string_view group) {
  const auto colon = group.find(':');
  return colon == std::string_view::npos ? std::string_view() : group.substr(0, colon);
}

std::string_view group_key(std::string_view group) {
  const auto colon = group.find(':');
  return colon == std::string_view::npos ? std::string_view() : group.substr(colon + 1);
}

bool is_group_family(std::string_view group) {
  const auto key = group_key(group);
  return key == "*";
}

}  // namespace pilah::registry
