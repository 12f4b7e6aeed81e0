#include "pilah/registry/teams/teams.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/teams/team_members.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::DecreeId;
using catalogue::Message;
using catalogue::Messages;
using catalogue::PartialDate;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Team;
using catalogue::TeamId;
using catalogue::TeamKind;

namespace {

Refusal no_such_team(TeamId id) {
  return {RefusalKind::kNotFound, Message{"team.not_found", {{"id", id.text()}}, ""}};
}

store::Stored<Team> found(store::Reader& reader, const RegionCode& region, TeamId id) {
  auto stored = reader.find<Team>(region, id);
  if (!stored) throw no_such_team(id);
  return *std::move(stored);
}

/// What of a team is changed, not stepped.
struct TeamTexts {
  std::string name, dimension;
  std::optional<catalogue::PartialDate> from, to;
  std::optional<DecreeId> decree;  ///< a further one

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("dimension", self.dimension);
    visit("from", self.from);
    visit("to", self.to);
    visit("decree", self.decree);
  }
};

void check(const Team& team, const catalogue::Taxonomy& taxonomy, Messages& wrong) {
  if (team.name.empty() || team.name.size() > kLongestTeamText) {
    wrong.push_back({"team.name_missing", {{"most", std::to_string(kLongestTeamText)}}, "/name"});
  }
  if (team.kind == TeamKind::kPanel) wrong.push_back({"team.is_panel", {}, "/kind"});
  const bool is_group = team.kind == TeamKind::kWorkingGroup;
  if (is_group && !taxonomy.dimension(team.dimension)) {
    wrong.push_back(
        {"innovation.unknown_dimension", {{"dimension", team.dimension}}, "/dimension"});
  }
  if (!is_group && !team.dimension.empty()) {
    wrong.push_back({"team.has_no_dimension", {}, "/dimension"});
  }
  if (team.from && team.to && is_over(*team.to, *team.from)) {
    wrong.push_back({"decree.ends_early", {}, "/to"});
  }
}

/// Lets the team rest on that decree, too. One whose term is over sets nothing up.
void rest_on(const Decrees& decrees, const DecreeId& id, const PartialDate& today, Team& team,
             Messages& wrong) {
  const auto* decree = decrees.find(id);
  if (!decree) {
    wrong.push_back({"decree.not_found", {{"id", id.text()}}, "/decree"});
    return;
  }
  const auto state = decrees.state_of(*decree, today);
  if (state == DecreeState::kOver || state == DecreeState::kReplaced) {
    auto why = *decrees.why_not(*decree, today);
    why.pointer = "/decree";
    throw Refusal(RefusalKind::kConflict, std::move(why));
  }
  auto& all = team.decrees;
  if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
}

/// How many touch each dimension, asked for once there is a working group.
class Touched {
 public:
  Touched(const Environment& environment, const Caller& caller, const RegionCode& region)
      : environment_(environment), caller_(caller), region_(region) {}
  std::int64_t of(const std::string& dimension) {
    if (!intersections_) intersections_ = intersections(environment_, caller_, region_);
    for (const auto& pair : intersections_->pairs) {
      if (pair.first == dimension && pair.second == dimension) return pair.innovations;
    }
    return 0;
  }

 private:
  const Environment& environment_;
  const Caller& caller_;
  const RegionCode& region_;
  std::optional<Intersections> intersections_;
};

/// Tells teams as one caller sees them.
class Telling {
 public:
  Telling(store::Reader& reader, const Environment& environment, const Caller& caller,
          const RegionCode& region)
      : reader_(reader),
        region_(region),
        caller_(caller),
        today_(today_of(environment)),
        decrees_(reader, region),
        sees_all_(may(caller, Deed::kReadInternal, {region, {}})) {}

