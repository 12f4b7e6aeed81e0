// What happened that people want to be told of, without a word of what it says: texts and
// names are looked up when it is told, so that nobody reads here what they may no longer
// see, and what is corrected or erased leaves no copy behind.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// The numbers are written into databases: append, never renumber.
enum class HappeningKind : std::int32_t {
  kSubmitted,       ///< an entry, or a newer version of a verified one, waits to be judged
  kApproved,        ///< by the head of its organisation
  kReturned,        ///< with reasons
  kVerified,        ///< for the first time
  kPublished,       ///< a newer version took the place of the published one
  kArchived,        ///< out of the catalogue
  kMerged,          ///< went into another entry
  kCommented,       ///< somebody said something of the entry
  kHandedOver,      ///< somebody's roles in the region are another's now
  kProposed,        ///< a proposal came in without an account
  kImported,        ///< an import is finished, as far as it got
  kPeriodOpened,    ///< reports are to be given in a monitoring period
  kReportDue,       ///< a report is still missing there
  kFollowUpRaised,  ///< something is to be done by an organisation
};

struct Happening {
  RegionCode region;
  std::int64_t number = 0;  ///< within the region, from 1, in the order of the changes
  HappeningKind kind = HappeningKind::kSubmitted;
  /// The innovation; of kHandedOver the account that had the roles, of kProposed the
  /// proposal, of kImported the import, of kPeriodOpened and kReportDue the period, of
  /// kFollowUpRaised the follow-up.
  Uuid subject;
  std::int64_t revision = 0;  ///< the region's, once the change was made
  std::int64_t at = 0;        ///< milliseconds since 1970
  std::string by;             ///< whom history names

  friend bool operator==(const Happening&, const Happening&) = default;
};

}  // namespace pilah::catalogue
