#include "pilah/registry/choice/scenario_difference.hpp"

#include <array>
#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "pilah/selection/message.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

/// By what the elements of a scenario's lists go.
constexpr std::array kNaming = {"id", "group", "groups", "resource", "plugin"};

/// The list as an object by what its elements are about; nothing: they have no such names,
/// or two have the same.
std::optional<json::object> by_name(const json::value& value) {
  const auto* list = value.if_array();
  if (!list) return std::nullopt;
  json::object named;
  for (const auto& element : *list) {
    const auto* object = element.if_object();
    const json::value* name = nullptr;
    for (const char* key : kNaming) {
      if (object && !name) name = object->if_contains(key);
    }
    if (!name || !name->is_string()) return std::nullopt;
    json::object rest = *object;
    for (const char* key : kNaming) rest.stable_erase(key);
    if (!named.emplace(name->get_string(), std::move(rest)).second) return std::nullopt;
  }
  return named;
}

class Comparing {
 public:
  std::vector<ScenarioDifference> told;

  void objects(const json::object& before, const json::object& after, const std::string& part) {
    for (const auto& member : after) {
      const auto* was = before.if_contains(member.key());
      values(was ? *was : json::value(), member.value(),
             part + selection::pointer_step(member.key()));
    }
    for (const auto& member : before) {
      if (after.contains(member.key())) continue;
      values(member.value(), json::value(), part + selection::pointer_step(member.key()));
    }
  }

 private:
  void values(const json::value& before, const json::value& after, const std::string& part) {
    if (before == after || told.size() >= kMostScenarioDifferences) return;
    if (before.is_object() && after.is_object()) {
      return objects(before.get_object(), after.get_object(), part);
    }
    const auto older = by_name(before), newer = by_name(after);
    if (older && newer) return objects(*older, *newer, part);
    told.push_back({part, before, after});
  }
};

/// Without what is told elsewhere.
json::object compared(json::object scenario) {
  scenario.erase("name");
  if (auto* rules = scenario.if_contains("rules")) {
    for (auto& rule : rules->as_array()) rule.as_object().erase("version");
  }
  return scenario;
}

}  // namespace

std::vector<ScenarioDifference> scenario_differences(const json::object& before,
                                                     const json::object& after) {
  Comparing comparing;
  comparing.objects(compared(before), compared(after), "");
  return std::move(comparing.told);
}

}  // namespace pilah::registry
