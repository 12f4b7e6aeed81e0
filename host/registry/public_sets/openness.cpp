#include "pilah/registry/public_sets/openness.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/registry/choice/scenario.hpp"
#include "pilah/registry/columns/column_fields.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/registry/people/sight.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Package;
using catalogue::PackageId;
using catalogue::Publication;
using catalogue::PublicPart;
using catalogue::RegionCode;
using catalogue::SelectionRecord;

std::string_view field_of(std::string_view resource) {
  if (resource == kBudget) return "budgets";
  return resource == kDuration ? "duration_months" : "staff";
}

/// What the problem of a selection holds.
struct Held {
  std::set<std::string, std::less<>> resources;
  std::set<std::string, std::less<>> candidates;
  bool places = false;
};

Held held_by(const boost::json::object& problem) {
  Held held;
  const auto* candidates = problem.if_contains("candidates");
  if (!candidates) return held;
  for (const auto& one : candidates->as_array()) {
    held.candidates.emplace(one.at("id").as_string());
    for (const auto& use : one.at("uses").as_object()) held.resources.emplace(use.key());
    for (const auto& group : one.at("groups").as_array()) {
      const std::string_view name = group.as_string();
      held.places =
          held.places || group_prefix(name) == "subdistrict" || group_prefix(name) == "village";
    }
  }
  return held;
}

bool shows(const Publication& published, std::string_view field) {
  return field == kJudgements ? published.shows_of_sets(PublicPart::kJudgements)
                              : published.shows_field(field);
}

bool is_public_entry(store::Reader& reader, const RegionCode& region, const Sight& sight,
                     InnovationId id) {
  const auto stored = reader.find_text<Innovation>(region, id);
  return stored && sees(sight, decided_by(sight, stored->record));
}

}  // namespace

bool Openness::shows_amount(std::string_view resource) const {
  if (resource == kBudget) return budget;
  return resource == kDuration ? duration : staff;
}

std::string Openness::mark() const {
  std::string mark = problem ? "problem" : "";
  for (const bool one : {rules, budget, duration, staff, places, evidence}) mark += one ? '1' : '0';
  for (const auto& field : published.open_fields) mark += ' ' + field;
  for (const auto& id : hidden) mark += ' ' + id;
  return mark;
}

bool is_public_candidate(store::Reader& reader, const RegionCode& region,
                         const Publication& published, std::string_view id) {
  const Sight sight{false, {}, published, {}};
  const auto uuid = catalogue::Uuid::parse(id);
  if (!uuid) return false;
  if (is_public_entry(reader, region, sight, InnovationId{*uuid})) return true;
  const auto package = reader.find<Package>(region, PackageId{*uuid});
  return package && std::ranges::all_of(package->record.members, [&](const InnovationId& member) {
           return is_public_entry(reader, region, sight, member);
         });
}

Openness openness_of(store::Reader& reader, const plugin::InstalledPlugins& plugins,
                     const Publication& published, const SelectionRecord& selection) {
  Openness open;
  open.published = published;
  for (const auto& candidate : selection.result.at("candidates").as_array()) {
    const std::string id(candidate.at("id").as_string());
    if (!is_public_candidate(reader, selection.region, published, id)) open.hidden.insert(id);
  }

  const auto* values = selection.scenario.if_contains("values");
  const auto counted = values && values->as_string() == "claimed" ? CountedValues::kClaimed
                                                                  : CountedValues::kVerified;
  for (const auto& use : selection.plugins) {
    // Of the same version: which columns it asks for is the same however it was built.
    const auto* rule = plugins.find(use.id, use.version);
    if (!rule) {
      open.missing_rules.insert(use.id + " " + use.version);
      continue;
    }
    for (const auto& column : rule->manifest.columns) {
      for (const auto field : fields_behind(column, counted)) {
        if (!shows(published, field)) open.closed_fields.emplace(field);
      }
    }
  }
  open.rules = open.closed_fields.empty() && open.missing_rules.empty();
  open.budget = shows(published, field_of(kBudget));
  open.duration = shows(published, field_of(kDuration));
  open.staff = shows(published, field_of(kStaff));
  open.places = shows(published, "places");
  open.evidence = shows(published, "evidence");

  const auto held = held_by(selection.problem);
  for (const auto& resource : held.resources) {
    if (!open.shows_amount(resource)) open.closed_fields.emplace(field_of(resource));
  }
  if (held.places && !open.places) open.closed_fields.emplace("places");
  open.hidden_in_problem = static_cast<std::size_t>(std::ranges::count_if(
      open.hidden, [&](const std::string& id) { return held.candidates.contains(id); }));
  open.problem = !held.candidates.empty() && open.closed_fields.empty() &&
                 open.missing_rules.empty() && open.hidden_in_problem == 0;
  return open;
}

}  // namespace pilah::registry
