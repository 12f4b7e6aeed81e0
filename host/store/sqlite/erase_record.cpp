// The writer's erasure of fields: its own file beside writer.cpp.
#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/sqlite/erasure.hpp"
#include "pilah/store/sqlite/kept_requests.hpp"
#include "pilah/store/sqlite/record_sql.hpp"
#include "pilah/store/sqlite/working_copies.hpp"
#include "pilah/store/sqlite/writer.hpp"

namespace pilah::store::sqlite {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Uuid;

/// What a record cannot be without, or is looked up by.
void require_erasable(RecordKind kind, const std::vector<std::string>& fields) {
  const auto& known = fields_of(kind);
  for (const auto& field : fields) {
    const bool kept = field == "id" || field == "region" || field == "code" ||
                      (field == "name" && kind != RecordKind::kPerson);
    if (!kept && std::find(known.begin(), known.end(), field) != known.end()) continue;
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"store.not_erasable", {{"field", field}, {"kind", kind_name(kind)}}, "/fields"});
  }
}

/// What lists had said of the innovation.
void forget_origins(Database& database, const RegionCode& region, const Uuid& innovation) {
  Statement statement =
      database.prepare("UPDATE origin SET source = '{}' WHERE region = ? AND innovation = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, innovation.bytes).run();
}

void clear_fields(catalogue::Innovation& innovation, const std::vector<std::string>& fields) {
  catalogue::Innovation::fields(innovation, [&](const char* key, auto& field) {
    if (std::find(fields.begin(), fields.end(), key) != fields.end()) field = {};
  });
}

}  // namespace

std::int64_t SqliteWriter::erase_fields(RecordKind kind, const RegionCode& region, const Uuid& id,
                                        const std::vector<std::string>& fields) {
  require_erasable(kind, fields);
  ChainEnd& end = chain_end(region);
  const auto before = find_document(kind, region, id);
  if (!before) {
    throw Refusal(
        RefusalKind::kNotFound,
        Message{"store.record_not_found", {{"kind", kind_name(kind)}, {"id", id.text()}}, ""});
  }
  const std::string document = without_fields(before->record, fields);
  within_put_ = true;
  auto texts = change_texts(database_, region, kind, id, end.sequence + 1);
  erase_from_changes(database_, region, texts, fields);
  store_erased_row(kind, region, id, end.revision + 1, document, *before);
  AuditEntry entry;
  entry.number = end.revision + 1;
  entry.action = kErased;
  entry.kind = kind;
  entry.record = id;
  // Under the old salt a guessed text could still be held against its digest.
  const auto salt =
      kind == RecordKind::kPerson ? new_salt(region, id) : std::vector<std::uint8_t>();
  entry.digest = digest_of_erasure(salt, document, texts);
  add_audit_entry(end, region, entry, {});
  if (kind == RecordKind::kInnovation) {
    erase_from_pending(region, id, fields);
    forget_origins(database_, region, id);
    delete_working_copies_of(database_, region, id);
  }
  delete_answers_of(database_, region);
  within_put_ = false;
  return end.revision;
}

void SqliteWriter::erase_from_pending(const RegionCode& region, const Uuid& id,
                                      const std::vector<std::string>& fields) {
  constexpr RecordKind kKind = RecordKind::kPendingVersion;
  ChainEnd& end = chain_end(region);
  const auto before = find_document(kKind, region, id);
  auto texts = change_texts(database_, region, kKind, id, end.sequence + 1);
  if (!before && texts.empty()) return;
  // A version that is gone is of no more use; how the one that waits came about neither.
  erase_from_changes(database_, region, texts, fields_of(kKind));
  std::string document(kNoFields);
  if (before) {
    auto record =
        catalogue::from_json<catalogue::PendingVersion>(catalogue::parse_json(before->record));
    for (auto* version : {&record.entry, &record.base}) clear_fields(*version, fields);
    document = document_of(kKind, &record);
    store_row({kKind, region, id, &record, end.revision + 1, document, &*before});
  }
  AuditEntry entry;
  entry.number = end.revision + 1;
  entry.action = kErased;
  entry.kind = kKind;
  entry.record = id;
  entry.digest = digest_of_erasure({}, document, texts);
  add_audit_entry(end, region, entry, {});
}

void SqliteWriter::store_erased_row(RecordKind kind, const RegionCode& region, const Uuid& id,
                                    std::int64_t revision, const std::string& document,
                                    const Stored<std::string>& before) {
  if (kind == RecordKind::kInnovation) {
    const auto record =
        catalogue::from_json<catalogue::Innovation>(catalogue::parse_json(document));
    return store_innovation({kind, region, id, &record, revision, document, &before});
  }
  Statement statement = database_.prepare(record_sql(kind).update);
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  statement.bind(3, revision).bind(4, std::string_view(document)).run();
}

}  // namespace pilah::store::sqlite
