// A panel (panel penilai): who judges which entries of a round, on which criteria.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// The same words in both languages of the pages.
struct Wording {
  std::string id;  ///< Indonesian
  std::string en;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("en", self.en);
  }
  friend bool operator==(const Wording&, const Wording&) = default;
};

/// What is judged, with the described steps of its scale.
struct PanelCriterion {
  std::string key;  ///< e.g. "leverage": rules read it in the column assessed_leverage
  Wording title;
  std::vector<Wording> steps;  ///< what 0, 1, 2, 3 and 4 mean

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("key", self.key);
    visit("title", self.title);
    visit("steps", self.steps);
  }
  friend bool operator==(const PanelCriterion&, const PanelCriterion&) = default;
};

struct PanelMember {
  PersonId person;
  std::optional<OrganisationId> organisation;  ///< whose entries they do not judge
  std::optional<AccountId> account;            ///< with which they judge; none: on paper

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("organisation", self.organisation);
    visit("account", self.account);
  }
  friend bool operator==(const PanelMember&, const PanelMember&) = default;
};

/// The criteria are kept as they were when it was opened: what a step means does not
/// change under those who judge. Closed once, never opened again.
struct Panel {
  PanelId id;
  RegionCode region;
  std::string name;
  std::optional<RoundId> round;
  std::string decree;
  std::vector<PanelMember> members;
  std::vector<PanelCriterion> criteria;
  std::vector<InnovationId> entries;
  std::int32_t far_apart = 2;  ///< steps between the lowest and the highest that are worth a talk
  std::optional<PartialDate> closed_on;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("round", self.round);
    visit("decree", self.decree);
    visit("members", self.members);
    visit("criteria", self.criteria);
    visit("entries", self.entries);
    visit("far_apart", self.far_apart);
    visit("closed_on", self.closed_on);
  }
  friend bool operator==(const Panel&, const Panel&) = default;
};

}  // namespace pilah::catalogue
