// The plans that innovations link to: a region's RPJMD and each agency's Renstra.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

enum class PlanLevel { kVision, kMission, kGoal, kTarget, kProgramme, kActivity };

struct PlanItem {
  PlanItemId id;
  PlanLevel level = PlanLevel::kProgramme;
  std::string code;
  std::string name;
  std::optional<PlanItemId> parent;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("level", self.level);
    visit("code", self.code);
    visit("name", self.name);
    visit("parent", self.parent);
  }
  friend bool operator==(const PlanItem&, const PlanItem&) = default;
};

/// One edition of a plan with its items.
struct Plan {
  PlanId id;
  RegionCode region;
  PlanKind kind = PlanKind::kRpjmd;
  std::optional<OrganisationId> organisation;  ///< whose Renstra; none for an RPJMD
  std::string name;
  std::int32_t first_year = 0;
  std::int32_t last_year = 0;
  std::int32_t edition = 1;
  std::vector<PlanItem> items;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("kind", self.kind);
    visit("organisation", self.organisation);
    visit("name", self.name);
    visit("first_year", self.first_year);
    visit("last_year", self.last_year);
    visit("edition", self.edition);
    visit("items", self.items);
  }
  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace pilah::catalogue
