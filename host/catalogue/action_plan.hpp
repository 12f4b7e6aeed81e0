// The action plan (rencana aksi) of an adopted candidate: who does what by when, and with
// what money.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

struct ActionStep {
  std::string name;    ///< unique within its plan
  std::string output;  ///< what there is once it is done
  std::optional<PersonId> responsible;
  std::optional<OrganisationId> organisation;  ///< none: the candidate's lead
  PartialDate from;                            ///< a month or a day
  PartialDate to;                              ///< late once the whole of it has gone by
  std::vector<Budget> costs;                   ///< by year and source of funds
  std::optional<PartialDate> done_on;
  std::string explanation;  ///< why it is, or was, late

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("output", self.output);
    visit("responsible", self.responsible);
    visit("organisation", self.organisation);
    visit("from", self.from);
    visit("to", self.to);
    visit("costs", self.costs);
    visit("done_on", self.done_on);
    visit("explanation", self.explanation);
  }
  friend bool operator==(const ActionStep&, const ActionStep&) = default;
};

/// One for each candidate of an adopted selection, in whichever horizon it is placed. It
/// belongs to the selection, which all amendments of a set share: who stays keeps the plan,
/// and of who leaves it can still be read.
struct ActionPlan {
  ActionPlanId id;
  RegionCode region;
  SelectionId selection;
  std::string candidate;  ///< id of the innovation or package
  std::vector<ActionStep> steps;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("selection", self.selection);
    visit("candidate", self.candidate);
    visit("steps", self.steps);
  }
  friend bool operator==(const ActionPlan&, const ActionPlan&) = default;
};

}  // namespace pilah::catalogue
