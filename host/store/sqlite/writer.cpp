#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/sqlite/view.hpp"

namespace pilah::store::sqlite {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Organisation;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Region;
using catalogue::RegionCode;
using catalogue::Uuid;

namespace {

std::span<const std::uint8_t> blob(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

bool is_mapped(const Innovation& innovation) {
  const auto* primary = catalogue::primary_mapping(innovation);
  return primary && primary->confirmed;
}

}  // namespace

void SqliteWriter::put_region(const Region& region) {
  Statement statement = database_.prepare(
      "INSERT INTO region (code, name, kind, time_zone) VALUES (?, ?, ?, ?) ON CONFLICT (code) "
      "DO UPDATE SET name = excluded.name, kind = excluded.kind, time_zone = excluded.time_zone");
  statement.bind(1, std::string_view(region.code.text())).bind(2, std::string_view(region.name));
  statement.bind(3, catalogue::name_of(region.kind)).bind(4, catalogue::name_of(region.time_zone));
  statement.run();
}

void SqliteWriter::put_origin(const OriginRow& origin) {
  Statement statement = database_.prepare(
      "INSERT INTO origin (region, list, key, innovation, source) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (region, list, key) "
      "DO UPDATE SET innovation = excluded.innovation, source = excluded.source");
  statement.bind(1, std::string_view(origin.region.text())).bind(2, std::string_view(origin.list));
  statement.bind(3, std::string_view(origin.key)).bind(4, origin.innovation.uuid.bytes);
  statement.bind(5, std::string_view(origin.source));
  statement.run();
}

std::int64_t SqliteWriter::put_record(RecordKind kind, const RegionCode& region, const Uuid& id,
                                      const void* record, std::string_view action) {
  const auto newer = document_of(kind, record);
  const std::string document = boost::json::serialize(newer);
  const auto stored = find_document(kind, region, id);
  if (stored && stored->record == document) return stored->revision;
  require_references(kind, region, record);
  if (kind == RecordKind::kOrganisation) {
    require_free_code(region, *static_cast<const Organisation*>(record));
  }
  std::string change;
  if (stored) {
    const auto older = catalogue::parse_json(stored->record).as_object();
    change = boost::json::serialize(difference(older, newer));
  }
  const std::int64_t revision =
      add_audit_entry(kind, region, id, action, sha256(stored ? change : document), change);
  store_record(kind, region, id, record, revision, document, !stored);
  return revision;
}

void SqliteWriter::require_references(RecordKind kind, const RegionCode& region,
                                      const void* record) {
  for (const auto& reference : references_of(kind, record)) {
    Statement statement = database_.prepare(
        std::string("SELECT 1 FROM ") + kind_name(reference.kind) + " WHERE region = ? AND id = ?");
    statement.bind(1, std::string_view(region.text())).bind(2, reference.id.bytes);
    if (statement.step()) continue;
    throw Refusal(RefusalKind::kConflict, Message{"store.missing_reference",
                                                  {{"kind", kind_name(reference.kind)},
                                                   {"id", reference.id.text()},
                                                   {"region", region.text()}},
                                                  reference.pointer});
  }
}

void SqliteWriter::require_free_code(const RegionCode& region, const Organisation& organisation) {
  Statement statement =
      database_.prepare("SELECT 1 FROM organisation WHERE region = ? AND code = ? AND id <> ?");
  statement.bind(1, std::string_view(region.text())).bind(2, std::string_view(organisation.code));
  statement.bind(3, organisation.id.uuid.bytes);
  if (!statement.step()) return;
  throw Refusal(
      RefusalKind::kConflict,
      Message{
          "store.code_taken", {{"code", organisation.code}, {"region", region.text()}}, "/code"});
}

std::int64_t SqliteWriter::add_audit_entry(RecordKind kind, const RegionCode& region,
                                           const Uuid& id, std::string_view action,
                                           const Digest& digest, std::string_view change) {
  AuditEntry entry;
  std::string head;
  {
    Statement statement =
        database_.prepare("SELECT revision, sequence, head FROM region WHERE code = ?");
    statement.bind(1, std::string_view(region.text()));
    if (!statement.step()) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"region.not_of_this_host", {{"code", region.text()}}, "/region"});
    }
    entry.number = statement.integer(0) + 1;
    entry.sequence = statement.integer(1) + 1;
    const auto bytes = statement.blob(2);
    head.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  entry.at = at_;
  entry.actor = actor_;
  entry.action = action;
  entry.kind = kind;
  entry.record = id;
  entry.digest = digest;
  const Digest hash = chained(blob(head), entry);

