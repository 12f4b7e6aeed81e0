// The innovation: what the whole registry is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/status.hpp"

namespace pilah::catalogue {

class Taxonomy;

enum class EntryKind { kExisting, kIdea, kFlagship, kPotential };
enum class Form { kGovernance, kPublicService, kOther };
enum class Stage { kInitiative, kTrial, kApplied };

/// An entry of a region's catalogue. Empty texts and empty optionals mean
/// unknown; an unknown amount, duration or number of staff is never 0.
struct Innovation {
  InnovationId id;
  RegionCode region;
  EntryKind entry_kind = EntryKind::kExisting;
  Status status = Status::kDraft;
  std::optional<OrganisationId> owner;  ///< none: allowed for a draft only
  std::vector<OrganisationId> supporting_organisations;
  std::optional<Proposer> proposer;
  std::string name;
  std::string short_name;
  std::string summary;
  std::string problem;
  std::string target_group;
  std::string benefit;
  std::string uniqueness;
  std::optional<bool> digital;
  std::optional<Application> application;
  std::optional<Form> form;
  std::optional<Stage> stage;
  std::optional<PartialDate> started;
  std::optional<PartialDate> applied;
  std::vector<std::string> affairs;  ///< urusan, the main one first
  std::vector<PlanLink> plan_links;
  std::optional<SipdCode> sipd;
  std::vector<Budget> budgets;
  std::optional<std::int32_t> staff;  ///< persons
  std::optional<Months> duration;     ///< from the start to the first effect
  std::optional<Readiness> readiness;
  std::vector<Indicator> indicators;
  std::vector<std::string> partners;
  std::string risks;
  std::string potential;
  std::string strategy;
  std::string resources;  ///< where means come from, in the list's own words
  std::vector<Place> places;
  std::vector<std::string> links;
  std::vector<Evidence> evidence;
  std::vector<AreaMapping> mappings;
  boost::json::object attributes;  ///< what the region adds, by its own schema
  std::optional<Origin> origin;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("entry_kind", self.entry_kind);
    visit("status", self.status);
    visit("owner", self.owner);
    visit("supporting_organisations", self.supporting_organisations);
    visit("proposer", self.proposer);
    visit("name", self.name);
    visit("short_name", self.short_name);
    visit("summary", self.summary);
    visit("problem", self.problem);
    visit("target_group", self.target_group);
    visit("benefit", self.benefit);
    visit("uniqueness", self.uniqueness);
    visit("digital", self.digital);
    visit("application", self.application);
    visit("form", self.form);
    visit("stage", self.stage);
    visit("started", self.started);
    visit("applied", self.applied);
    visit("affairs", self.affairs);
    visit("plan_links", self.plan_links);
    visit("sipd", self.sipd);
    visit("budgets", self.budgets);
    visit("staff", self.staff);
    visit("duration_months", self.duration);
    visit("readiness", self.readiness);
    visit("indicators", self.indicators);
    visit("partners", self.partners);
    visit("risks", self.risks);
    visit("potential", self.potential);
    visit("strategy", self.strategy);
    visit("resources", self.resources);
    visit("places", self.places);
    visit("links", self.links);
    visit("evidence", self.evidence);
    visit("mappings", self.mappings);
    visit("attributes", self.attributes);
    visit("origin", self.origin);
  }
  friend bool operator==(const Innovation&, const Innovation&) = default;
};

/// The primary area's mapping, whether confirmed or not; null when there is none.
const AreaMapping* primary_mapping(const Innovation& innovation);

/// The sum of all budgets; nothing when there is none or the amount of one is unknown.
std::optional<Rupiah> total_budget(const Innovation& innovation);

/// Everything that is wrong with `innovation` in its status, each with the
/// pointer of its field; empty when it may be stored. A draft needs a name
/// alone; from submitted on an owner, a summary and a primary area.
Messages validate(const Innovation& innovation, const Taxonomy& taxonomy);

}  // namespace pilah::catalogue
