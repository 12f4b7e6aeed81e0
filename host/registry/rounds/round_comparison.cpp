#include "pilah/registry/rounds/round_comparison.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/mapping/catalogue_then.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Round;
using catalogue::RoundId;

namespace {

struct Snapshot {
  std::string name;
  std::int64_t revision = 0;
};

Snapshot snapshot_of(store::Reader& reader, const RegionCode& region, RoundId id) {
  const auto stored = reader.find<Round>(region, id);
  if (!stored) {
    throw Refusal(RefusalKind::kNotFound, Message{"round.not_found", {{"id", id.text()}}, ""});
  }
  const Round& round = stored->record;
  if (!round.frozen_revision) {
    throw Refusal(RefusalKind::kConflict, Message{"round.not_frozen", {{"name", round.name}}, ""});
  }
  return {round.snapshot.empty() ? round.name : round.snapshot, *round.frozen_revision};
}

std::vector<std::string> areas_of(const Innovation& entry) {
  std::vector<std::string> areas;
  for (const auto& mapping : entry.mappings) {
    if (mapping.confirmed) areas.push_back(mapping.area);
  }
  std::sort(areas.begin(), areas.end());
  if (const auto* primary = catalogue::primary_mapping(entry); primary && primary->confirmed) {
    std::stable_partition(areas.begin(), areas.end(),
                          [&](const std::string& area) { return area == primary->area; });
  }
  return areas;
}

/// Fields whose values differ; the mapping is told on its own.
std::vector<std::string> changed_fields(std::string_view before, std::string_view after) {
  std::map<std::string_view, std::string_view> older, newer;
  each_member(before, [&](const DocumentMember& one) { older.emplace(one.key, one.value); });
  each_member(after, [&](const DocumentMember& one) { newer.emplace(one.key, one.value); });
  std::vector<std::string> changed;
  for (const auto& field : store::fields_of(store::RecordKind::kInnovation)) {
    const auto was = older.find(field), is = newer.find(field);
    const bool was_there = was != older.end(), is_there = is != newer.end();
    if (field == "mappings" || (!was_there && !is_there)) continue;
    if (was_there != is_there || was->second != is->second) changed.push_back(field);
  }
  return changed;
}

/// Of an entry's document what its difference is told by, and by which sight decides. Thousands
/// are told at once, and most of each is never looked at.
Innovation told_by(std::string_view document) {
  Innovation entry;
  each_member(document, [&entry](const DocumentMember& member) {
    const auto read = [&member](auto& field) {
      catalogue::read_json(catalogue::parse_json(member.value), field);
    };
    if (member.key == "id") read(entry.id);
    if (member.key == "name") read(entry.name);
    if (member.key == "owner") read(entry.owner);
    if (member.key == "status") read(entry.status);
    if (member.key == "mappings") read(entry.mappings);
  });
  return entry;
}

/// Tells one difference after the other, as one caller sees them.
class Comparing {
 public:
  Comparing(store::Reader& reader, const Caller& caller, const RegionCode& region)
      : sight_(sight_of(reader, caller, region)) {
    reader.each<catalogue::Organisation>(region, [&](const auto& stored) {
      owners_.emplace(stored.record.id, stored.record.name);
      return true;
    });
  }

  std::optional<EntryDifference> difference(TwoVersions versions) const {
    const auto before = seen(versions.before);
    const auto after = seen(versions.after);
    if (!before && !after) return std::nullopt;
    const Innovation& last = after ? *after : *before;
    EntryDifference told;
    told.id = last.id;
    told.name = last.name;
    const auto owner = last.owner ? owners_.find(*last.owner) : owners_.end();
    if (owner != owners_.end()) told.owner = owner->second;
    if (before) told.areas_before = areas_of(*before);
    if (after) told.areas_after = areas_of(*after);
    if (!before || !after) {
      told.fate = after ? EntryFate::kAdded : EntryFate::kGone;
      return told;
    }
    told.fields = changed_fields(versions.before, versions.after);
    const bool is_moved = told.areas_before != told.areas_after;
    told.fate = is_moved ? EntryFate::kMappedOtherwise : EntryFate::kChanged;
    if (!is_moved && told.fields.empty()) return std::nullopt;
    return told;
  }

 private:
  /// Nothing when it was not there, archived, or not for the caller; leaves of the
  /// document what the caller sees.
  std::optional<Innovation> seen(std::string& document) const {
    if (document.empty()) return std::nullopt;
    auto entry = told_by(document);
    if (entry.status == catalogue::Status::kArchived || !sees(sight_, entry)) return std::nullopt;
    if (sees_whole(sight_, entry)) return entry;
    document = shown(sight_, std::move(document));
    return shown(sight_, std::move(entry));
  }

  Sight sight_;
  std::map<catalogue::OrganisationId, std::string> owners_;
};

void put_in_order(RoundComparison& comparison) {
  auto& all = comparison.differences;
  std::vector<std::pair<std::tuple<EntryFate, std::string, catalogue::InnovationId>, std::size_t>>
      keys;
  for (std::size_t i = 0; i < all.size(); ++i) {
    keys.push_back({{all[i].fate, text::fold(all[i].name), all[i].id}, i});
  }
  std::sort(keys.begin(), keys.end());
  std::vector<EntryDifference> ordered;
  for (const auto& [key, place] : keys) {
    if (ordered.size() == kMostDifferences) break;
    ordered.push_back(std::move(all[place]));
  }
  all = std::move(ordered);
}

}  // namespace

RoundComparison compare_rounds(const Environment& environment, const Caller& caller,
                               const RegionCode& region, RoundId round,
                               const std::optional<RoundId>& other) {
  require_somewhere(caller, Deed::kReadInternal, region);
  RoundComparison comparison;
  environment.store.read([&](store::Reader& reader) {
    Snapshot from = snapshot_of(reader, region, round);
    Snapshot to =
        other ? snapshot_of(reader, region, *other) : Snapshot{"", reader.revision(region)};
    if (to.revision < from.revision) std::swap(from, to);
    comparison = compare_revisions(reader, caller, region, from.revision, to.revision);
    comparison.from = from.name;
    comparison.to = to.name;
  });
  return comparison;
}

RoundComparison compare_revisions(store::Reader& reader, const Caller& caller,
                                  const RegionCode& region, std::int64_t from, std::int64_t to) {
  RoundComparison comparison;
  comparison.from_revision = from;
  comparison.to_revision = to;
  const Comparing comparing(reader, caller, region);
  each_changed_innovation(reader, region, from, to, [&](const TwoVersions& versions) {
    auto difference = comparing.difference(versions);
    if (!difference) return;
    ++comparison.totals[static_cast<std::size_t>(difference->fate)];
    comparison.differences.push_back(*std::move(difference));
  });
  put_in_order(comparison);
  return comparison;
}

}  // namespace pilah::registry
