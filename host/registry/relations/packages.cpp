#include "pilah/registry/relations/packages.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/candidates.hpp"
#include "pilah/registry/mapping/intersections.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Messages;
using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::Package;
using catalogue::PackageId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

Refusal no_such_package(PackageId id) {
  return {RefusalKind::kNotFound, Message{"package.not_found", {{"id", id.text()}}, ""}};
}

std::string name_of(store::Reader& reader, const RegionCode& region,
                    const std::optional<OrganisationId>& id) {
  const auto stored = id ? reader.find<Organisation>(region, *id) : std::nullopt;
  return stored ? stored->record.name : std::string();
}

/// All members, in the package's order, as the caller sees them; nothing when there is
/// one that the caller does not see.
std::optional<std::vector<Innovation>> members_seen(store::Reader& reader, const Sight& sight,
                                                    const Package& package) {
  std::vector<Innovation> members;
  for (const auto& id : package.members) {
    auto stored = reader.find<Innovation>(package.region, id);
    if (!stored || !sees(sight, stored->record)) return std::nullopt;
    members.push_back(shown(sight, std::move(stored->record)));
  }
  return members;
}

/// What the choice makes of it, told of a catalogue that has nothing else.
void tell_candidate(PackageEntry& entry, const std::vector<Innovation>& members,
                    const catalogue::Taxonomy& taxonomy) {
  CatalogueView alone;
  for (const auto& member : members) {
    if (member.status != catalogue::Status::kArchived) alone.innovations.push_back(member);
  }
  if (alone.innovations.empty()) return;
  std::sort(alone.innovations.begin(), alone.innovations.end(),
            [](const auto& one, const auto& other) { return one.id < other.id; });
  alone.packages = {entry.package};
  const auto candidates = find_candidates(alone, Scenario{}, taxonomy).all;
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [](const Candidate& each) { return each.package; });
  entry.areas = found->areas;
  entry.primary_area = found->primary_area;
  entry.budget = found->amounts.budget;
  entry.duration_months = found->amounts.duration;
  entry.staff = found->amounts.staff;
}

std::optional<PackageEntry> seen(const Environment& environment, store::Reader& reader,
                                 const Sight& sight, const store::Stored<Package>& stored) {
  const Package& package = stored.record;
  const auto members = members_seen(reader, sight, package);
  if (!members) return std::nullopt;
  PackageEntry entry;
  entry.package = package;
  entry.revision = stored.revision;
  entry.lead = name_of(reader, package.region, package.lead);
  for (const auto& member : *members) {
    entry.members.push_back({member.id, member.name, name_of(reader, package.region, member.owner),
                             member.status == catalogue::Status::kArchived});
  }
  tell_candidate(entry, *members, environment.taxonomy);
  return entry;
}

PackageEntry found(const Environment& environment, store::Reader& reader, const Sight& sight,
                   const RegionCode& region, PackageId id) {
  const auto stored = reader.find<Package>(region, id);
  auto entry = stored ? seen(environment, reader, sight, *stored) : std::nullopt;
  if (!entry) throw no_such_package(id);
  return *std::move(entry);
}

void require_relating(store::Reader& reader, const Caller& caller, const Package& package) {
  require(caller, Deed::kRelate, {package.region, package.lead});
  for (const auto& id : package.members) {
    const auto member = reader.find<Innovation>(package.region, id);
    if (member) require(caller, Deed::kRelate, {package.region, member->record.owner});
  }
}

void check_count(const Package& package, Messages& wrong) {
  const std::size_t count = package.members.size();
  if (count >= kFewestMembers && count <= kMostMembers) return;
  wrong.push_back({count < kFewestMembers ? "package.too_few_members" : "package.too_many_members",
                   {{"found", std::to_string(count)},
                    {"fewest", std::to_string(kFewestMembers)},
                    {"most", std::to_string(kMostMembers)}},
                   "/members"});
}

void check_members(store::Reader& reader, const Sight& sight, const Package& package,
                   Messages& wrong) {
  const auto& members = package.members;
  for (std::size_t i = 0; i < members.size() && i < kMostMembers; ++i) {
    const std::string pointer = "/members/" + std::to_string(i);
    const auto stored = reader.find<Innovation>(package.region, members[i]);
    const auto here = members.begin() + static_cast<std::ptrdiff_t>(i);
    if (!stored || !sees(sight, stored->record)) {
      wrong.push_back({"relation.no_such_entry",
                       {{"id", members[i].text()}, {"region", package.region.text()}},
                       pointer});
    } else if (std::find(members.begin(), here, members[i]) != here) {
      wrong.push_back({"package.member_twice", {{"name", stored->record.name}}, pointer});
    } else if (stored->record.status == catalogue::Status::kArchived) {
      wrong.push_back({"package.member_archived", {{"name", stored->record.name}}, pointer});
    }
  }
}

