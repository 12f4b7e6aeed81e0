#include "pilah/registry/teams/duties.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/teams/terms.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Duty;
using catalogue::DutyId;
using catalogue::Message;
using catalogue::Messages;
using catalogue::PartialDate;
using catalogue::PersonId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Team;

namespace {

const Membership* membership_in(const Caller& caller, const RegionCode& region,
                                const catalogue::TeamId& team) {
  const auto found = std::find_if(
      caller.memberships.begin(), caller.memberships.end(), [&](const Membership& each) {
        return !each.why_not && each.region == region && each.team == team;
      });
  return found == caller.memberships.end() ? nullptr : &*found;
}

bool is_own(const Caller& caller, const Duty& duty) {
  const auto* membership = membership_in(caller, duty.region, duty.team);
  return membership && (!duty.person || duty.person == membership->person);
}

bool is_late(const Duty& duty, const PartialDate& today) {
  return !duty.done_on && is_over(duty.due, today);
}

bool sees(const Caller& caller, const Duty& duty) {
  return may(caller, Deed::kReadInternal, {duty.region, {}}) ||
         membership_in(caller, duty.region, duty.team);
}

/// Tells duties with the names that they are about, each looked up once.
class Telling {
 public:
  Telling(store::Reader& reader, const Caller& caller, const PartialDate& today)
      : reader_(reader), caller_(caller), today_(today) {}

  DutyEntry told(const store::Stored<Duty>& stored) {
    const Duty& duty = stored.record;
    DutyEntry entry;
    entry.duty = duty;
    entry.team = team_of(duty);
    entry.person = name_of(duty.region, duty.person);
    entry.done_by = name_of(duty.region, duty.done_by);
    entry.late = is_late(duty, today_);
    entry.own = is_own(caller_, duty);
    entry.revision = stored.revision;
    return entry;
  }

 private:
  const std::string& team_of(const Duty& duty) {
    const auto [place, is_new] = names_.try_emplace(duty.team.uuid);
    if (is_new) place->second = reader_.find<Team>(duty.region, duty.team)->record.name;
    return place->second;
  }
  std::string name_of(const RegionCode& region, const std::optional<PersonId>& id) {
    if (!id) return {};
    const auto [place, is_new] = names_.try_emplace(id->uuid);
    if (is_new) place->second = reader_.find<catalogue::Person>(region, *id)->record.name;
    return place->second;
  }

  store::Reader& reader_;
  const Caller& caller_;
  const PartialDate today_;
  std::map<catalogue::Uuid, std::string> names_;
};

void put_in_order(std::vector<DutyEntry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const DutyEntry& one, const DutyEntry& other) {
    if (one.duty.done_on && other.duty.done_on) {
      return std::pair(*other.duty.done_on, one.duty.id) <
             std::pair(*one.duty.done_on, other.duty.id);
    }
    if (one.duty.done_on || other.duty.done_on) return !one.duty.done_on;
    return std::pair(one.duty.due, one.duty.id) < std::pair(other.duty.due, other.duty.id);
  });
}

store::Stored<Duty> found(store::Reader& reader, const RegionCode& region, DutyId id) {
  auto stored = reader.find<Duty>(region, id);
  if (stored) return *std::move(stored);
  throw Refusal(RefusalKind::kNotFound, Message{"duty.not_found", {{"id", id.text()}}, ""});
}

DutyEntry told(const Environment& environment, const Caller& caller, const RegionCode& region,
               DutyId id) {
  DutyEntry entry;
  const auto today = today_of(environment);
  environment.store.read([&](store::Reader& reader) {
    entry = Telling(reader, caller, today).told(found(reader, region, id));
  });
  return entry;
}

bool is_member(const Team& team, const PersonId& person) {
  return std::any_of(team.members.begin(), team.members.end(),
                     [&](const auto& each) { return each.person == person; });
}

void check(const Duty& duty, const Team& team, Messages& wrong) {
  if (duty.text.empty() || duty.text.size() > kLongestDutyText) {
    wrong.push_back({"duty.bad_text", {{"most", std::to_string(kLongestDutyText)}}, "/text"});
  }
  if (duty.due.day == 0) wrong.push_back({"duty.no_day", {}, "/due"});
  if (duty.person && !is_member(team, *duty.person)) {
    wrong.push_back(
        {"team.no_such_member", {{"id", duty.person->text()}, {"team", team.name}}, "/person"});
  }
}

/// Such a team has members to whom something can be given to do.
void require_lasting(store::Reader& reader, const Team& team, const PartialDate& today) {
  const Decrees decrees(reader, team.region);
  auto why = team.decrees.empty() ? decrees.why_not(team, today) : decrees.past(team, today);
  if (why) throw Refusal(RefusalKind::kConflict, *std::move(why));
}

void require_open(const Duty& duty) {
  if (!duty.done_on) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"duty.done_already", {{"day", duty.done_on->text()}}, ""});
}

/// A member's, and those of whoever may note all: a membership that is over says so.
void require_share(const Caller& caller, const Duty& duty) {
  require(caller, Deed::kDoDuties, {duty.region, {}, {}, {}, duty.team});
}

/// One change of one duty that is open, made from the revision that was read.
DutyEntry changed(const Environment& environment, const Caller& caller, const RegionCode& region,
                  DutyId id, std::int64_t expected_revision, const char* action,
                  const std::function<void(store::Writer&, Duty&)>& change) {
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = found(writer, region, id);
    require_open(stored.record);
    if (stored.revision != expected_revision) {
      throw Refusal(
          RefusalKind::kStale,
          Message{"duty.changed_since", {{"revision", std::to_string(stored.revision)}}, ""});
    }
    change(writer, stored.record);
    writer.put(stored.record, action);
  });
  return told(environment, caller, region, id);
}

