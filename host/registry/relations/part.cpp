// Taking a merge back, by what history says of it.

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/relations/merge.hpp"
#include "pilah/registry/relations/merge_actions.hpp"
#include "pilah/store/change.hpp"
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
using store::RecordKind;
using store::Revision;

namespace {

/// What one merge wrote.
struct MergeRevisions {
  Relation replaces;             ///< as it was made
  std::optional<Revision> kept;  ///< none: the merge changed nothing of it
  Revision gone;
  std::vector<Revision> moved;  ///< the last first
};

Refusal not_merged(const Innovation& gone) {
  return {RefusalKind::kConflict, Message{"merge.not_merged", {{"name", gone.name}}, ""}};
}

/// The revision with that number, and what it did.
std::optional<Revision> revision_at(store::Reader& reader, const RegionCode& region,
                                    std::int64_t number) {
  if (number < 1) return std::nullopt;
  const auto changes = reader.changes(region, number - 1, 1);
  if (changes.empty() || changes.front().number != number) return std::nullopt;
  for (auto& revision : reader.history(region, changes.front().kind, changes.front().record)) {
    if (revision.number == number) return std::move(revision);
  }
  return std::nullopt;
}

/// The relation that a merge of `gone` made, as it was then, and when.
std::optional<std::pair<Relation, std::int64_t>> merge_of(store::Reader& reader,
                                                          const Innovation& gone) {
  for (const auto& [relation, revision] : reader.all<Relation>(gone.region)) {
    if (relation.kind != RelationKind::kReplaces || relation.to != gone.id) continue;
    const auto history = reader.history(gone.region, RecordKind::kRelation, relation.id.uuid);
    if (history.back().action != kMerged) continue;
    store::UnrolledDocument document(reader.find_text<Relation>(gone.region, relation.id)->record);
    for (const auto& each : history) {
      if (!each.change.empty()) document.undo(each.change);
    }
    const auto text = document.text(store::fields_of(RecordKind::kRelation));
    return std::pair(catalogue::from_json<Relation>(catalogue::parse_json(text)),
                     history.back().number);
  }
  return std::nullopt;
}

/// Backwards from the relation, in the order in which merge_entries() writes.
MergeRevisions revisions_of_merge(store::Reader& reader, const Innovation& gone) {
  const auto merge = merge_of(reader, gone);
  if (!merge) throw not_merged(gone);
  MergeRevisions revisions;
  revisions.replaces = merge->first;
  std::int64_t number = merge->second - 1;
  auto revision = revision_at(reader, gone.region, number);
  for (; revision && revision->action == kMoved;
       revision = revision_at(reader, gone.region, --number)) {
    revisions.moved.push_back(*std::move(revision));
  }
  if (!revision || revision->action != kMergedAway || revision->record != gone.id.uuid) {
    throw not_merged(gone);
  }
  revisions.gone = *std::move(revision);
  revision = revision_at(reader, gone.region, number - 1);
  if (revision && revision->action == kMerged && revision->record == revisions.replaces.from.uuid) {
    revisions.kept = *std::move(revision);
  }
  return revisions;
}

/// The entry with the fields as they were before `change`, where they still are
/// what it made of them.
Innovation undone(const Innovation& entry, const std::string& change, MergeReport& report) {
  auto document = std::move(catalogue::to_json(entry).as_object());
  const auto changes = catalogue::parse_json(change);
  for (const auto& field : changes.as_object()) {
    const auto& before = field.value().at(0);
    const auto& after = field.value().at(1);
    const auto* present = document.if_contains(field.key());
    if ((present ? *present : boost::json::value(nullptr)) != after) {
      report.left_alone.emplace_back(field.key());
    } else if (before.is_null()) {
      document.erase(field.key());
      report.fields.emplace_back(field.key());
    } else {
      document[field.key()] = before;
      report.fields.emplace_back(field.key());
    }
  }
  return catalogue::from_json<Innovation>(document);
}

/// Puts a relation or package back as it was before `moved`; false when somebody has
/// changed it since.
template <class Record>
bool put_back(store::Writer& writer, const RegionCode& region, const Revision& moved) {
  const decltype(Record::id) id{moved.record};
  if (writer.history(region, moved.kind, moved.record).front().number != moved.number) return false;
  const auto present = writer.find_text<Record>(region, id);
  store::UnrolledDocument document(present ? std::string_view(present->record) : store::kNoFields);
  document.undo(moved.change);
  const auto text = document.text(store::fields_of(moved.kind));
  writer.put(catalogue::from_json<Record>(catalogue::parse_json(text)), kParted);
  return true;
}

void put_all_back(store::Writer& writer, const RegionCode& region,
                  const std::vector<Revision>& moved, MergeReport& report) {
  for (const auto& revision : moved) {
    if (revision.kind == RecordKind::kRelation) {
      report.relations += put_back<Relation>(writer, region, revision) ? 1 : 0;
    } else {
      report.packages += put_back<Package>(writer, region, revision) ? 1 : 0;
    }
  }
}

}  // namespace

MergeReport part_entries(const Environment& environment, const Caller& caller, InnovationId gone_id,
                         std::optional<std::int64_t> expected_revision) {
  MergeReport report;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    report = {};
    const auto gone = visible_innovation(writer, caller, gone_id);
    const RegionCode& region = gone.record.region;
    require(caller, Deed::kVerify, {region, gone.record.owner});
    if (expected_revision) require_revision(gone, *expected_revision);
    if (gone.record.status != catalogue::Status::kArchived) throw not_merged(gone.record);
    const auto revisions = revisions_of_merge(writer, gone.record);
    const auto kept = writer.find<Innovation>(region, revisions.replaces.from)->record;
    require(caller, Deed::kVerify, {region, kept.owner});
    if (kept.status == catalogue::Status::kArchived) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"merge.part_later_first", {{"name", kept.name}}, ""});
    }
    MergeReport of_gone;
    writer.put(undone(gone.record, revisions.gone.change, of_gone), kParted);
    report.kept = revisions.kept ? undone(kept, revisions.kept->change, report) : kept;
    auto wrong = catalogue::validate(report.kept, environment.taxonomy);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    report.revision = writer.put(report.kept, kParted);
    writer.remove<Relation>(region, revisions.replaces.id, kParted);
    put_all_back(writer, region, revisions.moved, report);
    report.origins = move_origins(writer, region, gone_id, kept.id, gone_id);
  });
  return report;
}

}  // namespace pilah::registry