void require_valid(store::Reader& reader, const Sight& sight, const Package& package) {
  Messages wrong;
  if (package.name.empty()) wrong.push_back({"package.name_missing", {}, "/name"});
  if (!reader.find<Organisation>(package.region, package.lead)) {
    wrong.push_back({"package.no_such_lead", {{"region", package.region.text()}}, "/lead"});
  }
  check_count(package, wrong);
  check_members(reader, sight, package, wrong);
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

void require_fresh(const PackageEntry& entry, const std::optional<std::int64_t>& expected) {
  if (!expected || *expected == entry.revision) return;
  throw Refusal(RefusalKind::kStale, Message{"package.changed_since",
                                             {{"name", entry.package.name},
                                              {"revision", std::to_string(entry.revision)}},
                                             ""});
}

Package patched(const Package& package, const boost::json::object& patch) {
  auto document = std::move(catalogue::to_json(package).as_object());
  for (const auto& member : patch) {
    if (member.value().is_null()) {
      document.erase(member.key());
    } else {
      document.insert_or_assign(member.key(), member.value());
    }
  }
  return catalogue::from_json<Package>(document);
}

}  // namespace

std::vector<PackageEntry> packages(const Environment& environment, const Caller& caller,
                                   const RegionCode& region) {
  std::vector<PackageEntry> all;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    reader.each<Package>(region, [&](const store::Stored<Package>& stored) {
      if (auto entry = seen(environment, reader, sight, stored)) all.push_back(*std::move(entry));
      return true;
    });
  });
  std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return std::pair(text::fold(one.package.name), one.package.id) <
           std::pair(text::fold(other.package.name), other.package.id);
  });
  return all;
}

PackageEntry package(const Environment& environment, const Caller& caller, const RegionCode& region,
                     PackageId id) {
  PackageEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = found(environment, reader, sight_of(reader, caller, region), region, id);
  });
  return entry;
}

PackageEntry add_package(const Environment& environment, const Caller& caller, Package package) {
  package.id = PackageId{environment.new_uuid()};
  PackageEntry entry;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const Sight sight = sight_of(writer, caller, package.region);
    require_relating(writer, caller, package);
    require_valid(writer, sight, package);
    if (writer.all<Package>(package.region).size() >= kMostPackages) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"package.too_many", {{"most", std::to_string(kMostPackages)}}, ""});
    }
    writer.put(package, "added");
    entry = found(environment, writer, sight, package.region, package.id);
  });
  return entry;
}

PackageEntry package_intersection(const Environment& environment, const Caller& caller,
                                  const RegionCode& region, const std::string& first,
                                  const std::string& second, const IntersectionPackage& asked) {
  require(caller, Deed::kRelate, {region, asked.lead});
  if (first == second) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"package.one_dimension", {{"dimension", first}}, "/second"});
  }
  Package package{{}, region, asked.name, asked.summary, asked.lead, {}};
  // Each may be left out; what is too many then, add_package() tells.
  const std::size_t most = kMostMembers + 1 + std::min(asked.without.size(), kMostMembers);
  for (const auto& entry : intersecting(environment, caller, region, first, second, most)) {
    package.members.push_back(entry.id);
  }
  auto& members = package.members;
  for (std::size_t i = 0; i < asked.without.size(); ++i) {
    if (std::erase(members, asked.without[i]) > 0) continue;
    throw Refusal(RefusalKind::kInvalid,
                  Message{"package.not_between",
                          {{"id", asked.without[i].text()}, {"first", first}, {"second", second}},
                          "/without/" + std::to_string(i)});
  }
  return add_package(environment, caller, std::move(package));
}

PackageEntry change_package(const Environment& environment, const Caller& caller,
                            const RegionCode& region, PackageId id,
                            const boost::json::object& patch,
                            std::optional<std::int64_t> expected_revision) {
  PackageEntry entry;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const Sight sight = sight_of(writer, caller, region);
    const auto before = found(environment, writer, sight, region, id);
    require_relating(writer, caller, before.package);
    require_fresh(before, expected_revision);
    auto after = patched(before.package, patch);
    after.id = id;
    after.region = region;
    require_relating(writer, caller, after);
    require_valid(writer, sight, after);
    writer.put(after, "changed");
    entry = found(environment, writer, sight, region, id);
  });
  return entry;
}

void dissolve_package(const Environment& environment, const Caller& caller,
                      const RegionCode& region, PackageId id,
                      std::optional<std::int64_t> expected_revision) {
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const Sight sight = sight_of(writer, caller, region);
    const auto before = found(environment, writer, sight, region, id);
    require_relating(writer, caller, before.package);
    require_fresh(before, expected_revision);
    writer.remove<Package>(region, id, "dissolved");
  });
}

}  // namespace pilah::registry
