#include "pilah/registry/documents/plan.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

boost::json::object innovation_of(const UnplannedInnovation& innovation) {
  boost::json::object told{{"id", innovation.id.text()}, {"name", innovation.name}};
  if (!innovation.owner.empty()) told["owner"] = innovation.owner;
  return told;
}

}  // namespace

boost::json::array plans_document(const std::vector<PlanEntry>& entries) {
  boost::json::array all;
  for (const auto& entry : entries) {
    auto told = std::move(catalogue::to_json(entry.plan).as_object());
    if (!entry.organisation.empty()) told["organisation_name"] = entry.organisation;
    told["revision"] = entry.revision;
    all.push_back(std::move(told));
  }
  return all;
}

boost::json::object plan_coverage_document(const PlanCoverage& coverage) {
  boost::json::array programmes, without, unresolved;
  for (const auto& one : coverage.programmes) {
    boost::json::object told{{"kind", catalogue::name_of(one.kind)}, {"plan", one.plan}};
    if (!one.organisation.empty()) told["organisation"] = one.organisation;
    told["item"] = one.item.text();
    if (!one.code.empty()) told["code"] = one.code;
    told["name"] = one.name;
    told["innovations"] = one.innovations;
    programmes.push_back(std::move(told));
  }
  for (const auto& one : coverage.without_programme) without.push_back(innovation_of(one));
  for (const auto& one : coverage.unresolved) {
    auto told = innovation_of(one.innovation);
    told["kind"] = catalogue::name_of(one.kind);
    told["text"] = one.text;
    unresolved.push_back(std::move(told));
  }
  return {{"revision", coverage.revision},
          {"innovations", coverage.innovations},
          {"programmes", std::move(programmes)},
          {"without_programme", std::move(without)},
          {"unresolved", std::move(unresolved)}};
}

boost::json::object plan_report_document(const PlanReport& report) {
  return {{"plans_added", report.plans_added},
          {"plans_updated", report.plans_updated},
          {"plans_unchanged", report.plans_unchanged},
          {"items", report.items},
          {"links_resolved", report.links_resolved}};
}

}  // namespace pilah::registry
