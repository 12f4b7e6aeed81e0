// Action plans (rencana aksi): the steps of each candidate that is supervised, who takes
// them by when, and how far they are.
//
// Planners write a plan; who reports for the candidate's lead, or for the organisation of a
// step, notes that the step is done, or why it is late. Who works in the region reads.
//
// Errors: catalogue::Refusal; kNotFound for a set or candidate that is none, kConflict for
// one that is not supervised (supervised.hpp), kStale for a plan that was changed since
// `expected_revision` (0: there was none), kInvalid with a message per wrong field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostSteps = 100;          // of a plan
inline constexpr std::size_t kLongestStepName = 300;    // bytes
inline constexpr std::size_t kLongestStepText = 2'000;  // bytes; outputs, explanations

struct ActionPlanEntry {
  Supervised of;
  catalogue::ActionPlan plan;   ///< without steps where there is none
  std::int64_t revision = 0;    ///< 0: there is none
  std::vector<bool> late = {};  ///< by step: its month is over and it is not done
  /// Of persons and organisations; a person whose name was erased has none.
  std::map<catalogue::Uuid, std::string> names = {};
};

/// Of every candidate that is supervised, by set.
std::vector<ActionPlanEntry> action_plans(const Environment& environment, const Caller& caller,
                                          const catalogue::RegionCode& region);

/// A candidate of a set.
struct PlanPlace {
  catalogue::RegionCode region;
  catalogue::QuickWinSetId set;
  std::string candidate;
};

/// Of any that the set places, supervised or not.
ActionPlanEntry action_plan(const Environment& environment, const Caller& caller,
                            const PlanPlace& place);

struct PlannedStep {
  std::string name;
  std::string output;
  std::string responsible;  ///< a name; empty: as the step of that name has it
  std::optional<catalogue::OrganisationId> organisation;
  catalogue::PartialDate from;
  catalogue::PartialDate to;
  std::vector<catalogue::Budget> costs;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("output", self.output);
    visit("responsible", self.responsible);
    visit("organisation", self.organisation);
    visit("from", self.from);
    visit("to", self.to);
    visit("costs", self.costs);
  }
};

/// These steps in the place of those before; what was noted of a step stays with its name.
ActionPlanEntry put_action_plan(const Environment& environment, const Caller& caller,
                                const PlanPlace& place, const std::vector<PlannedStep>& steps,
                                std::int64_t expected_revision);

struct StepNote {
  std::optional<catalogue::PartialDate> done_on;  ///< a whole day, not after today
  std::string explanation;                        ///< why it is, or was, late

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("done_on", self.done_on);
    visit("explanation", self.explanation);
  }
};

/// Notes what the note says of step number `step` (from 1); what it leaves out stays.
ActionPlanEntry note_step(const Environment& environment, const Caller& caller,
                          const PlanPlace& place, std::size_t step, const StepNote& note,
                          std::int64_t expected_revision);

}  // namespace pilah::registry
