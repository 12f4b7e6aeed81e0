// Panels (panel penilai): opened for the entries of a round, closed once.
//
// Planners open and close them; whoever sees the whole region reads them. A member judges
// with an account (judging.hpp), or on paper that somebody with the data folder types in.
// Nobody judges entries that the own organisation, by whatever name it goes today, owns or
// supports. Until a panel is closed its scores are told to nobody but who gave them, and
// count in no selection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostPanels = 500;  // of a region
inline constexpr std::size_t kMostPanelMembers = 50;
inline constexpr std::size_t kMostPanelCriteria = 20;
/// Members times entries times criteria.
inline constexpr std::size_t kMostJudgements = 100'000;

struct NewPanelMember {
  std::string name;  ///< empty: the account's
  std::string office;
  std::optional<catalogue::OrganisationId> organisation;
  std::string account;  ///< id or sign-in name; empty: they judge on paper

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("office", self.office);
    visit("organisation", self.organisation);
    visit("account", self.account);
  }
};

struct NewPanel {
  std::string name;
  std::optional<catalogue::RoundId> round;
  std::string decree;
  std::vector<NewPanelMember> members;
  std::vector<std::string> criteria;              ///< keys; empty: all
  std::vector<catalogue::PanelCriterion> scales;  ///< beside the region's, or instead of one
  /// Empty: the verified entries of the round as it was frozen, else those of today.
  std::vector<catalogue::InnovationId> entries;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("round", self.round);
    visit("decree", self.decree);
    visit("members", self.members);
    visit("criteria", self.criteria);
    visit("scales", self.scales);
    visit("entries", self.entries);
  }
};

struct PanelMemberEntry {
  catalogue::PersonId person;
  std::string name;
  std::string organisation;  ///< its name; empty: none
  std::int64_t given = 0;    ///< scores
  std::int64_t wanted = 0;   ///< of the entries that are not the own organisation's
};

struct PanelEntry {
  catalogue::Panel panel;
  std::vector<PanelMemberEntry> members;  ///< in the panel's order
  std::int64_t revision = 0;
};

/// The newest first.
std::vector<PanelEntry> panels(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region);

/// Throws Refusal(kNotFound).
PanelEntry panel(const Environment& environment, const Caller& caller,
                 const catalogue::RegionCode& region, catalogue::PanelId id);

/// Throws Refusal(kInvalid) with a message per wrong field: no name, no members, an
/// unknown account or one that may not assess, an unknown criterion, no entries.
PanelEntry open_panel(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, const NewPanel& asked);

/// From then on its scores are told, and count. Throws Refusal(kConflict) when it is closed
/// already, Refusal(kStale) when it was changed since `expected_revision`.
PanelEntry close_panel(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region, catalogue::PanelId id,
                       std::int64_t expected_revision);

}  // namespace pilah::registry