  TeamEntry told(const store::Stored<Team>& stored) {
    TeamEntry entry;
    entry.team = stored.record;
    entry.revision = stored.revision;
    entry.why_not = decrees_.why_not(stored.record, today_);
    for (const auto& id : stored.record.decrees) {
      const auto* decree = decrees_.find(id);
      if (decree) {
        entry.decrees.push_back({id, decree->number, decrees_.state_of(*decree, today_)});
      }
    }
    if (!sees_members(stored.record.id)) {
      entry.team.members.clear();
      return entry;
    }
    for (const auto& member : stored.record.members) {
      entry.members.push_back({name_of(member.person), name_of(member.organisation)});
    }
    return entry;
  }

 private:
  bool sees_members(const TeamId& id) const {
    return sees_all_ ||
           std::any_of(caller_.memberships.begin(), caller_.memberships.end(),
                       [&](const Membership& each) {
                         return !each.why_not && each.region == region_ && each.team == id;
                       });
  }
  std::string name_of(const catalogue::PersonId& id) const {
    const auto stored = reader_.find<catalogue::Person>(region_, id);
    return stored ? stored->record.name : std::string();
  }
  std::string name_of(const std::optional<catalogue::OrganisationId>& id) const {
    const auto stored = id ? reader_.find<catalogue::Organisation>(region_, *id) : std::nullopt;
    return stored ? stored->record.name : std::string();
  }

  store::Reader& reader_;
  const RegionCode& region_;
  const Caller& caller_;
  const PartialDate today_;
  const Decrees decrees_;
  const bool sees_all_;
};

std::size_t place_of(const catalogue::Taxonomy& taxonomy, const std::string& key) {
  const auto& all = taxonomy.dimensions();
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(),
                   [&](const auto& dimension) { return dimension.key == key; }) -
      all.begin());
}

TeamEntry told(const Environment& environment, const Caller& caller, const RegionCode& region,
               TeamId id) {
  TeamEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = Telling(reader, environment, caller, region).told(found(reader, region, id));
  });
  if (entry.team.kind == TeamKind::kWorkingGroup) {
    entry.innovations = Touched(environment, caller, region).of(entry.team.dimension);
  }
  return entry;
}

/// One change of one team, made from the revision that was read.
TeamEntry changed(const Environment& environment, const Caller& caller, const RegionCode& region,
                  TeamId id, std::int64_t expected_revision, const char* action,
                  const std::function<void(store::Writer&, Team&)>& change) {
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = found(writer, region, id);
    if (stored.revision != expected_revision) {
      throw Refusal(RefusalKind::kStale, Message{"team.changed_since",
                                                 {{"name", stored.record.name},
                                                  {"revision", std::to_string(stored.revision)}},
                                                 ""});
    }
    change(writer, stored.record);
    writer.put(stored.record, action);
  });
  return told(environment, caller, region, id);
}

void refuse_any(Messages&& wrong) {
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

void require_room(store::Reader& reader, const RegionCode& region) {
  if (reader.all<Team>(region).size() < kMostTeams) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"team.too_many", {{"most", std::to_string(kMostTeams)}}, ""});
}

/// The open duties of somebody who leaves are the team's.
void leave_duties(store::Writer& writer, const Team& team, const catalogue::PersonId& person) {
  for (auto& stored : writer.all<catalogue::Duty>(team.region)) {
    auto& duty = stored.record;
    if (duty.team != team.id || duty.person != person || duty.done_on) continue;
    duty.person.reset();
    writer.put(duty, "left to the team");
  }
}

}  // namespace

std::vector<TeamEntry> teams(const Environment& environment, const Caller& caller,
                             const RegionCode& region, std::optional<TeamKind> kind) {
  std::vector<TeamEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Telling telling(reader, environment, caller, region);
    reader.each<Team>(region, [&](const store::Stored<Team>& stored) {
      if (!kind || stored.record.kind == *kind) entries.push_back(telling.told(stored));
      return true;
    });
  });
  Touched touched(environment, caller, region);
  for (auto& entry : entries) {
    if (entry.team.kind == TeamKind::kWorkingGroup) {
      entry.innovations = touched.of(entry.team.dimension);
    }
  }
  const auto key = [&](const TeamEntry& entry) {
    return std::tuple(entry.team.kind, place_of(environment.taxonomy, entry.team.dimension),
                      text::fold(entry.team.name), entry.team.id);
  };
  std::sort(entries.begin(), entries.end(),
            [&](const auto& one, const auto& other) { return key(one) < key(other); });
  return entries;
}

