#include "pilah/registry/rounds/rounds.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/people/person_named.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/rounds/round_validity.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Attendance;
using catalogue::Message;
using catalogue::Organisation;
using catalogue::PartialDate;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Round;
using catalogue::RoundId;
using catalogue::RoundState;

namespace {

Refusal conflict(const char* kind, std::vector<std::pair<std::string, std::string>> arguments) {
  return {RefusalKind::kConflict, Message{kind, std::move(arguments), ""}};
}

store::Stored<Round> found(store::Reader& reader, const RegionCode& region, RoundId id) {
  auto stored = reader.find<Round>(region, id);
  if (!stored) {
    throw Refusal(RefusalKind::kNotFound, Message{"round.not_found", {{"id", id.text()}}, ""});
  }
  return *std::move(stored);
}

void require_fresh(const store::Stored<Round>& stored, std::optional<std::int64_t> expected) {
  if (!expected || *expected == stored.revision) return;
  throw Refusal(RefusalKind::kStale, Message{"round.changed_since",
                                             {{"name", stored.record.name},
                                              {"revision", std::to_string(stored.revision)}},
                                             ""});
}

void require_state(const Round& round, RoundState state, const char* kind) {
  if (round.state != state) throw conflict(kind, {{"name", round.name}});
}

void require_valid(const Round& round) {
  auto wrong = wrong_with(round);
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

/// A round whose predecessors lead back to itself would never open.
void require_no_circle(store::Reader& reader, const Round& round) {
  auto before = round.follows;
  for (std::size_t i = 0; before && i < kMostRounds; ++i) {
    if (*before == round.id) {
      throw Refusal(RefusalKind::kInvalid, Message{"round.follows_itself", {}, "/follows"});
    }
    const auto stored = reader.find<Round>(round.region, *before);
    before = stored ? stored->record.follows : std::nullopt;
  }
}

/// By its name and its year a round is told from all others of its region.
void require_own_name(store::Reader& reader, const Round& round) {
  const auto year_of = [](const Round& one) { return one.from ? one.from->year : 0; };
  const std::string folded = text::fold(round.name);
  reader.each<Round>(round.region, [&](const store::Stored<Round>& stored) {
    const Round& other = stored.record;
    if (other.id != round.id && year_of(other) == year_of(round) &&
        text::fold(other.name) == folded) {
      const auto year = year_of(round) == 0 ? "-" : std::to_string(year_of(round));
      throw Refusal(RefusalKind::kConflict,
                    Message{"round.name_taken", {{"name", other.name}, {"year", year}}, "/name"});
    }
    return true;
  });
}

void require_room(store::Reader& reader, const RegionCode& region) {
  if (reader.all<Round>(region).size() < kMostRounds) return;
  throw conflict("round.too_many", {{"most", std::to_string(kMostRounds)}});
}

/// Looks up what rounds name, each once.
class Naming {
 public:
  Naming(store::Reader& reader, const RegionCode& region) : reader_(reader), region_(region) {
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      organisations_.push_back(stored.record);
      return true;
    });
  }

  RoundEntry told(store::Stored<Round> stored) {
    RoundEntry entry{std::move(stored.record), stored.revision};
    const Round& round = entry.round;
    const auto name = [&](const auto& id) { entry.names[id.uuid] = name_of(id); };
    if (round.follows) name(*round.follows);
    if (round.carried_from) name(*round.carried_from);
    for (const auto& one : round.attendance) {
      name(one.organisation);
      if (one.replaced_by) name(*one.replaced_by);
    }
    for (const auto& minute : round.minutes) {
      if (minute.person) name(*minute.person);
      if (minute.organisation) name(*minute.organisation);
    }
    for (const auto& one : organisations_) {
      const bool is_agency = one.kind == catalogue::OrganisationKind::kOpd && !one.valid_to;
      const bool is_recorded = std::any_of(
          round.attendance.begin(), round.attendance.end(),
          [&](const Attendance& attendance) { return attendance.organisation == one.id; });
      if (is_agency && !is_recorded) entry.not_recorded.push_back(one.name);
    }
    std::sort(entry.not_recorded.begin(), entry.not_recorded.end());
    return entry;
  }

