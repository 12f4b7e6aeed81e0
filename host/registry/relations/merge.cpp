#include "pilah/registry/relations/merge.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/relations/merge_actions.hpp"
#include "pilah/registry/relations/relation_rules.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Package;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Relation;
using catalogue::RelationKind;

namespace {

Refusal invalid(const char* kind, const char* pointer,
                std::vector<std::pair<std::string, std::string>> arguments = {}) {
  return {RefusalKind::kInvalid, Message{kind, std::move(arguments), pointer}};
}

store::Stored<Innovation> end_of(store::Reader& reader, const Caller& caller, InnovationId id) {
  auto stored = visible_innovation(reader, caller, id);
  require(caller, Deed::kVerify, {stored.record.region, stored.record.owner});
  return stored;
}

void require_mergeable(const store::Stored<Innovation>& keep, const Innovation& gone,
                       const MergeRequest& request) {
  if (request.keep == request.gone) throw invalid("merge.with_itself", "/gone");
  if (keep.record.region != gone.region) throw invalid("merge.of_another_region", "/gone");
  for (const auto& [entry, pointer] : {std::pair{&keep.record, "/keep"}, {&gone, "/gone"}}) {
    if (entry->status != catalogue::Status::kArchived) continue;
    throw invalid("merge.archived", pointer, {{"name", entry->name}});
  }
  if (request.expected_revision && *request.expected_revision != keep.revision) {
    throw Refusal(RefusalKind::kStale,
                  Message{"innovation.changed_since",
                          {{"name", keep.record.name},
                           {"expected", std::to_string(*request.expected_revision)},
                           {"revision", std::to_string(keep.revision)}},
                          ""});
  }
  const auto known = mergeable_fields();
  for (const auto& field : request.fields.value_or(std::vector<std::string>{})) {
    if (std::find(known.begin(), known.end(), field) != known.end()) continue;
    throw invalid("merge.unknown_field", "/fields", {{"field", field}});
  }
}

/// The kept entry with what it takes over.
Innovation united(const Innovation& keep, const Innovation& gone, const MergeRequest& request,
                  MergeReport& report) {
  auto document = std::move(catalogue::to_json(keep).as_object());
  const auto theirs = std::move(catalogue::to_json(gone).as_object());
  for (const auto& field : request.fields.value_or(mergeable_fields())) {
    const auto* value = theirs.if_contains(field);
    const auto* ours = document.if_contains(field);
    if (!value || (ours && (!request.fields || *ours == *value))) continue;
    document[field] = *value;
    report.fields.push_back(field);
  }
  auto merged = catalogue::from_json<Innovation>(document);
  for (const auto& file : gone.evidence) {
    const bool has = std::any_of(
        merged.evidence.begin(), merged.evidence.end(),
        [&](const auto& ours) { return ours.sha256 == file.sha256 && ours.field == file.field; });
    if (has) continue;
    merged.evidence.push_back(file);
    ++report.evidence;
  }
  return merged;
}

/// Relations of `gone` become those of `keep`, but for what would be said twice, of
/// one entry with itself, or in a circle.
std::int64_t move_relations(store::Writer& writer, const RegionCode& region, InnovationId keep,
                            InnovationId gone) {
  auto all = writer.all<Relation>(region);
  std::int64_t moved = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_end(all[i].record, gone)) continue;
    Relation relation = all[i].record;
    if (relation.from == gone) relation.from = keep;
    if (relation.to == gone) relation.to = keep;
    auto others = all;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const bool is_new = relation.from != relation.to && !closes_circle(others, relation) &&
                        std::none_of(others.begin(), others.end(), [&](const auto& other) {
                          return says_the_same(other.record, relation);
                        });
    if (is_new) {
      writer.put(relation, kMoved);
      all[i].record = relation;
      ++moved;
    } else {
      writer.remove<Relation>(region, relation.id, kMoved);
      all = std::move(others);
      --i;
    }
  }
  return moved;
}

std::int64_t move_memberships(store::Writer& writer, const RegionCode& region, InnovationId keep,
                              InnovationId gone) {
  std::int64_t moved = 0;
  for (auto& [package, revision] : writer.all<Package>(region)) {
    const auto place = std::find(package.members.begin(), package.members.end(), gone);
    if (place == package.members.end()) continue;
    const bool has_keep =
        std::find(package.members.begin(), package.members.end(), keep) != package.members.end();
    if (has_keep) {
      package.members.erase(place);
    } else {
      *place = keep;
    }
    // Of two members that are one entry now nothing is left to join.
    if (package.members.size() < 2) {
      writer.remove<Package>(region, package.id, kMoved);
    } else {
      writer.put(package, kMoved);
    }
    ++moved;
  }
  return moved;
}

std::string listed(const std::vector<std::string>& fields) {
  std::string text;
  for (const auto& field : fields) text += (text.empty() ? "" : ", ") + field;
  return text;
}

}  // namespace

std::vector<std::string> mergeable_fields() {
  std::vector<std::string> fields = store::fields_of(store::RecordKind::kInnovation);
  std::erase_if(fields, [](const std::string& field) {
    return field == "id" || field == "region" || field == "status" || field == "origin" ||
           field == "evidence";
  });
  return fields;
}

std::int64_t move_origins(store::Writer& writer, const RegionCode& region, InnovationId entry,
                          InnovationId from, InnovationId to) {
  // Of the entry, and of all that it has replaced by earlier merges.
  std::vector<InnovationId> all{entry};
  const auto relations = writer.all<Relation>(region);
  for (std::size_t next = 0; next < all.size(); ++next) {
    for (const auto& [relation, revision] : relations) {
      const bool replaced = relation.kind == RelationKind::kReplaces &&
                            relation.from == all[next] &&
                            std::find(all.begin(), all.end(), relation.to) == all.end();
      if (replaced) all.push_back(relation.to);
    }
  }
  std::int64_t moved = 0;
  for (const auto& id : all) {
    const auto stored = writer.find<Innovation>(region, id);
    if (!stored || !stored->record.origin) continue;
    auto row = writer.origin(region, stored->record.origin->list, stored->record.origin->key);
    if (!row || row->innovation != from) continue;
    row->innovation = to;
    writer.put_origin(*row);
    ++moved;
  }
  return moved;
}

MergeReport merge_entries(const Environment& environment, const Caller& caller,
                          const MergeRequest& request) {
  MergeReport report;
  const catalogue::RelationId replaces{environment.new_uuid()};
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    report = {};
    const auto keep = end_of(writer, caller, request.keep);
    auto gone = end_of(writer, caller, request.gone).record;
    require_mergeable(keep, gone, request);
    const RegionCode& region = gone.region;
    report.kept = united(keep.record, gone, request, report);
    auto wrong = catalogue::validate(report.kept, environment.taxonomy);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    report.origins = move_origins(writer, region, gone.id, gone.id, keep.record.id);
    // In this order, and the relation last: part_entries() reads it backwards.
    report.revision = writer.put(report.kept, kMerged);
    gone.status = catalogue::Status::kArchived;
    writer.put(gone, kMergedAway);
    tell_of_entry(writer, catalogue::HappeningKind::kMerged, gone, "", caller.actor);
    report.relations = move_relations(writer, region, keep.record.id, gone.id);
    report.packages = move_memberships(writer, region, keep.record.id, gone.id);
    writer.put(Relation{replaces, region, RelationKind::kReplaces, keep.record.id, gone.id,
                        listed(report.fields)},
               kMerged);
  });
  return report;
}

}  // namespace pilah::registry