TeamEntry team(const Environment& environment, const Caller& caller, const RegionCode& region,
               TeamId id) {
  return told(environment, caller, region, id);
}

TeamEntry add_team(const Environment& environment, const Caller& caller, const RegionCode& region,
                   const NewTeam& asked) {
  require(caller, Deed::kChoose, {region, {}});
  const TeamId id{environment.new_uuid()};
  const auto persons = ids_for(environment, asked.members);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    Team team{id,         region,   asked.kind, asked.name, "", asked.dimension,
              asked.from, asked.to, {},         {}};
    Messages wrong;
    check(team, environment.taxonomy, wrong);
    if (asked.decree) {
      rest_on(Decrees(writer, region), *asked.decree, today_of(environment), team, wrong);
    }
    const JoiningMembers joining(writer, team, asked.members, persons, wrong);
    refuse_any(std::move(wrong));
    require_room(writer, region);
    joining.join(writer, team);
    writer.put(team, "added");
  });
  return told(environment, caller, region, id);
}

TeamEntry change_team(const Environment& environment, const Caller& caller,
                      const RegionCode& region, TeamId id, const boost::json::object& patch,
                      std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  return changed(environment, caller, region, id, expected_revision, "changed",
                 [&](store::Writer& writer, Team& team) {
                   const TeamTexts before{team.name, team.dimension, team.from, team.to, {}};
                   auto document = std::move(catalogue::to_json(before).as_object());
                   merge_patch(document, patch);
                   const auto after = catalogue::from_json<TeamTexts>(document);
                   team.name = after.name;
                   team.dimension = after.dimension;
                   team.from = after.from;
                   team.to = after.to;
                   Messages wrong;
                   check(team, environment.taxonomy, wrong);
                   if (after.decree) {
                     rest_on(Decrees(writer, region), *after.decree, today_of(environment), team,
                             wrong);
                   }
                   refuse_any(std::move(wrong));
                 });
}

TeamEntry add_team_members(const Environment& environment, const Caller& caller,
                           const RegionCode& region, TeamId id,
                           const std::vector<NewTeamMember>& members,
                           std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  const auto persons = ids_for(environment, members);
  return changed(
      environment, caller, region, id, expected_revision, "members added",
      [&](store::Writer& writer, Team& team) {
        if (auto past = Decrees(writer, region).past(team, today_of(environment))) {
          throw Refusal(RefusalKind::kConflict, *std::move(past));
        }
        Messages wrong;
        if (members.empty()) {
          wrong.push_back(
              {"team.member_count", {{"most", std::to_string(kMostTeamMembers)}}, "/members"});
        }
        const JoiningMembers joining(writer, team, members, persons, wrong);
        refuse_any(std::move(wrong));
        joining.join(writer, team);
      });
}

TeamEntry remove_team_member(const Environment& environment, const Caller& caller,
                             const RegionCode& region, TeamId id, catalogue::PersonId person,
                             std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  return changed(
      environment, caller, region, id, expected_revision, "member removed",
      [&](store::Writer& writer, Team& team) {
        const auto gone =
            std::erase_if(team.members, [&](const auto& each) { return each.person == person; });
        if (gone == 0) {
          throw Refusal(
              RefusalKind::kNotFound,
              Message{"team.no_such_member", {{"id", person.text()}, {"team", team.name}}, ""});
        }
        leave_duties(writer, team, person);
      });
}

std::vector<IntersectingInnovation> list_of_group(const Environment& environment,
                                                  const Caller& caller, const RegionCode& region,
                                                  TeamId id, std::size_t limit) {
  std::string dimension;
  environment.store.read([&](store::Reader& reader) {
    const auto stored = found(reader, region, id);
    if (stored.record.kind != TeamKind::kWorkingGroup) throw no_such_team(id);
    dimension = stored.record.dimension;
  });
  return intersecting(environment, caller, region, dimension, dimension, limit);
}

}  // namespace pilah::registry