 private:
  std::string name_of(const catalogue::OrganisationId& id) const {
    for (const auto& one : organisations_) {
      if (one.id == id) return one.name;
    }
    return {};
  }
  std::string name_of(const catalogue::PersonId& id) const {
    const auto stored = reader_.find<catalogue::Person>(region_, id);
    return stored ? stored->record.name : std::string();
  }
  std::string name_of(const RoundId& id) const {
    const auto stored = reader_.find<Round>(region_, id);
    return stored ? stored->record.name : std::string();
  }

  store::Reader& reader_;
  RegionCode region_;
  std::vector<Organisation> organisations_;
};

RoundEntry told(const Environment& environment, const RegionCode& region, RoundId id) {
  RoundEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = Naming(reader, region).told(found(reader, region, id));
  });
  return entry;
}

/// One change of one round. `change` may throw; then nothing has happened.
RoundEntry changed(const Environment& environment, const Caller& caller, const RoundStep& step,
                   const char* action, const std::function<void(store::Writer&, Round&)>& change) {
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = found(writer, step.region, step.id);
    require_fresh(stored, step.expected_revision);
    change(writer, stored.record);
    require_valid(stored.record);
    writer.put(stored.record, action);
  });
  return told(environment, step.region, step.id);
}

void freeze(store::Reader& reader, Round& round, const std::string& snapshot) {
  round.frozen_revision = reader.revision(round.region);
  round.snapshot = snapshot.empty() ? round.name : snapshot;
}

/// The same day a year later; 29 February becomes the 28th.
std::optional<PartialDate> a_year_later(const std::optional<PartialDate>& date) {
  if (!date) return std::nullopt;
  if (const auto later = PartialDate::from(date->year + 1, date->month, date->day)) return later;
  return PartialDate::from(date->year + 1, date->month, date->day - 1);
}

std::optional<RoundId> carried_predecessor(store::Reader& reader, const Round& round) {
  std::optional<RoundId> carried;
  if (!round.follows) return carried;
  reader.each<Round>(round.region, [&](const store::Stored<Round>& stored) {
    if (stored.record.carried_from == round.follows) carried = stored.record.id;  // the newest
    return true;
  });
  return carried;
}

}  // namespace

std::vector<RoundEntry> rounds(const Environment& environment, const Caller& caller,
                               const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<RoundEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Naming naming(reader, region);
    for (auto& stored : reader.all<Round>(region)) {
      entries.push_back(naming.told(std::move(stored)));
    }
  });
  const auto key = [](const RoundEntry& entry) {
    const Round& round = entry.round;
    return std::tuple(!round.from, round.from.value_or(PartialDate{}), text::fold(round.name),
                      round.id);
  };
  std::sort(entries.begin(), entries.end(),
            [&](const auto& one, const auto& other) { return key(one) < key(other); });
  return entries;
}

RoundEntry round(const Environment& environment, const Caller& caller, const RegionCode& region,
                 RoundId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  return told(environment, region, id);
}

RoundEntry add_round(const Environment& environment, const Caller& caller, Round round) {
  require(caller, Deed::kChoose, {round.region, {}});
  Round planned;
  planned.id = {environment.new_uuid()};
  planned.region = round.region;
  planned.name = std::move(round.name);
  planned.from = round.from;
  planned.to = round.to;
  planned.place = std::move(round.place);
  planned.follows = round.follows;
  planned.agenda = std::move(round.agenda);
  planned.products = std::move(round.products);
  require_valid(planned);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    require_room(writer, planned.region);
    require_own_name(writer, planned);
    writer.put(planned, "added");
  });
  return told(environment, planned.region, planned.id);
}

RoundEntry change_round(const Environment& environment, const Caller& caller,
                        const RegionCode& region, RoundId id, const boost::json::object& patch,
                        std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  return changed(environment, caller, {region, id, expected_revision}, "changed",
                 [&](store::Writer& writer, Round& round) {
                   if (round.state == RoundState::kClosed) {
                     throw conflict("round.is_closed", {{"name", round.name}});
                   }
                   auto document = std::move(catalogue::to_json(round).as_object());
                   merge_patch(document, patch);
                   auto after = catalogue::from_json<Round>(document);
                   // Steps of their own change these.
                   after.id = round.id;
                   after.region = round.region;
                   after.state = round.state;
                   after.frozen_revision = round.frozen_revision;
                   after.snapshot = round.snapshot;
                   after.carried_from = round.carried_from;
                   after.attendance = round.attendance;
                   require_no_circle(writer, after);
                   require_own_name(writer, after);
                   round = std::move(after);
                 });
}

