// The masterplan's rounds, and what panels judge in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/round_parts.hpp"

namespace pilah::catalogue {

/// A meeting (bimtek I to IV, or a year) and, once frozen, a named snapshot.
struct Round {
  RoundId id;
  RegionCode region;
  std::string name;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  std::string place;
  std::optional<std::int64_t> frozen_revision;  ///< the region's revision it shows
  std::string snapshot = {};                    ///< what the frozen catalogue is called
  RoundState state = RoundState::kPlanned;
  std::optional<RoundId> follows = {};       ///< it opens once that one is closed
  std::optional<RoundId> carried_from = {};  ///< whose agenda and products it took over
  std::vector<std::string> agenda = {};
  std::vector<ExpectedProduct> products = {};
  std::vector<Attendance> attendance = {};  ///< one for each organisation at most
  std::vector<Minute> minutes = {};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("from", self.from);
    visit("to", self.to);
    visit("place", self.place);
    visit("frozen_revision", self.frozen_revision);
    visit("snapshot", self.snapshot);
    visit("state", self.state);
    visit("follows", self.follows);
    visit("carried_from", self.carried_from);
    visit("agenda", self.agenda);
    visit("products", self.products);
    visit("attendance", self.attendance);
    visit("minutes", self.minutes);
  }
  friend bool operator==(const Round&, const Round&) = default;
};

/// What no field tells (penilaian): a person's step of 0 to 4 for one criterion
/// of one entry in one round. A missing assessment is unknown, not 0.
struct Assessment {
  AssessmentId id;
  RegionCode region;
  InnovationId innovation;
  std::string criterion;
  std::optional<RoundId> round;
  std::optional<PanelId> panel;  ///< on which it was judged; it counts once that is closed
  PersonId assessor;
  Step step;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("innovation", self.innovation);
    visit("criterion", self.criterion);
    visit("round", self.round);
    visit("panel", self.panel);
    visit("assessor", self.assessor);
    visit("step", self.step);
    visit("note", self.note);
  }
  friend bool operator==(const Assessment&, const Assessment&) = default;
};

}  // namespace pilah::catalogue
