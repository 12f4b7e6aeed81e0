// The rounds of a region (bimtek I to IV, or a year): what is planned for each, who took
// part, what was decided, whether its products are there, and its frozen catalogue.
//
// A round is planned, then open, then closed. It opens once the round that it follows is
// closed, and closes once each expected product has its document; closing freezes it,
// unless it is frozen already. Who works in the region reads; who chooses writes; who
// was present, planners alone record.
//
// A region has no two rounds of one name in one year: so a name says which is meant.
//
// Errors: catalogue::Refusal; kNotFound for a round that is none, kStale when it was
// changed since `expected_revision`, kConflict for a step that its state does not allow,
// and for a name that another round of its year has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/round.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostRounds = 200;      // of a region
inline constexpr std::size_t kMostAgendaItems = 50;  // of a round
inline constexpr std::size_t kMostProducts = 50;
inline constexpr std::size_t kMostMinutes = 1'000;
inline constexpr std::size_t kLongestRoundName = 200;    // bytes; names, places, documents
inline constexpr std::size_t kLongestRoundText = 2'000;  // bytes; an item of agenda or minutes

struct RoundEntry {
  catalogue::Round round;
  std::int64_t revision = 0;
  /// What the persons, organisations and rounds that it names are called; a person whose
  /// name was erased has none.
  std::map<catalogue::Uuid, std::string> names = {};
  std::vector<std::string> not_recorded = {};  ///< agencies of whose presence nothing is said
};

/// By their first day, those without one last, then by name.
std::vector<RoundEntry> rounds(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region);

RoundEntry round(const Environment& environment, const Caller& caller,
                 const catalogue::RegionCode& region, catalogue::RoundId id);

/// Adds it under a new id, planned and empty of all but what was planned for it. Throws
/// Refusal(kInvalid) with a message per wrong field.
RoundEntry add_round(const Environment& environment, const Caller& caller, catalogue::Round round);

/// Changes the fields that `patch` names (RFC 7396), of a round that is not closed.
RoundEntry change_round(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, catalogue::RoundId id,
                        const boost::json::object& patch, std::int64_t expected_revision);

/// A round, and the revision of it that whoever asks has read; none: whatever it is now.
struct RoundStep {
  catalogue::RegionCode region;
  catalogue::RoundId id;
  std::optional<std::int64_t> expected_revision = {};
};

RoundEntry open_round(const Environment& environment, const Caller& caller, const RoundStep& step);
RoundEntry close_round(const Environment& environment, const Caller& caller, const RoundStep& step);
/// Keeps the catalogue as it is now under that name; the round's own where it is empty. Once.
RoundEntry freeze_round(const Environment& environment, const Caller& caller, const RoundStep& step,
                        const std::string& snapshot);

struct AttendanceForm {
  catalogue::OrganisationId organisation;
  catalogue::Presence presence = catalogue::Presence::kPresent;
  std::string replaced_by;  ///< a name; empty: the head came

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("organisation", self.organisation);
    visit("presence", self.presence);
    visit("replaced_by", self.replaced_by);
  }
};
/// In the place of what was recorded of the organisation. Of a round that is open.
RoundEntry record_attendance(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, catalogue::RoundId id,
                             const AttendanceForm& form);

struct MinuteForm {
  catalogue::MinuteKind kind = catalogue::MinuteKind::kDecision;
  std::string text;
  std::string person;  ///< a name
  std::optional<catalogue::OrganisationId> organisation;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("text", self.text);
    visit("person", self.person);
    visit("organisation", self.organisation);
  }
};
/// Of a round that is open.
RoundEntry add_minute(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::RoundId id,
                      const MinuteForm& form);

/// A new round with that one's place, agenda and expected products, none of them there
/// yet, and its dates a year later; it follows the round that was carried over from
/// that one's predecessor, if one was.
RoundEntry carry_over(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::RoundId id,
                      const std::string& name);

}  // namespace pilah::registry
