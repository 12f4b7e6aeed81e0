#include "pilah/registry/public_sets/public_words.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

/// What must be public for a statement to be.
enum class Rests {
  kOnNothing,
  kOnRules,
  kOnBudget,
  kOnDuration,
  kOnStaff,
  kOnPlaces,
  kOnNames,
  kOnCandidate
};

const std::map<std::string, Rests, std::less<>>& kinds() {
  using enum Rests;
  static const std::map<std::string, Rests, std::less<>> all = {
      {"choice.public.hidden_candidate", kOnNothing},
      {"choice.public.withheld", kOnNothing},
      {"choice.in.included", kOnNothing},
      {"choice.in.included_by", kOnNothing},
      {"choice.in.needed", kOnNothing},
      {"choice.in.worth", kOnRules},
      {"choice.in.worth_alone", kOnRules},
      {"choice.in.tie", kOnRules},
      {"choice.out.excluded", kOnNothing},
      {"choice.out.excluded_by", kOnNothing},
      {"choice.out.impossible", kOnNothing},
      {"choice.out.lacks", kOnRules},
      {"choice.out.lacks_alone", kOnRules},
      {"choice.out.lift", kOnRules},
      {"choice.out.lift_short", kOnRules},
      {"choice.out.tie", kOnRules},
      {"choice.out.limit_budget", kOnBudget},
      {"choice.out.limit_duration", kOnDuration},
      {"choice.out.limit_staff", kOnStaff},
      {"choice.out.group_full", kOnNothing},
      {"choice.out.group_closed", kOnNothing},
      {"choice.out.needs", kOnNothing},
      {"choice.out.excludes", kOnNothing},
      {"choice.out.no_set", kOnNothing},
      {"choice.unproven", kOnNothing},
      {"choice.unresolved", kOnNothing},
      {"choice.tie.order", kOnNothing},
      {"choice.tie.resource", kOnNothing},  // which one, its argument says
      {"choice.resource.budget", kOnBudget},
      {"choice.resource.duration", kOnDuration},
      {"choice.resource.staff", kOnStaff},
      {"choice.not_eligible.left_aside", kOnNothing},
      {"choice.not_eligible.rule", kOnRules},
      {"choice.not_eligible.too_long", kOnDuration},
      {"choice.not_eligible.unknown_budget", kOnBudget},
      {"choice.not_eligible.unknown_duration", kOnDuration},
      {"choice.not_eligible.unknown_staff", kOnStaff},
      {"choice.not_eligible.unknown_budget_of_members", kOnBudget},
      {"choice.not_eligible.unknown_duration_of_members", kOnDuration},
      {"choice.not_eligible.unknown_staff_of_members", kOnStaff},
      {"choice.not_eligible.unknown_criterion", kOnRules},
      {"choice.not_eligible.members_missing", kOnNothing},
      {"choice.not_eligible.package_empty", kOnNothing},
      {"choice.not_eligible.needs_outside", kOnNames},
      {"choice.not_eligible.needs_refused", kOnNames},
      {"choice.assumed.budget", kOnBudget},
      {"choice.assumed.duration", kOnDuration},
      {"choice.assumed.staff", kOnStaff},
      {"choice.assumed.budget_of_member", kOnBudget},
      {"choice.assumed.duration_of_member", kOnDuration},
      {"choice.assumed.staff_of_member", kOnStaff},
      {"choice.constraint.count_min", kOnNothing},
      {"choice.constraint.count_max", kOnNothing},
      {"choice.constraint.limit_budget", kOnBudget},  // that it is in the way tells of costs
      {"choice.constraint.limit_duration", kOnDuration},
      {"choice.constraint.limit_staff", kOnStaff},
      {"choice.constraint.bound_min", kOnNothing},
      {"choice.constraint.bound_max", kOnNothing},
      {"choice.constraint.bound_min_each", kOnNothing},
      {"choice.constraint.bound_max_each", kOnNothing},
      {"choice.constraint.bound_min_lost", kOnNothing},
      {"choice.constraint.coverage", kOnNothing},
      {"choice.constraint.requires", kOnNothing},
      {"choice.constraint.excludes", kOnNothing},
      {"choice.constraint.package", kOnNothing},
      {"choice.constraint.include", kOnCandidate},  // whose reason it gives
      {"choice.constraint.exclude", kOnCandidate},
      {"choice.constraint.not_eligible", kOnNothing},
      {"choice.group.dimension", kOnNothing},
      {"choice.group.area", kOnNothing},
      {"choice.group.organisation", kOnNothing},
      {"choice.group.subdistrict", kOnPlaces},
      {"choice.group.village", kOnPlaces},
      {"choice.group.rule", kOnRules},
      {"choice.family.dimension", kOnNothing},
      {"choice.family.area", kOnNothing},
      {"choice.family.organisation", kOnNothing},
      {"choice.family.subdistrict", kOnPlaces},
      {"choice.family.village", kOnPlaces},
      {"choice.family.rule", kOnRules},
      {"choice.note.empty_dimensions", kOnNothing},
      {"choice.note.weight_part", kOnNothing},
      {"choice.note.weights_by_rank", kOnNothing},
      {"choice.note.weights_by_pairs", kOnNothing},
      {"choice.note.weight_changed", kOnNothing},
      {"choice.note.weighting_decided", kOnNothing},
      {"choice.note.not_weighed", kOnNothing},
      {"choice.note.inconsistent", kOnNothing},
      {"choice.note.inconsistent_reversed", kOnNothing},
      {"choice.note.dossier_without_needs", kOnNothing},
      {"choice.note.no_dossier", kOnNothing}};
  return all;
}

