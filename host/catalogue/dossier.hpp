// The region's dossier: what a round knows of its region before it chooses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// One figure of the region's profile. A number without its source and year is none.
struct ProfileFigure {
  std::string name;
  std::string value;  ///< a decimal number as text, canonical: "182077"
  std::string unit;
  std::string source;
  std::int32_t year = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("value", self.value);
    visit("unit", self.unit);
    visit("source", self.source);
    visit("year", self.year);
  }
  friend bool operator==(const ProfileFigure&, const ProfileFigure&) = default;
};

enum class NeedKind { kNeed, kChallenge };

/// What the region needs, or is challenged by, in a dimension or one of its areas.
struct Need {
  NeedKind kind = NeedKind::kNeed;
  std::string dimension;  ///< key of the taxonomy
  std::string area;       ///< one of the dimension's; empty: the dimension as a whole
  std::string text;
  std::int32_t weight = 0;  ///< 1 to kMaxNeedWeight
  std::string reason;       ///< why it weighs so much

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("dimension", self.dimension);
    visit("area", self.area);
    visit("text", self.text);
    visit("weight", self.weight);
    visit("reason", self.reason);
  }
  friend bool operator==(const Need&, const Need&) = default;
};

inline constexpr std::int32_t kMaxNeedWeight = 100;

enum class ReadinessPart { kStruktur, kInfrastruktur, kSuprastruktur };

/// How ready the region itself is in one of the three parts: step 0 to 4, and why.
struct PartReadiness {
  ReadinessPart part = ReadinessPart::kStruktur;
  std::optional<Step> step;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("part", self.part);
    visit("step", self.step);
    visit("note", self.note);
  }
  friend bool operator==(const PartReadiness&, const PartReadiness&) = default;
};

enum class SwotSide { kStrength, kWeakness, kOpportunity, kThreat };

struct SwotPoint {
  SwotSide side = SwotSide::kStrength;
  std::optional<ReadinessPart> part;  ///< none: of the region as a whole
  std::string text;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("side", self.side);
    visit("part", self.part);
    visit("text", self.text);
  }
  friend bool operator==(const SwotPoint&, const SwotPoint&) = default;
};

enum class StepState { kNotBegun, kUnderWay, kDone };

/// How far one of the region's steps is. Which steps there are, region_steps.hpp says.
struct StepProgress {
  std::string step;  ///< its key
  StepState state = StepState::kNotBegun;
  std::optional<OrganisationId> owner;
  std::optional<PartialDate> due;
  std::string document;  ///< its title, number or address; a step is not done without one

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("step", self.step);
    visit("state", self.state);
    visit("owner", self.owner);
    visit("due", self.due);
    visit("document", self.document);
  }
  friend bool operator==(const StepProgress&, const StepProgress&) = default;
};

/// One round's, kept under the round's own id.
struct Dossier {
  DossierId id;
  RegionCode region;
  std::vector<ProfileFigure> figures;
  std::vector<Need> needs;
  std::vector<PartReadiness> readiness;
  std::vector<SwotPoint> swot;
  std::string vision;
  std::vector<std::string> missions;
  std::vector<std::string> policies;  ///< policy directions
  std::vector<StepProgress> steps;    ///< of those that somebody said something of

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("figures", self.figures);
    visit("needs", self.needs);
    visit("readiness", self.readiness);
    visit("swot", self.swot);
    visit("vision", self.vision);
    visit("missions", self.missions);
    visit("policies", self.policies);
    visit("steps", self.steps);
  }
  friend bool operator==(const Dossier&, const Dossier&) = default;
};

}  // namespace pilah::catalogue
