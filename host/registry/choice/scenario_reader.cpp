#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/registry/choice/scenario.hpp"
#include "pilah/selection/message.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

namespace json = boost::json;

constexpr std::size_t kMostParts = 10'000;  // entries of one list of a scenario
constexpr std::int64_t kMostChosen = 1'000'000;
constexpr std::int64_t kMostPersons = 1'000'000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::array kResources = {kBudget, kDuration, kStaff};
constexpr std::array<std::string_view, 6> kGroupPrefixes = {
    "dimension", "area", "organisation", "subdistrict", "village", "rule"};

template <class List>
std::string listed(const List& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The largest amount of a resource that one candidate can plausibly take.
std::int64_t most_of(std::string_view resource) {
  if (resource == kBudget) return catalogue::kMaxRupiah;
  return resource == kDuration ? catalogue::kMaxMonths : kMostPersons;
}

/// Reads part after part; a part that is wrong is told of and the next one read.
class ScenarioReader {
 public:
  explicit ScenarioReader(const catalogue::RegionCode& region) { scenario_.region = region; }

  Scenario read(const json::object& document) {
    static constexpr std::array<std::string_view, 16> kKeys = {
        "name",   "region", "rules",    "weights",   "weighting", "candidates", "unknown", "count",
        "limits", "bounds", "coverage", "relations", "include",   "exclude",    "values",  "round"};
    for (const auto& member : document) {
      if (contains(kKeys, member.key())) continue;
      part([&] { catalogue::json_detail::refuse_unknown_key("", member.key()); });
    }
    with(document, "name", [&](const json::value& value) { read_name(value); });
    with(document, "region", [&](const json::value& value) { read_region(value); });
    with(document, "round",
         [&](const json::value& value) { scenario_.round = read_scenario_text(value, "/round"); });
    if (document.contains("rules")) {
      with(document, "rules", [&](const json::value& value) { read_rules(value); });
    } else {
      say({"choice.scenario.rules_missing", {}, "/rules"});
    }
    with(document, "weights", [&](const json::value& value) { read_weights(value); });
    with(document, "weighting", [&](const json::value& value) { read_weighting_of(value); });
    with(document, "candidates", [&](const json::value& value) { read_candidates(value); });
    with(document, "values", [&](const json::value& value) { read_values(value); });
    with(document, "count", [&](const json::value& value) { read_count(value); });
    with(document, "limits", [&](const json::value& value) { read_limits(value); });
    with(document, "bounds", [&](const json::value& value) { read_bounds(value); });
    with(document, "coverage", [&](const json::value& value) { read_coverage(value); });
    with(document, "relations", [&](const json::value& value) { read_relations(value); });
    with(document, "unknown", [&](const json::value& value) { read_unknown(value); });
    with(document, "include",
         [&](const json::value& value) { read_forced(value, "/include", scenario_.include); });
    with(document, "exclude",
         [&](const json::value& value) { read_forced(value, "/exclude", scenario_.exclude); });
    check_both_ways();
    if (!messages_.empty()) throw Refusal(RefusalKind::kInvalid, std::move(messages_));
    fill_defaults();
    return std::move(scenario_);
  }

 private:
  void say(Message message) { messages_.push_back(std::move(message)); }

  template <class Read>
  void part(Read read) {
    try {
      read();
    } catch (const Refusal& refusal) {
      messages_.insert(messages_.end(), refusal.messages().begin(), refusal.messages().end());
    }
  }

  template <class Read>
  void with(const json::object& document, const char* key, Read read) {
    if (const auto* value = document.if_contains(key)) part([&] { read(*value); });
  }

  /// Each element of a list, whatever is wrong with the others.
  template <class Read>
  void each(const json::value& value, const std::string& pointer, Read read) {
    const auto& list = catalogue::json_detail::read_array(value, pointer);
    if (list.size() > kMostParts) {
      say({"choice.scenario.too_many",
           {{"pointer", pointer}, {"most", std::to_string(kMostParts)}},
           pointer});
      return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string inner = pointer + "/" + std::to_string(i);
      part([&] { read(list[i], inner); });
    }
  }

  /// An object that has no keys but these.
  static const json::object& object(const json::value& value, const std::string& pointer,
                                    std::initializer_list<std::string_view> keys) {
    const auto& read = catalogue::json_detail::read_object(value, pointer);
    for (const auto& member : read) {
      if (!contains(keys, member.key())) {
        catalogue::json_detail::refuse_unknown_key(pointer, member.key());
      }
    }
    return read;
  }

  static const json::value& demanded(const json::object& object, const std::string& pointer,
                                     const char* key) {
    const auto* value = object.if_contains(key);
    if (value) return *value;
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.key_missing",
                                                 {{"pointer", pointer}, {"key", key}},
                                                 pointer + "/" + key});
  }

  static std::optional<std::int64_t> number(const json::object& object, const std::string& pointer,
                                            const char* key, std::int64_t low, std::int64_t high) {
    const auto* value = object.if_contains(key);
    if (!value) return std::nullopt;
    return catalogue::json_detail::read_integer(*value, pointer + "/" + key, low, high);
  }

  static void check_order(const std::optional<std::int64_t>& min,
                          const std::optional<std::int64_t>& max, const std::string& pointer) {
    if (!min || !max || *min <= *max) return;
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.min_above_max",
                                                 {{"pointer", pointer},
                                                  {"min", std::to_string(*min)},
                                                  {"max", std::to_string(*max)}},
                                                 pointer + "/min"});
  }

  void read_name(const json::value& value) { scenario_.name = read_scenario_text(value, "/name"); }

  void read_region(const json::value& value) {
    const std::string code = read_scenario_text(value, "/region");
    const auto parsed = catalogue::RegionCode::parse(code);
    if (parsed && *parsed == scenario_.region) return;
    say({"choice.scenario.region_differs",
         {{"named", code}, {"region", scenario_.region.text()}},
         "/region"});
  }

  void read_rules(const json::value& value) {
    each(value, "/rules", [&](const json::value& element, const std::string& pointer) {
      const auto& rule = object(element, pointer, {"plugin", "version", "parameters"});
      ScenarioRule read;
      read.plugin = read_scenario_text(demanded(rule, pointer, "plugin"), pointer + "/plugin");
      if (const auto* version = rule.if_contains("version")) {
        read.version = read_scenario_text(*version, pointer + "/version");
      }
      if (const auto* parameters = rule.if_contains("parameters")) {
        read.parameters = catalogue::json_detail::read_object(*parameters, pointer + "/parameters");
      }
      for (const auto& other : scenario_.rules) {
        if (other.plugin != read.plugin) continue;
        say({"choice.scenario.rule_twice", {{"plugin", read.plugin}}, pointer + "/plugin"});
      }
      scenario_.rules.push_back(std::move(read));
    });
    if (value.is_array() && value.get_array().empty()) {
      say({"choice.scenario.rules_missing", {}, "/rules"});
    }
    if (scenario_.rules.size() > kMostRules) {
      say({"choice.scenario.too_many",
           {{"pointer", "/rules"}, {"most", std::to_string(kMostRules)}},
           "/rules"});
    }
  }

  /// Whether `key` is "plugin/criterion" of one of the scenario's rules, as far as the name tells.
  bool names_a_rule(std::string_view key) const {
    return std::any_of(scenario_.rules.begin(), scenario_.rules.end(), [&](const auto& rule) {
      return key.size() > rule.plugin.size() + 1 &&
             key.substr(0, rule.plugin.size()) == rule.plugin && key[rule.plugin.size()] == '/';
    });
  }

  void read_weights(const json::value& value) {
    for (const auto& member : catalogue::json_detail::read_object(value, "/weights")) {
      const std::string key(member.key());
      const std::string pointer = "/weights" + selection::pointer_step(key);
      part([&] {
        read_weight(key, member.value(), pointer);
        if (!names_a_rule(key)) say(unknown_criterion(key, pointer));
      });
    }
  }

  /// A number, or {"weight", "reason", "by"}.
  void read_weight(const std::string& key, const json::value& value, const std::string& pointer) {
    const auto weight = [&](const json::value& given, const std::string& at) {
      scenario_.weights[key] = catalogue::json_detail::read_integer(given, at, 0, kLargestWeight);
    };
    if (!value.is_object()) return weight(value, pointer);
    const auto& decided = object(value, pointer, {"weight", "reason", "by"});
    scenario_.weight_grounds[key] = read_grounds(decided, pointer, key, messages_);
    weight(demanded(decided, pointer, "weight"), pointer + "/weight");
  }

  void read_weighting_of(const json::value& value) {
    scenario_.weighting = read_weighting(value, "/weighting");
    for (const auto& named : scenario_.weighting->named) {
      if (!names_a_rule(named.criterion)) say(unknown_criterion(named.criterion, named.pointer));
    }
    if (!scenario_.weights.empty() && !are_its_own()) {
      say({"choice.scenario.weights_and_weighting", {}, "/weighting"});
    }
  }

  /// Whether the weights are those that the weighting gives: then a selection wrote them
  /// down. Those of entropy are compared once the values are known.
  bool are_its_own() const {
    if (scenario_.weighting->by == Weighting::By::kEntropy) return true;
    auto stated = stated_weights(*scenario_.weighting);
    for (const auto& [criterion, weight] : scenario_.weights) stated.try_emplace(criterion, 0);
    return scenario_.weights == stated;
  }

  static Message unknown_criterion(const std::string& key, const std::string& pointer) {
    return {"choice.scenario.criterion_of_no_rule", {{"criterion", key}}, pointer};
  }

  void read_candidates(const json::value& value) {
    const std::string pointer = "/candidates";
    const auto& read = object(value, pointer, {"status", "entry_kind", "max_duration_months"});
    if (const auto* statuses = read.if_contains("status")) {
      catalogue::read_json(*statuses, scenario_.statuses, pointer + "/status");
      demand_some(scenario_.statuses, pointer + "/status");
      if (contains_value(scenario_.statuses, catalogue::Status::kArchived)) {
        say({"choice.scenario.archived", {}, pointer + "/status"});
      }
    }
    if (const auto* kinds = read.if_contains("entry_kind")) {
      catalogue::read_json(*kinds, scenario_.entry_kinds, pointer + "/entry_kind");
      demand_some(scenario_.entry_kinds, pointer + "/entry_kind");
    }
    scenario_.max_duration_months =
        number(read, pointer, "max_duration_months", 1, catalogue::kMaxMonths);
  }

  void read_values(const json::value& value) {
    const std::string word = read_scenario_text(value, "/values");
    if (word != "verified" && word != "claimed") {
      catalogue::json_detail::refuse_word("/values", word, "verified, claimed");
    }
    scenario_.values = word == "claimed" ? CountedValues::kClaimed : CountedValues::kVerified;
  }

  template <class List, class Value>
  static bool contains_value(const List& list, Value value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  template <class List>
  void demand_some(const List& list, const std::string& pointer) {
    if (list.empty()) say({"choice.scenario.list_empty", {{"pointer", pointer}}, pointer});
  }

  void read_unknown(const json::value& value) {
    for (const auto& member : catalogue::json_detail::read_object(value, "/unknown")) {
      const std::string key(member.key());
      const std::string pointer = "/unknown" + selection::pointer_step(key);
      part([&] { scenario_.unknown[key] = unknown_value(key, member.value(), pointer); });
    }
  }

  UnknownMeans unknown_value(const std::string& key, const json::value& value,
                             const std::string& pointer) {
    const bool resource = contains(kResources, key);
    if (!resource && !names_a_rule(key)) {
      say({"choice.scenario.unknown_of_nothing",
           {{"key", key}, {"known", listed(kResources)}},
           pointer});
    }
    if (value.is_string()) {
      if (value.get_string() != "ineligible") {
        catalogue::json_detail::refuse_word(pointer, value.get_string(),
                                            "ineligible, {\"assume\"}");
      }
      return {};
    }
    const auto& read = object(value, pointer, {"assume"});
    demanded(read, pointer, "assume");
    // An unknown amount is never 0; an unknown criterion may count as its worst value.
    return {resource ? number(read, pointer, "assume", 1, most_of(key))
                     : number(read, pointer, "assume", 0, kMillion)};
  }

  void read_count(const json::value& value) {
    const auto& read = object(value, "/count", {"min", "max"});
    scenario_.count_min = number(read, "/count", "min", 0, kMostChosen);
    scenario_.count_max = number(read, "/count", "max", 0, kMostChosen);
    check_order(scenario_.count_min, scenario_.count_max, "/count");
  }

  void read_limits(const json::value& value) {
    each(value, "/limits", [&](const json::value& element, const std::string& pointer) {
      const auto& read = object(element, pointer, {"resource", "max"});
      ScenarioLimit limit;
      limit.resource =
          read_scenario_text(demanded(read, pointer, "resource"), pointer + "/resource");
      if (!contains(kResources, limit.resource)) {
        say({"choice.scenario.unknown_resource",
             {{"resource", limit.resource}, {"known", listed(kResources)}},
             pointer + "/resource"});
      } else if (scenario_.limits_resource(limit.resource)) {
        say({"choice.scenario.resource_twice",
             {{"resource", limit.resource}},
             pointer + "/resource"});
      }
      limit.max = number(read, pointer, "max", 0, kLargestWeight);
      scenario_.limits.push_back(std::move(limit));
    });
  }

  void read_bounds(const json::value& value) {
    each(value, "/bounds", [&](const json::value& element, const std::string& pointer) {
      const auto& read = object(element, pointer, {"group", "min", "max"});
      ScenarioBound bound;
      bound.group = read_scenario_text(demanded(read, pointer, "group"), pointer + "/group");
      check_group(bound.group, pointer + "/group");
      bound.min = number(read, pointer, "min", 0, kMostChosen);
      bound.max = number(read, pointer, "max", 0, kMostChosen);
      if (!bound.min && !bound.max) {
        say({"choice.scenario.bound_empty", {{"group", bound.group}}, pointer});
      }
      check_order(bound.min, bound.max, pointer);
      scenario_.bounds.push_back(std::move(bound));
    });
  }

  void read_coverage(const json::value& value) {
    each(value, "/coverage", [&](const json::value& element, const std::string& pointer) {
      const auto& read = object(element, pointer, {"groups", "min"});
      ScenarioCoverage coverage;
      coverage.groups = read_scenario_text(demanded(read, pointer, "groups"), pointer + "/groups");
      check_group(coverage.groups, pointer + "/groups");
      if (!is_group_family(coverage.groups)) {
        say({"choice.scenario.not_a_family", {{"groups", coverage.groups}}, pointer + "/groups"});
      }
      demanded(read, pointer, "min");
      coverage.min = number(read, pointer, "min", 0, kMostChosen).value_or(0);
      scenario_.coverage.push_back(std::move(coverage));
    });
  }

  void check_group(const std::string& group, const std::string& pointer) {
    if (contains(kGroupPrefixes, group_prefix(group)) && !group_key(group).empty()) return;
    say({"choice.scenario.malformed_group",
         {{"group", group}, {"known", listed(kGroupPrefixes)}},
         pointer});
  }

  void read_relations(const json::value& value) {
    for (const auto& member : catalogue::json_detail::read_object(value, "/relations")) {
      const std::string key(member.key());
      const std::string pointer = "/relations" + selection::pointer_step(key);
      part([&] {
        const auto kind = catalogue::enum_named<catalogue::RelationKind>(key);
        if (!kind) {
          catalogue::json_detail::refuse_word(
              pointer, key, listed(catalogue::EnumNames<catalogue::RelationKind>::kNames));
        }
        const std::string means = read_scenario_text(member.value(), pointer);
        if (means != "requires" && means != "excludes") {
          catalogue::json_detail::refuse_word(pointer, means, "requires, excludes");
        }
        scenario_.relations[*kind] =
            means == "requires" ? RelationMeans::kRequires : RelationMeans::kExcludes;
      });
    }
  }

  void read_forced(const json::value& value, const std::string& where,
                   std::vector<ScenarioForced>& forced) {
    each(value, where, [&](const json::value& element, const std::string& pointer) {
      const auto& read = object(element, pointer, {"id", "reason", "by"});
      ScenarioForced entry;
      entry.id = read_scenario_text(demanded(read, pointer, "id"), pointer + "/id");
      if (const auto uuid = catalogue::Uuid::parse(entry.id)) entry.id = uuid->text();
      entry.grounds = read_grounds(read, pointer, entry.id, messages_);
      for (const auto& other : forced) {
        if (other.id != entry.id) continue;
        say({"choice.scenario.id_twice", {{"id", entry.id}}, pointer + "/id"});
      }
      forced.push_back(std::move(entry));
    });
  }

  void check_both_ways() {
    for (std::size_t i = 0; i < scenario_.exclude.size(); ++i) {
      for (const auto& included : scenario_.include) {
        if (included.id != scenario_.exclude[i].id) continue;
        say({"choice.scenario.in_and_out",
             {{"id", included.id}},
             "/exclude/" + std::to_string(i) + "/id"});
      }
    }
  }

  void fill_defaults() {
    if (scenario_.name.empty()) {
      for (const auto& rule : scenario_.rules) {
        scenario_.name += (scenario_.name.empty() ? "" : " + ") + rule.plugin;
      }
    }
    if (scenario_.statuses.empty()) scenario_.statuses = {catalogue::Status::kVerified};
    if (scenario_.entry_kinds.empty()) scenario_.entry_kinds = {catalogue::EntryKind::kExisting};
    scenario_.unknown.emplace(kBudget, UnknownMeans{});
    if (scenario_.max_duration_months || scenario_.limits_resource(kDuration)) {
      scenario_.unknown.emplace(kDuration, UnknownMeans{});
    }
    if (scenario_.limits_resource(kStaff)) scenario_.unknown.emplace(kStaff, UnknownMeans{});
  }

  Scenario scenario_;
  Messages messages_;
};

}  // namespace

Scenario read_scenario(const json::object& document, const catalogue::RegionCode& region) {
  return ScenarioReader(region).read(document);
}

}  // namespace pilah::registry
