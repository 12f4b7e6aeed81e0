#include "pilah/registry/notifications/inbox.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/local_time.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/notifications/told.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/teams/duties.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Happening;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Status;

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 3600 * 1000;
constexpr std::size_t kLargestPage = 200;
constexpr std::size_t kAtOnce = 200;
/// One request looks at no more than these: a page may be short, its `next` goes on.
constexpr std::size_t kMostLookedAt = 2'000;
/// Every stream of events looks at these whenever the region has changed.
constexpr std::size_t kFewNews = 8;

/// The bound behind which `number` is the first.
std::int64_t just_above(std::int64_t number) {
  return number < std::numeric_limits<std::int64_t>::max() ? number + 1 : number;
}

void require_own(const Caller& caller) {
  if (caller.account || caller.has_data_folder) return;
  throw Refusal(RefusalKind::kForbidden, Message{"people.not_signed_in", {}, ""});
}

/// Calls `take` with what reaches the caller below `before`, the newest first, until it
/// answers false. Answers where to go on; 0: that was all.
template <class Take>
std::int64_t each_told(store::Reader& reader, const Caller& caller, const RegionCode& region,
                       std::int64_t before, Take take) {
  const auto addresses = addresses_of(caller, region);
  Teller teller(reader, caller);
  for (std::size_t looked = 0; looked < kMostLookedAt; looked += kAtOnce) {
    const auto some = reader.happenings().told(region, addresses, before, kAtOnce);
    for (const Happening& happening : some) {
      auto told = teller.told(happening);
      if (told && !take(happening, *std::move(told))) return before;
      before = happening.number;
    }
    if (some.size() < kAtOnce) return 0;
  }
  return before;
}

std::int64_t unread_in(store::Reader& reader, const Caller& caller, const RegionCode& region,
                       const store::ReadMark& mark) {
  std::int64_t unread = 0;
  each_told(reader, caller, region, std::numeric_limits<std::int64_t>::max(),
            [&](const Happening& happening, const Message&) {
              if (happening.number <= mark.until) return false;
              if (!mark.has_read(happening.number)) ++unread;
              return unread < kMostUnread;
            });
  return unread;
}

/// Entries that the caller registers for and has not submitted.
std::int64_t unfinished(store::Reader& reader, const Caller& caller, const RegionCode& region) {
  std::int64_t count = 0;
  for (const auto& grant : caller.grants) {
    if (!grant.organisation || !may(caller, Deed::kRegister, {region, grant.organisation})) {
      continue;
    }
    store::InnovationQuery query;
    query.owners = {*grant.organisation};
    query.statuses = {Status::kDraft, Status::kReturned};
    query.limit = kLargestPage;
    count += static_cast<std::int64_t>(reader.innovations(region, query).innovations.size());
  }
  return count;
}

std::optional<Message> deadline_of(store::Reader& reader, const Caller& caller,
                                   const RegionCode& region, std::int64_t now) {
  const auto record = reader.region(region);
  if (!record) return std::nullopt;
  const auto until = catalogue::end_of_minute(record->submission.until, record->time_zone);
  if (!until || now > *until || *until - now > kDaysBeforeDeadline * kDay) return std::nullopt;
  const auto waiting = unfinished(reader, caller, region);
  if (waiting == 0) return std::nullopt;
  return Message{"notification.deadline",
                 {{"until", record->submission.until},
                  {"zone", std::string(catalogue::name_of(record->time_zone))},
                  {"count", std::to_string(waiting)}},
                 ""};
}

std::vector<Message> duties_of(store::Reader& reader, const Caller& caller,
                               const RegionCode& region, const catalogue::PartialDate& today) {
  std::vector<Message> told;
  for (const auto& entry : own_open_duties(reader, caller, region, today)) {
    if (told.size() == kMostDutiesTold) break;
    told.push_back(
        {entry.late ? "notification.duty_late" : "notification.duty",
         {{"text", entry.duty.text}, {"team", entry.team}, {"due", entry.duty.due.text()}},
         ""});
  }
  return told;
}

}  // namespace

Inbox inbox(const Environment& environment, const Caller& caller, const RegionCode& region,
            const InboxQuery& query) {
  require_own(caller);
  if (query.limit < 1 || query.limit > kLargestPage) {
    throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                                 {{"found", std::to_string(query.limit)},
                                                  {"largest", std::to_string(kLargestPage)}},
                                                 "/limit"});
  }
  Inbox page;
  environment.store.read([&](store::Reader& reader) {
    page = {};
    const auto mark = reader.happenings().read_mark(region, caller.actor);
    page.next = each_told(reader, caller, region, query.before,
                          [&](const Happening& happening, Message told) {
                            const bool read = mark.has_read(happening.number);
                            if (query.unread_only && read) return true;
                            if (page.notifications.size() == query.limit) return false;
                            page.notifications.push_back({happening, read, std::move(told)});
                            return true;
                          });
    page.unread = unread_in(reader, caller, region, mark);
    page.deadline = deadline_of(reader, caller, region, environment.now());
    page.duties = duties_of(reader, caller, region, today_of(environment));
  });
  return page;
}

bool has_news(store::Reader& reader, const Caller& caller, const RegionCode& region,
              std::int64_t after) {
  if (!caller.account) return false;
  const auto some = reader.happenings().told(region, addresses_of(caller, region),
                                             std::numeric_limits<std::int64_t>::max(), kFewNews);
  Teller teller(reader, caller);
  return std::any_of(some.begin(), some.end(), [&](const Happening& happening) {
    return happening.revision > after && teller.told(happening);
  });
}

std::vector<UnreadInRegion> unread_by_region(const Environment& environment, const Caller& caller) {
  require_own(caller);
  std::vector<UnreadInRegion> all;
  environment.store.read([&](store::Reader& reader) {
    all.clear();
    for (const auto& [region, revision] : reader.revisions()) {
      const auto mark = reader.happenings().read_mark(region, caller.actor);
      const auto unread = unread_in(reader, caller, region, mark);
      if (unread > 0) all.push_back({region, unread});
    }
  });
  return all;
}

void mark_read(const Environment& environment, const Caller& caller, const RegionCode& region,
               std::int64_t number) {
  require_own(caller);
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const auto some =
        writer.happenings().told(region, addresses_of(caller, region), just_above(number), 1);
    const bool is_told = !some.empty() && some.front().number == number;
    if (!is_told || !Teller(writer, caller).told(some.front())) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"notification.not_found", {{"number", std::to_string(number)}}, ""});
    }
    writer.happenings().mark_read(region, caller.actor, number);
  });
}

void mark_all_read(const Environment& environment, const Caller& caller, const RegionCode& region,
                   std::int64_t until) {
  require_own(caller);
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    // No further than what there is: what comes later is unread.
    const auto last =
        writer.happenings().told(region, addresses_of(caller, region), just_above(until), 1);
    if (last.empty()) return;
    writer.happenings().mark_all_read(region, caller.actor, last.front().number);
  });
}

void drop_old_happenings(const Environment& environment, const RegionCode& region) {
  const std::int64_t before = environment.now() - kDaysInInbox * kDay;
  environment.store.write({"inbox"}, [&](store::Writer& writer) {
    writer.happenings().drop_happenings(region, before);
  });
}

}  // namespace pilah::registry