RoundEntry open_round(const Environment& environment, const Caller& caller, const RoundStep& step) {
  require(caller, Deed::kChoose, {step.region, {}});
  return changed(environment, caller, step, "opened", [](store::Writer& writer, Round& round) {
    require_state(round, RoundState::kPlanned, "round.not_planned");
    if (round.follows) {
      const Round before = found(writer, round.region, *round.follows).record;
      if (before.state != RoundState::kClosed) {
        throw conflict("round.before_not_closed", {{"name", round.name}, {"before", before.name}});
      }
    }
    round.state = RoundState::kOpen;
  });
}

RoundEntry close_round(const Environment& environment, const Caller& caller,
                       const RoundStep& step) {
  require(caller, Deed::kChoose, {step.region, {}});
  return changed(environment, caller, step, "closed", [](store::Writer& writer, Round& round) {
    require_state(round, RoundState::kOpen, "round.not_open");
    catalogue::Messages missing;
    for (std::size_t i = 0; i < round.products.size(); ++i) {
      if (!round.products[i].document.empty()) continue;
      missing.push_back({"round.product_missing",
                         {{"name", round.name}, {"product", round.products[i].name}},
                         "/products/" + std::to_string(i) + "/document"});
    }
    if (!missing.empty()) throw Refusal(RefusalKind::kConflict, std::move(missing));
    if (!round.frozen_revision) freeze(writer, round, "");
    round.state = RoundState::kClosed;
  });
}

RoundEntry freeze_round(const Environment& environment, const Caller& caller, const RoundStep& step,
                        const std::string& snapshot) {
  require(caller, Deed::kChoose, {step.region, {}});
  return changed(environment, caller, step, "frozen", [&](store::Writer& writer, Round& round) {
    if (round.frozen_revision) {
      throw conflict("round.is_frozen", {{"name", round.name}, {"snapshot", round.snapshot}});
    }
    freeze(writer, round, snapshot);
  });
}

RoundEntry record_attendance(const Environment& environment, const Caller& caller,
                             const RegionCode& region, RoundId id, const AttendanceForm& form) {
  require(caller, Deed::kRecordPresence, {region, {}});
  return changed(environment, caller, {region, id, {}}, "attendance recorded",
                 [&](store::Writer& writer, Round& round) {
                   require_state(round, RoundState::kOpen, "round.not_open");
                   Attendance recorded{form.organisation, form.presence, {}};
                   if (!form.replaced_by.empty()) {
                     recorded.replaced_by = person_named(writer, environment, region,
                                                         form.replaced_by, "/replaced_by");
                   }
                   auto& all = round.attendance;
                   const auto same =
                       std::find_if(all.begin(), all.end(), [&](const Attendance& one) {
                         return one.organisation == form.organisation;
                       });
                   if (same == all.end()) {
                     all.push_back(recorded);
                   } else {
                     *same = recorded;
                   }
                 });
}

RoundEntry add_minute(const Environment& environment, const Caller& caller,
                      const RegionCode& region, RoundId id, const MinuteForm& form) {
  require(caller, Deed::kChoose, {region, {}});
  return changed(environment, caller, {region, id, {}}, "minutes taken",
                 [&](store::Writer& writer, Round& round) {
                   require_state(round, RoundState::kOpen, "round.not_open");
                   const auto person =
                       person_named(writer, environment, region, form.person, "/person");
                   round.minutes.push_back({form.kind, form.text, person, form.organisation});
                 });
}

RoundEntry carry_over(const Environment& environment, const Caller& caller,
                      const RegionCode& region, RoundId id, const std::string& name) {
  require(caller, Deed::kChoose, {region, {}});
  const RoundId next{environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const Round before = found(writer, region, id).record;
    require_room(writer, region);
    Round round;
    round.id = next;
    round.region = region;
    round.name = name;
    round.from = a_year_later(before.from);
    round.to = a_year_later(before.to);
    round.place = before.place;
    round.follows = carried_predecessor(writer, before);
    round.carried_from = id;
    round.agenda = before.agenda;
    for (const auto& product : before.products) round.products.push_back({product.name, ""});
    require_valid(round);
    require_own_name(writer, round);
    writer.put(round, "carried over");
  });
  return told(environment, region, next);
}

}  // namespace pilah::registry
