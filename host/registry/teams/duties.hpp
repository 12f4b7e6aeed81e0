// Duties of teams and of their members: what is to be done, by when, and by whom it was.
//
// Planners give them and see all of them, as whoever sees the whole region does; a member
// sees those of the own teams, and notes that one is done. Duties are told in the inbox of
// whoever has them for as long as they are open (notifications/inbox.hpp).
//
// Errors: catalogue::Refusal; kNotFound for a duty that is none, kForbidden for one that is
// not for these eyes, kStale when it was changed since `expected_revision`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/team.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

inline constexpr std::size_t kMostDuties = 5'000;       // of a region
inline constexpr std::size_t kLongestDutyText = 1'000;  // bytes

struct NewDuty {
  std::string text;
  catalogue::TeamId team;
  std::optional<catalogue::PersonId> person;  ///< one of its members; none: the team
  catalogue::PartialDate due;                 ///< a whole day

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("text", self.text);
    visit("team", self.team);
    visit("person", self.person);
    visit("due", self.due);
  }
};

struct DutyEntry {
  catalogue::Duty duty;
  std::string team;     ///< its name
  std::string person;   ///< of the member; empty: the whole team's, or the name was erased
  std::string done_by;  ///< likewise; empty: open
  bool late = false;    ///< open behind its day
  bool own = false;     ///< the caller's, by a membership that counts
  std::int64_t revision = 0;
};

struct DutyFilter {
  bool late_only = false;
  bool open_only = false;
  std::optional<catalogue::TeamId> team = {};
};

/// Open ones first, by the day on which they are due; then those done, the last first.
/// Throws Refusal(kForbidden) for a caller without an account.
std::vector<DutyEntry> duties(const Environment& environment, const Caller& caller,
                              const catalogue::RegionCode& region, const DutyFilter& filter = {});

/// The caller's open ones of the region, in the same order.
std::vector<DutyEntry> own_open_duties(store::Reader& reader, const Caller& caller,
                                       const catalogue::RegionCode& region,
                                       const catalogue::PartialDate& today);

DutyEntry duty(const Environment& environment, const Caller& caller,
               const catalogue::RegionCode& region, catalogue::DutyId id);

/// Throws Refusal(kInvalid) with a message per wrong field, Refusal(kConflict) for a team
/// that rests on no decree or whose term is over.
DutyEntry add_duty(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, const NewDuty& asked);

/// Changes what `patch` names (RFC 7396) of text, person and due, of a duty that is open.
DutyEntry change_duty(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::DutyId id,
                      const boost::json::object& patch, std::int64_t expected_revision);

struct DutyDone {
  std::optional<catalogue::PartialDate> on;  ///< a whole day, not after today; none: today
  /// A member of the team. None: whose duty it is, else whoever says so.
  std::optional<catalogue::PersonId> by;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("on", self.on);
    visit("by", self.by);
  }
};

/// Throws Refusal(kConflict) for one that is done, Refusal(kForbidden) for a member whose
/// duty it is not, Refusal(kInvalid) while nobody knows who did it.
DutyEntry finish_duty(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::DutyId id,
                      const DutyDone& done, std::int64_t expected_revision);

}  // namespace pilah::registry
