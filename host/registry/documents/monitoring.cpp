#include "pilah/registry/documents/monitoring.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

template <class Names, class Key>
std::string name_in(const Names& names, const Key& key) {
  const auto found = names.find(key);
  return found == names.end() ? std::string() : found->second;
}

void add_text(json::object& document, const char* key, const std::string& text) {
  if (!text.empty()) document[key] = text;
}

json::array steps_document(const ActionPlanEntry& entry) {
  json::array steps;
  for (std::size_t i = 0; i < entry.plan.steps.size(); ++i) {
    const auto& step = entry.plan.steps[i];
    auto one = std::move(catalogue::to_json(step).as_object());
    if (step.responsible) {
      add_text(one, "responsible_name", name_in(entry.names, step.responsible->uuid));
    }
    if (step.organisation) {
      add_text(one, "organisation_name", name_in(entry.names, step.organisation->uuid));
    }
    one["late"] = static_cast<bool>(entry.late[i]);
    steps.push_back(std::move(one));
  }
  return steps;
}

json::array indicators_document(const ReportEntry& entry) {
  json::array values;
  for (std::size_t i = 0; i < entry.report.indicators.size(); ++i) {
    auto one = std::move(catalogue::to_json(entry.report.indicators[i]).as_object());
    add_text(one, "unit", entry.indicators[i].unit);
    add_text(one, "baseline", entry.indicators[i].baseline);
    add_text(one, "target", entry.indicators[i].target);
    values.push_back(std::move(one));
  }
  return values;
}

const char* state_of(const LateThing& thing) {
  if (thing.done_on) return thing.explanation.empty() ? "was-late" : "was-late-explained";
  return thing.explanation.empty() ? "late" : "explained";
}

}  // namespace

json::object supervised_document(const Supervised& of, const std::string& lead_name) {
  json::object document{{"set", of.set.text()},
                        {"candidate", of.undertaking.candidate},
                        {"name", of.name},
                        {"placing", catalogue::name_of(of.placing)},
                        {"supervised", of.now}};
  if (of.lead) document["lead"] = of.lead->text();
  add_text(document, "lead_name", lead_name);
  return document;
}

json::object action_plan_document(const ActionPlanEntry& entry) {
  auto document = supervised_document(
      entry.of, entry.of.lead ? name_in(entry.names, entry.of.lead->uuid) : std::string());
  const auto& steps = entry.plan.steps;
  document["steps"] = steps_document(entry);
  document["done"] = std::count_if(steps.begin(), steps.end(),
                                   [](const auto& step) { return step.done_on.has_value(); });
  document["late"] = std::count(entry.late.begin(), entry.late.end(), true);
  document["revision"] = entry.revision;
  return document;
}

json::array action_plans_document(const std::vector<ActionPlanEntry>& entries) {
  json::array document;
  for (const auto& entry : entries) document.push_back(action_plan_document(entry));
  return document;
}

json::object period_document(const PeriodEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.period).as_object());
  document["reported"] = entry.reported;
  json::array waiting;
  for (const auto& one : entry.waiting) {
    waiting.push_back(supervised_document(
        one, one.lead ? name_in(entry.organisations, *one.lead) : std::string()));
  }
  document["waiting"] = std::move(waiting);
  document["revision"] = entry.revision;
  return document;
}

json::array periods_document(const std::vector<PeriodEntry>& entries) {
  json::array document;
  for (const auto& entry : entries) document.push_back(period_document(entry));
  return document;
}

json::object report_document(const ReportEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.report).as_object());
  document["name"] = entry.of.name;
  document["placing"] = catalogue::name_of(entry.of.placing);
  add_text(document, "lead_name", entry.lead_name);
  document["period_name"] = entry.period_name;
  if (entry.budget) document["budget"] = entry.budget->amount;
  if (entry.budget && entry.budget->amount > 0 && entry.report.realised) {
    // kMaxRupiah leaves room for the hundredfold.
    document["realised_percent"] = entry.report.realised->amount * 100 / entry.budget->amount;
  }
  document["late"] = entry.late;
  document["indicators"] = indicators_document(entry);
  return document;
}

json::array reports_document(const std::vector<ReportEntry>& entries) {
  json::array document;
  for (const auto& entry : entries) document.push_back(report_document(entry));
  return document;
}

json::array late_document(const std::vector<LateThing>& things) {
  json::array document;
  for (const auto& thing : things) {
    json::object one{{"kind", name_of(thing.kind)}, {"state", state_of(thing)}};
    if (thing.of) {
      one["set"] = thing.of->set.text();
      one["candidate"] = thing.of->undertaking.candidate;
      one["name"] = thing.of->name;
      one["placing"] = catalogue::name_of(thing.of->placing);
    }
    one["what"] = thing.what;
    if (thing.owner) one["owner"] = thing.owner->text();
    add_text(one, "owner_name", thing.owner_name);
    one["due"] = thing.due.text();
    if (thing.done_on) one["done_on"] = thing.done_on->text();
    add_text(one, "explanation", thing.explanation);
    document.push_back(std::move(one));
  }
  return document;
}

}  // namespace pilah::registry
