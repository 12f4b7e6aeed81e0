// What somebody is told of in a region: their inbox there.
//
// It is no list that is kept for them. Each happening is stored once, with the change
// itself, addressed to roles, organisations and accounts (store/happenings.hpp); the inbox
// is what reaches the caller by the roles that they have now, less what they did
// themselves, less what they may no longer see, with a mark of how far they have read. So
// nothing can be lost between a change and its notification, or come twice; a successor
// finds what waits for the organisation; who has left finds nothing; and forty agencies
// and 150 villages cost one small row a step, not two hundred. It reaches back a year.
//
// What waits because of a date is no happening: the deadline is told for as long as it
// draws near and entries are not submitted, a duty of the caller's or of a team of theirs
// for as long as it is open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/happening.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

inline constexpr std::int64_t kDaysInInbox = 366;
inline constexpr std::int64_t kDaysBeforeDeadline = 7;
/// Of unread ones: more are not counted.
inline constexpr std::int64_t kMostUnread = 1'000;
inline constexpr std::size_t kMostDutiesTold = 50;

struct Notification {
  catalogue::Happening happening;
  bool read = false;
  catalogue::Message told;  ///< its sentence: notification.submitted, ...
};

struct InboxQuery {
  std::int64_t before = std::numeric_limits<std::int64_t>::max();  ///< a number: goes on there
  std::size_t limit = 50;                                          ///< 1 to 200
  bool unread_only = false;
};

struct Inbox {
  std::vector<Notification> notifications;  ///< the newest first
  std::int64_t next = 0;                    ///< where the next page goes on; 0: it was the last
  std::int64_t unread = 0;                  ///< of all, not of the page; kMostUnread at most
  std::optional<catalogue::Message> deadline;
  std::vector<catalogue::Message> duties;  ///< the soonest first, kMostDutiesTold at most
};

/// The caller's own. Throws Refusal(kForbidden) for a caller without an account,
/// Refusal(kInvalid) for another limit.
Inbox inbox(const Environment& environment, const Caller& caller,
            const catalogue::RegionCode& region, const InboxQuery& query);

/// Whether something came into the caller's inbox with a revision behind that one, as the
/// last few tell. Nothing does for a caller without an account.
bool has_news(store::Reader& reader, const Caller& caller, const catalogue::RegionCode& region,
              std::int64_t after);

struct UnreadInRegion {
  catalogue::RegionCode region;
  std::int64_t unread = 0;
};

/// The regions in which the caller has unread ones, by code.
std::vector<UnreadInRegion> unread_by_region(const Environment& environment, const Caller& caller);

/// Throws Refusal(kNotFound) for what is not in the caller's inbox.
void mark_read(const Environment& environment, const Caller& caller,
               const catalogue::RegionCode& region, std::int64_t number);

/// Marks all of the caller's up to that number; one that was told since stays unread.
void mark_all_read(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, std::int64_t until);

/// Drops what happened longer ago than kDaysInInbox. A serving host does so every hour.
void drop_old_happenings(const Environment& environment, const catalogue::RegionCode& region);

}  // namespace pilah::registry