/// What of a duty is changed.
struct DutyTexts {
  std::string text;
  std::optional<PersonId> person;
  PartialDate due;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("text", self.text);
    visit("person", self.person);
    visit("due", self.due);
  }
};

/// Who did it, as far as it was said or follows from whose it is and who says so.
PersonId doer_of(const Caller& caller, const Duty& duty, const Team& team, const DutyDone& done) {
  const auto* membership = membership_in(caller, duty.region, duty.team);
  if (!may(caller, Deed::kDoDuties, {duty.region, {}})) {  // a member, by require()
    if (!is_own(caller, duty)) {
      throw Refusal(RefusalKind::kForbidden, Message{"duty.of_another", {}, ""});
    }
    if (done.by && *done.by != membership->person) {
      throw Refusal(RefusalKind::kForbidden, Message{"duty.by_another", {}, "/by"});
    }
    return membership->person;
  }
  auto by = done.by ? done.by : duty.person;
  if (!by && membership) by = membership->person;
  if (!by) throw Refusal(RefusalKind::kInvalid, Message{"duty.by_whom", {}, "/by"});
  if (is_member(team, *by)) return *by;
  throw Refusal(RefusalKind::kInvalid,
                Message{"team.no_such_member", {{"id", by->text()}, {"team", team.name}}, "/by"});
}

}  // namespace

std::vector<DutyEntry> duties(const Environment& environment, const Caller& caller,
                              const RegionCode& region, const DutyFilter& filter) {
  if (!caller.account) require(caller, Deed::kReadInternal, {region, {}});
  const auto today = today_of(environment);
  std::vector<DutyEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Telling telling(reader, caller, today);
    reader.each<Duty>(region, [&](const store::Stored<Duty>& stored) {
      const Duty& duty = stored.record;
      const bool is_asked = (!filter.late_only || is_late(duty, today)) &&
                            (!filter.open_only || !duty.done_on) &&
                            (!filter.team || duty.team == *filter.team);
      if (is_asked && sees(caller, duty)) entries.push_back(telling.told(stored));
      return true;
    });
  });
  put_in_order(entries);
  return entries;
}

std::vector<DutyEntry> own_open_duties(store::Reader& reader, const Caller& caller,
                                       const RegionCode& region, const PartialDate& today) {
  std::vector<DutyEntry> entries;
  const bool has_teams =
      std::any_of(caller.memberships.begin(), caller.memberships.end(),
                  [&](const Membership& each) { return !each.why_not && each.region == region; });
  if (!has_teams) return entries;
  Telling telling(reader, caller, today);
  reader.each<Duty>(region, [&](const store::Stored<Duty>& stored) {
    if (!stored.record.done_on && is_own(caller, stored.record)) {
      entries.push_back(telling.told(stored));
    }
    return true;
  });
  put_in_order(entries);
  return entries;
}

DutyEntry duty(const Environment& environment, const Caller& caller, const RegionCode& region,
               DutyId id) {
  if (!caller.account) require(caller, Deed::kReadInternal, {region, {}});
  auto entry = told(environment, caller, region, id);
  if (!sees(caller, entry.duty)) require_share(caller, entry.duty);
  return entry;
}

DutyEntry add_duty(const Environment& environment, const Caller& caller, const RegionCode& region,
                   const NewDuty& asked) {
  require(caller, Deed::kChoose, {region, {}});
  const Duty made{{environment.new_uuid()},
                  region,
                  asked.text,
                  asked.team,
                  asked.person,
                  asked.due,
                  std::nullopt,
                  std::nullopt};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto team = writer.find<Team>(region, asked.team);
    if (!team) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"team.not_found", {{"id", asked.team.text()}}, "/team"});
    }
    require_lasting(writer, team->record, today_of(environment));
    Messages wrong;
    check(made, team->record, wrong);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    if (writer.all<Duty>(region).size() >= kMostDuties) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"duty.too_many", {{"most", std::to_string(kMostDuties)}}, ""});
    }
    writer.put(made, "given");
  });
  return told(environment, caller, region, made.id);
}

DutyEntry change_duty(const Environment& environment, const Caller& caller,
                      const RegionCode& region, DutyId id, const boost::json::object& patch,
                      std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  return changed(environment, caller, region, id, expected_revision, "changed",
                 [&](store::Writer& writer, Duty& duty) {
                   const DutyTexts before{duty.text, duty.person, duty.due};
                   auto document = std::move(catalogue::to_json(before).as_object());
                   merge_patch(document, patch);
                   const auto after = catalogue::from_json<DutyTexts>(document);
                   duty.text = after.text;
                   duty.person = after.person;
                   duty.due = after.due;
                   Messages wrong;
                   check(duty, writer.find<Team>(region, duty.team)->record, wrong);
                   if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
                 });
}

DutyEntry finish_duty(const Environment& environment, const Caller& caller,
                      const RegionCode& region, DutyId id, const DutyDone& done,
                      std::int64_t expected_revision) {
  require_share(caller, told(environment, caller, region, id).duty);
  const auto today = today_of(environment);
  const auto day = done.on.value_or(today);
  if (day.day == 0 || day > today) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"decree.no_day", {{"day", day.text()}, {"today", today.text()}}, "/on"});
  }
  return changed(environment, caller, region, id, expected_revision, "done",
                 [&](store::Writer& writer, Duty& duty) {
                   duty.done_by =
                       doer_of(caller, duty, writer.find<Team>(region, duty.team)->record, done);
                   duty.done_on = day;
                 });
}

}  // namespace pilah::registry