std::string_view text(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

}  // namespace

std::set<std::string> names_shown(const catalogue::SelectionRecord& selection,
                                  const Openness& open) {
  std::set<std::string> all;
  for (const auto& each : selection.result.at("candidates").as_array()) {
    const auto& one = each.as_object();
    if (!open.hidden.contains(std::string(text(one, "id")))) all.emplace(text(one, "name"));
  }
  return all;
}

/// A way in is told of fields that every one of them shows (redaction.cpp takes the others
/// away) and always of the rules.
bool PublicWords::is_way(std::string_view kind) const {
  return kind.starts_with("choice.way.") || kind.starts_with("choice.change.") ||
         kind.starts_with("choice.claim.") || kind.starts_with("choice.assessed.");
}

bool PublicWords::lets_through(const json::object& told) const {
  const auto kind = text(told, "kind");
  if (is_way(kind)) return open_.rules;
  const auto found = kinds().find(kind);
  if (found == kinds().end()) return false;
  switch (found->second) {
    case Rests::kOnNothing:
      return true;
    case Rests::kOnRules:
      return open_.rules;
    case Rests::kOnBudget:
      return open_.budget;
    case Rests::kOnDuration:
      return open_.duration;
    case Rests::kOnStaff:
      return open_.staff;
    case Rests::kOnPlaces:
      return open_.places;
    case Rests::kOnNames:
      return named_.contains(std::string(text(told.at("arguments").as_object(), "needed")));
    case Rests::kOnCandidate:
      return !open_.hidden.contains(
          std::string(text(told.at("arguments").at("candidate").as_object(), "id")));
  }
  return false;
}

bool PublicWords::let_list_through(json::array& list) const {
  json::array left;
  for (auto& one : list) {
    if (let_through(one)) left.push_back(std::move(one));
  }
  const bool some = !left.empty() || list.empty();
  list = std::move(left);
  return some;
}

bool PublicWords::let_through(json::value& argument) const {
  if (auto* list = argument.if_array()) return let_list_through(*list);
  auto* object = argument.if_object();
  if (!object) return true;
  if (object->contains("kind")) {
    auto told = statement(std::move(*object));
    if (!told) return false;
    *object = *std::move(told);
  } else if (open_.hidden.contains(std::string(text(*object, "id")))) {
    *object = registry::statement("choice.public.hidden_candidate");
  }
  return true;
}

bool PublicWords::let_arguments_through(json::object& arguments) const {
  return std::ranges::all_of(arguments, [&](auto& one) { return let_through(one.value()); });
}

std::optional<json::object> PublicWords::statement(json::object told) const {
  if (!lets_through(told)) return std::nullopt;
  if (auto* arguments = told.if_contains("arguments")) {
    if (!let_arguments_through(arguments->as_object())) return std::nullopt;
  }
  told.erase("repair");  // of no set that was adopted
  return told;
}

json::array PublicWords::statements(const json::array& told) const {
  json::array left;
  for (const auto& each : told) {
    if (auto one = statement(each.as_object())) left.push_back(*std::move(one));
  }
  return left;
}

json::array PublicWords::reasons(const json::array& told) const {
  auto left = statements(told);
  if (left.size() < told.size()) left.push_back(registry::statement("choice.public.withheld"));
  return left;
}

}  // namespace pilah::registry
