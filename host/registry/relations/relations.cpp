#include "pilah/registry/relations/relations.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/relations/relation_rules.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Relation;
using catalogue::RelationId;

namespace {

Refusal no_such_relation(RelationId id) {
  return {RefusalKind::kNotFound, Message{"relation.not_found", {{"id", id.text()}}, ""}};
}

/// With the names of its ends; nothing when the caller does not see both.
std::optional<RelationEntry> seen(store::Reader& reader, const Sight& sight,
                                  const store::Stored<Relation>& stored) {
  const Relation& relation = stored.record;
  const auto from = reader.find<Innovation>(relation.region, relation.from);
  const auto to = reader.find<Innovation>(relation.region, relation.to);
  if (!from || !to || !sees(sight, from->record) || !sees(sight, to->record)) return std::nullopt;
  return RelationEntry{relation, from->record.name, to->record.name, stored.revision};
}

RelationEntry found(store::Reader& reader, const Sight& sight, const RegionCode& region,
                    RelationId id) {
  const auto stored = reader.find<Relation>(region, id);
  auto entry = stored ? seen(reader, sight, *stored) : std::nullopt;
  if (!entry) throw no_such_relation(id);
  return *std::move(entry);
}

/// An end of a new relation. What the caller does not see is not told to be there.
Innovation end_of(store::Reader& reader, const Sight& sight, const RegionCode& region,
                  InnovationId id, const char* pointer) {
  auto stored = reader.find<Innovation>(region, id);
  if (stored && sees(sight, stored->record)) return std::move(stored->record);
  throw Refusal(
      RefusalKind::kInvalid,
      Message{"relation.no_such_entry", {{"id", id.text()}, {"region", region.text()}}, pointer});
}

void require_plausible(const Relation& relation) {
  if (relation.from == relation.to) {
    throw Refusal(RefusalKind::kInvalid, Message{"relation.with_itself", {}, "/to"});
  }
  if (relation.note.size() > kLongestNote) {
    throw Refusal(RefusalKind::kInvalid, Message{"relation.note_too_long",
                                                 {{"found", std::to_string(relation.note.size())},
                                                  {"largest", std::to_string(kLongestNote)}},
                                                 "/note"});
  }
}

void require_room(const StoredRelations& all, const Relation& relation) {
  const auto refuse = [](const char* kind, std::size_t most) {
    throw Refusal(RefusalKind::kConflict, Message{kind, {{"most", std::to_string(most)}}, ""});
  };
  if (all.size() >= kMostRelations) refuse("relation.too_many", kMostRelations);
  for (const auto& end : {relation.from, relation.to}) {
    const auto count = std::count_if(
        all.begin(), all.end(), [&](const auto& stored) { return is_end(stored.record, end); });
    if (static_cast<std::size_t>(count) >= kMostRelationsOfEntry) {
      refuse("relation.too_many_of_entry", kMostRelationsOfEntry);
    }
  }
}

void require_new(const StoredRelations& all, const RelationEntry& entry) {
  const Relation& relation = entry.relation;
  const auto conflict = [&](const char* kind) {
    throw Refusal(RefusalKind::kConflict,
                  Message{kind,
                          {{"from", entry.from_name},
                           {"kind", std::string(catalogue::name_of(relation.kind))},
                           {"to", entry.to_name}},
                          "/kind"});
  };
  for (const auto& stored : all) {
    if (says_the_same(stored.record, relation)) conflict("relation.exists");
  }
  if (closes_circle(all, relation)) conflict("relation.circle");
}

}  // namespace

std::vector<RelationEntry> relations(const Environment& environment, const Caller& caller,
                                     const RegionCode& region,
                                     const std::optional<InnovationId>& entry) {
  std::vector<RelationEntry> all;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    reader.each<Relation>(region, [&](const store::Stored<Relation>& stored) {
      if (entry && !is_end(stored.record, *entry)) return true;
      if (auto told = seen(reader, sight, stored)) all.push_back(*std::move(told));
      return true;
    });
  });
  const auto key = [](const RelationEntry& one) {
    return std::tuple(one.relation.kind, text::fold(one.from_name), text::fold(one.to_name),
                      one.relation.id);
  };
  std::sort(all.begin(), all.end(),
            [&](const auto& one, const auto& other) { return key(one) < key(other); });
  return all;
}

RelationEntry relation(const Environment& environment, const Caller& caller,
                       const RegionCode& region, RelationId id) {
  RelationEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = found(reader, sight_of(reader, caller, region), region, id);
  });
  return entry;
}

RelationEntry add_relation(const Environment& environment, const Caller& caller,
                           Relation relation) {
  require_plausible(relation);
  RelationEntry entry;
  relation.id = RelationId{environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const Sight sight = sight_of(writer, caller, relation.region);
    const auto from = end_of(writer, sight, relation.region, relation.from, "/from");
    const auto to = end_of(writer, sight, relation.region, relation.to, "/to");
    require(caller, Deed::kRelate, {relation.region, from.owner});
    entry = {relation, from.name, to.name, 0};
    const auto all = writer.all<Relation>(relation.region);
    require_new(all, entry);
    require_room(all, relation);
    entry.revision = writer.put(relation, "added");
  });
  return entry;
}

void remove_relation(const Environment& environment, const Caller& caller, const RegionCode& region,
                     RelationId id, std::optional<std::int64_t> expected_revision) {
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const Sight sight = sight_of(writer, caller, region);
    const auto entry = found(writer, sight, region, id);
    const auto from = writer.find<Innovation>(region, entry.relation.from);
    require(caller, Deed::kRelate, {region, from->record.owner});
    if (expected_revision && *expected_revision != entry.revision) {
      throw Refusal(
          RefusalKind::kStale,
          Message{"relation.changed_since", {{"revision", std::to_string(entry.revision)}}, ""});
    }
    writer.remove<Relation>(region, id, "removed");
  });
}

}  // namespace pilah::registry
