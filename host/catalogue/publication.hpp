// What a region shows to everybody, account or not: of which innovations, which fields, and
// what of the quick-win sets that were adopted.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/status.hpp"

namespace pilah::catalogue {

/// Fields of a published innovation that no region can close: what it is, whose,
/// where it belongs, and the texts that the search looks into. To hide one of
/// these an innovation is not published.
inline constexpr auto kAlwaysPublic = std::to_array<std::string_view>(
    {"id", "region", "entry_kind", "status", "owner", "supporting_organisations", "name",
     "short_name", "summary", "problem", "target_group", "benefit", "uniqueness", "application",
     "partners", "potential", "strategy", "mappings"});

/// Fields that are public until the region closes them ...
inline constexpr auto kUsuallyPublic = std::to_array<std::string_view>(
    {"digital", "form", "stage", "started", "applied", "affairs", "plan_links", "sipd",
     "duration_months", "indicators", "places", "links"});

/// ... and closed until it opens them: persons, money, proofs, judgements.
inline constexpr auto kUsuallyClosed =
    std::to_array<std::string_view>({"proposer", "budgets", "staff", "readiness", "risks",
                                     "resources", "evidence", "attributes", "origin"});

/// What of the quick-win sets in force is public; closed until the region opens it.
enum class PublicPart {
  kReasons,    ///< each set: its rules and weights, who is in and who is out, and why
  kJudgements  ///< with them what no field of an entry says: panels' medians, reported progress
};

/// A field that is in none of the lists is public nowhere.
struct Publication {
  std::vector<Status> statuses;            ///< of the innovations that everybody sees
  std::vector<std::string> open_fields;    ///< of them, beside kAlwaysPublic
  std::vector<PublicPart> quick_win_sets;  ///< of the sets in force; empty: nothing

  /// Of a region that has decided nothing.
  static Publication usual();
  bool shows(Status status) const;
  bool shows_field(std::string_view field) const;
  bool shows_of_sets(PublicPart part) const;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("statuses", self.statuses);
    visit("fields", self.open_fields);
    visit("quick_win_sets", self.quick_win_sets);
  }
  friend bool operator==(const Publication&, const Publication&) = default;
};

}  // namespace pilah::catalogue
