// What a member of a panel gives: a step of 0 to 4 for each entry and criterion.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostAtOnce = 1'000;

struct Judgement {
  catalogue::InnovationId innovation;
  std::string criterion;
  catalogue::Step step;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("innovation", self.innovation);
    visit("criterion", self.criterion);
    visit("step", self.step);
    visit("note", self.note);
  }
};

struct SheetEntry {
  catalogue::InnovationId id;
  std::string name;
  std::string owner;  ///< its name; empty: nobody
  bool own = false;   ///< the member's own organisation's: not theirs to judge
  std::vector<Judgement> given;
  std::vector<std::string> missing;  ///< criteria
};

/// A member's sheet: what they gave, and what is missing.
struct Sheet {
  catalogue::Panel panel;
  catalogue::PersonId member;
  std::string name;
  std::vector<SheetEntry> entries;
};

/// Of the member whose account asks; `member`: of another, for whoever has the data folder
/// (who types in what was judged on paper). Throws Refusal(kForbidden) for who is no member.
Sheet sheet(const Environment& environment, const Caller& caller,
            const catalogue::RegionCode& region, catalogue::PanelId panel,
            const std::optional<catalogue::PersonId>& member = {});

/// Gives the steps, or replaces them: all or, when one is refused, none. Throws
/// Refusal(kConflict) once the panel is closed, Refusal(kInvalid) with a message per wrong
/// judgement: an entry or a criterion that is not the panel's, another step than 0 to 4,
/// an entry of the own organisation.
Sheet judge(const Environment& environment, const Caller& caller,
            const catalogue::RegionCode& region, catalogue::PanelId panel,
            const std::vector<Judgement>& judgements,
            const std::optional<catalogue::PersonId>& member = {});

}  // namespace pilah::registry