  Statement insert = database_.prepare(
      "INSERT INTO audit (region, sequence, number, at, actor, action, kind, record, digest, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, std::string_view(region.text())).bind(2, entry.sequence).bind(3, *entry.number);
  insert.bind(4, entry.at).bind(5, entry.actor).bind(6, entry.action);
  insert.bind(7, static_cast<std::int64_t>(kind)).bind(8, id.bytes);
  insert.bind(9, entry.digest).bind(10, hash);
  insert.run();
  if (!change.empty()) {
    Statement text =
        database_.prepare("INSERT INTO change (region, sequence, text) VALUES (?, ?, ?)");
    text.bind(1, std::string_view(region.text())).bind(2, entry.sequence).bind(3, change).run();
  }
  Statement advance =
      database_.prepare("UPDATE region SET revision = ?, sequence = ?, head = ? WHERE code = ?");
  advance.bind(1, *entry.number).bind(2, entry.sequence).bind(3, hash);
  advance.bind(4, std::string_view(region.text())).run();
  return *entry.number;
}

void SqliteWriter::store_record(RecordKind kind, const RegionCode& region, const Uuid& id,
                                const void* record, std::int64_t revision,
                                std::string_view document, bool is_new) {
  if (kind == RecordKind::kInnovation) {
    store_innovation(*static_cast<const Innovation*>(record), revision, document, is_new);
    return;
  }
  const bool has_code = kind == RecordKind::kOrganisation;
  const std::string table = kind_name(kind);
  Statement statement = database_.prepare(
      is_new ? "INSERT INTO " + table +
                   (has_code ? " (revision, document, region, id, code)"
                             : " (revision, document, region, id)") +
                   (has_code ? " VALUES (?, ?, ?, ?, ?)" : " VALUES (?, ?, ?, ?)")
             : "UPDATE " + table + " SET revision = ?, document = ?" +
                   (has_code ? ", code = ?5" : "") + " WHERE region = ?3 AND id = ?4");
  statement.bind(1, revision).bind(2, document).bind(3, std::string_view(region.text()));
  statement.bind(4, id.bytes);
  if (has_code) {
    statement.bind(5, std::string_view(static_cast<const Organisation*>(record)->code));
  }
  statement.run();
}

void SqliteWriter::store_innovation(const Innovation& innovation, std::int64_t revision,
                                    std::string_view document, bool is_new) {
  const std::string key = sort_key(innovation.name);
  const std::string identifying = identity(innovation.owner, innovation.name);
  Statement statement = database_.prepare(
      is_new ? "INSERT INTO innovation (revision, document, status, entry_kind, owner, mapped, "
               "sort_key, identity, region, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
             : "UPDATE innovation SET revision = ?, document = ?, status = ?, entry_kind = ?, "
               "owner = ?, mapped = ?, sort_key = ?, identity = ? WHERE region = ? AND id = ?");
  statement.bind(1, revision).bind(2, document);
  statement.bind(3, static_cast<std::int64_t>(innovation.status));
  statement.bind(4, static_cast<std::int64_t>(innovation.entry_kind));
  if (innovation.owner) {
    statement.bind(5, innovation.owner->uuid.bytes);
  } else {
    statement.bind_null(5);
  }
  statement.bind(6, std::int64_t{is_mapped(innovation)});
  statement.bind(7, blob(key)).bind(8, blob(identifying));
  statement.bind(9, std::string_view(innovation.region.text()));
  statement.bind(10, innovation.id.uuid.bytes);
  statement.run();
  store_areas(innovation, is_new);
}

void SqliteWriter::store_areas(const Innovation& innovation, bool is_new) {
  const std::string_view region = innovation.region.text();
  if (!is_new) {
    Statement clear =
        database_.prepare("DELETE FROM innovation_area WHERE region = ? AND innovation = ?");
    clear.bind(1, region).bind(2, innovation.id.uuid.bytes).run();
  }
  for (const auto& mapping : innovation.mappings) {
    if (!mapping.confirmed) continue;
    Statement insert = database_.prepare(
        "INSERT INTO innovation_area (region, area, innovation) VALUES (?, ?, ?)");
    insert.bind(1, region).bind(2, std::string_view(mapping.area));
    insert.bind(3, innovation.id.uuid.bytes).run();
  }
}

}  // namespace pilah::store::sqlite
