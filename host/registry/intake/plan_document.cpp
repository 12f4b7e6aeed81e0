#include "pilah/registry/intake/plan_document.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/intake/plain_text.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Plan;
using catalogue::PlanItem;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kMaxPlans = 2'000;
constexpr std::size_t kMaxItems = 20'000;
constexpr std::size_t kMaxName = 2'000;

using boost::json::object;
using boost::json::value;

[[noreturn]] void refuse(const char* kind, const std::string& pointer,
                         std::vector<std::pair<std::string, std::string>> arguments = {}) {
  arguments.emplace_back("pointer", pointer);
  throw Refusal(RefusalKind::kInvalid, Message{kind, std::move(arguments), pointer});
}

void require_keys(const object& document, const std::string& pointer,
                  std::initializer_list<std::string_view> known) {
  for (const auto& member : document) {
    if (std::find(known.begin(), known.end(), std::string_view(member.key())) == known.end()) {
      catalogue::json_detail::refuse_unknown_key(pointer, member.key());
    }
  }
}

/// A line of text; empty when it is not there.
std::string text_at(const object& document, std::string_view key, const std::string& pointer) {
  const value* member = document.if_contains(key);
  if (!member) return {};
  const std::string place = pointer + "/" + std::string(key);
  std::string text = plain_line(catalogue::json_detail::read_text(*member, place));
  if (text.size() > kMaxName) refuse("plan.text_too_long", place);
  return text;
}

std::string required_text(const object& document, std::string_view key,
                          const std::string& pointer) {
  std::string text = text_at(document, key, pointer);
  if (text.empty()) {
    refuse("plan.member_missing", pointer + "/" + std::string(key), {{"member", std::string(key)}});
  }
  return text;
}

const boost::json::array& required_array(const object& document, std::string_view key,
                                         const std::string& pointer, std::size_t most) {
  const std::string place = pointer + "/" + std::string(key);
  const value* member = document.if_contains(key);
  if (!member) refuse("plan.member_missing", place, {{"member", std::string(key)}});
  const auto& array = catalogue::json_detail::read_array(*member, place);
  if (array.size() > most) refuse("plan.too_many", place, {{"limit", std::to_string(most)}});
  return array;
}

void read_period(const object& document, const std::string& pointer, Plan& plan) {
  const auto& years = required_array(document, "period", pointer, 2);
  const std::string place = pointer + "/period";
  if (years.size() != 2) refuse("plan.period", place);
  plan.first_year = static_cast<std::int32_t>(
      catalogue::json_detail::read_integer(years[0], place + "/0", 1945, 2200));
  plan.last_year = static_cast<std::int32_t>(
      catalogue::json_detail::read_integer(years[1], place + "/1", 1945, 2200));
  if (plan.last_year < plan.first_year) refuse("plan.period", place);
}

PlanItem read_item(const value& json, const std::string& pointer) {
  const auto& document = catalogue::json_detail::read_object(json, pointer);
  require_keys(document, pointer, {"code", "level", "name"});
  PlanItem item;
  item.code = text_at(document, "code", pointer);
  item.name = required_text(document, "name", pointer);
  if (const value* level = document.if_contains("level")) {
    catalogue::read_json(*level, item.level, pointer + "/level");
  }
  return item;
}

Plan read_plan(const value& json, const std::string& pointer,
               const OrganisationIndex& organisations) {
  const auto& document = catalogue::json_detail::read_object(json, pointer);
  require_keys(document, pointer, {"kind", "organisation", "name", "period", "edition", "items"});
  Plan plan;
  required_text(document, "kind", pointer);
  catalogue::read_json(document.at("kind"), plan.kind, pointer + "/kind");
  plan.name = required_text(document, "name", pointer);
  read_period(document, pointer, plan);
  if (const value* edition = document.if_contains("edition")) {
    plan.edition = static_cast<std::int32_t>(
        catalogue::json_detail::read_integer(*edition, pointer + "/edition", 1, 1000));
  }
  if (const std::string owner = text_at(document, "organisation", pointer); !owner.empty()) {
    const auto found = organisations.find(owner);
    if (!found.organisation) {
      refuse(found.several ? "plan.organisation_ambiguous" : "plan.organisation_unknown",
             pointer + "/organisation", {{"organisation", owner}});
    }
    plan.organisation = found.organisation->id;
  }
  std::size_t number = 0;
  for (const auto& item : required_array(document, "items", pointer, kMaxItems)) {
    plan.items.push_back(read_item(item, pointer + "/items/" + std::to_string(number++)));
  }
  return plan;
}

}  // namespace

std::vector<Plan> read_plans(std::string_view json, const catalogue::RegionCode& region,
                             const OrganisationIndex& organisations) {
  const auto parsed = catalogue::parse_json(json);
  const auto& document = catalogue::json_detail::read_object(parsed, "");
  require_keys(document, "", {"plans", "source", "date", "notes"});
  std::vector<Plan> plans;
  std::size_t number = 0;
  for (const auto& plan : required_array(document, "plans", "", kMaxPlans)) {
    plans.push_back(read_plan(plan, "/plans/" + std::to_string(number++), organisations));
    plans.back().region = region;
  }
  return plans;
}

}  // namespace pilah::registry
