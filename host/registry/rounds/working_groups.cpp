#include "pilah/registry/rounds/working_groups.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Team;
using catalogue::TeamId;
using catalogue::TeamKind;

namespace {

Refusal no_such_group(TeamId id) {
  return {RefusalKind::kNotFound, Message{"group.not_found", {{"id", id.text()}}, ""}};
}

store::Stored<Team> found(store::Reader& reader, const RegionCode& region, TeamId id) {
  auto stored = reader.find<Team>(region, id);
  if (!stored || stored->record.kind != TeamKind::kWorkingGroup) throw no_such_group(id);
  return *std::move(stored);
}

void require_valid(const Team& team, const catalogue::Taxonomy& taxonomy) {
  catalogue::Messages wrong;
  if (team.name.empty()) wrong.push_back({"group.name_missing", {}, "/name"});
  if (!taxonomy.dimension(team.dimension)) {
    wrong.push_back(
        {"innovation.unknown_dimension", {{"dimension", team.dimension}}, "/dimension"});
  }
  if (team.kind != TeamKind::kWorkingGroup) wrong.push_back({"group.other_kind", {}, "/kind"});
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

/// How many touch each dimension, by its place in the taxonomy.
class Touched {
 public:
  Touched(const Environment& environment, const Caller& caller, const RegionCode& region)
      : intersections_(intersections(environment, caller, region)) {}
  std::int64_t of(const std::string& dimension) const {
    for (const auto& pair : intersections_.pairs) {
      if (pair.first == dimension && pair.second == dimension) return pair.innovations;
    }
    return 0;
  }

 private:
  Intersections intersections_;
};

WorkingGroup told(const store::Stored<Team>& stored, const Sight& sight, const Touched& touched) {
  WorkingGroup group{stored.record, touched.of(stored.record.dimension), stored.revision};
  if (!sight.whole_region) group.team.members.clear();
  return group;
}

std::size_t place_of(const catalogue::Taxonomy& taxonomy, const std::string& key) {
  const auto& all = taxonomy.dimensions();
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(),
                   [&](const auto& dimension) { return dimension.key == key; }) -
      all.begin());
}

Team patched(const Team& team, const boost::json::object& patch) {
  auto document = std::move(catalogue::to_json(team).as_object());
  for (const auto& member : patch) {
    if (member.value().is_null()) {
      document.erase(member.key());
    } else {
      document.insert_or_assign(member.key(), member.value());
    }
  }
  return catalogue::from_json<Team>(document);
}

}  // namespace

std::vector<WorkingGroup> working_groups(const Environment& environment, const Caller& caller,
                                         const RegionCode& region) {
  const Touched touched(environment, caller, region);
  std::vector<WorkingGroup> groups;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    groups.clear();
    reader.each<Team>(region, [&](const store::Stored<Team>& stored) {
      if (stored.record.kind == TeamKind::kWorkingGroup) {
        groups.push_back(told(stored, sight, touched));
      }
      return true;
    });
  });
  const auto key = [&](const WorkingGroup& group) {
    return std::tuple(place_of(environment.taxonomy, group.team.dimension),
                      text::fold(group.team.name), group.team.id);
  };
  std::sort(groups.begin(), groups.end(),
            [&](const auto& one, const auto& other) { return key(one) < key(other); });
  return groups;
}

WorkingGroup working_group(const Environment& environment, const Caller& caller,
                           const RegionCode& region, TeamId id) {
  const Touched touched(environment, caller, region);
  WorkingGroup group;
  environment.store.read([&](store::Reader& reader) {
    group = told(found(reader, region, id), sight_of(reader, caller, region), touched);
  });
  return group;
}

WorkingGroup add_working_group(const Environment& environment, const Caller& caller, Team team) {
  require(caller, Deed::kChoose, {team.region, {}});
  require_valid(team, environment.taxonomy);
  team.id = TeamId{environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    if (writer.all<Team>(team.region).size() >= kMostTeams) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"group.too_many", {{"most", std::to_string(kMostTeams)}}, ""});
    }
    writer.put(team, "added");
  });
  return working_group(environment, caller, team.region, team.id);
}

WorkingGroup change_working_group(const Environment& environment, const Caller& caller,
                                  const RegionCode& region, TeamId id,
                                  const boost::json::object& patch,
                                  std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const auto before = found(writer, region, id);
    if (before.revision != expected_revision) {
      throw Refusal(RefusalKind::kStale, Message{"group.changed_since",
                                                 {{"name", before.record.name},
                                                  {"revision", std::to_string(before.revision)}},
                                                 ""});
    }
    auto after = patched(before.record, patch);
    after.id = id;
    after.region = region;
    require_valid(after, environment.taxonomy);
    writer.put(after, "changed");
  });
  return working_group(environment, caller, region, id);
}

std::vector<IntersectingInnovation> list_of_group(const Environment& environment,
                                                  const Caller& caller, const RegionCode& region,
                                                  TeamId id, std::size_t limit) {
  std::string dimension;
  environment.store.read(
      [&](store::Reader& reader) { dimension = found(reader, region, id).record.dimension; });
  return intersecting(environment, caller, region, dimension, dimension, limit);
}

}  // namespace pilah::registry
