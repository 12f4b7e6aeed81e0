#include "pilah/store/sqlite/writer.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/sqlite/erasure.hpp"
#include "pilah/store/sqlite/kept_requests.hpp"
#include "pilah/store/sqlite/record_sql.hpp"
#include "pilah/store/sqlite/working_copies.hpp"

namespace pilah::store::sqlite {

using catalogue::Message;
using catalogue::Organisation;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Region;
using catalogue::RegionCode;
using catalogue::Uuid;

namespace {

constexpr std::size_t kLongestDocument = std::size_t{64} * 1024 * 1024;

void require_size(std::size_t bytes) {
  if (bytes <= kLongestDocument) return;
  throw Refusal(RefusalKind::kInvalid, Message{"store.too_long",
                                               {{"found", std::to_string(bytes)},
                                                {"largest", std::to_string(kLongestDocument)}},
                                               ""});
}

}  // namespace

Refusal SqliteWriter::missing_reference(RecordKind kind, const Uuid& id, const RegionCode& region,
                                        const std::string& pointer) {
  return {RefusalKind::kConflict,
          Message{"store.missing_reference",
                  {{"kind", kind_name(kind)}, {"id", id.text()}, {"region", region.text()}},
                  pointer}};
}

SqliteWriter::ChainEnd& SqliteWriter::chain_end(const RegionCode& region) {
  const auto known = ends_.find(region.text());
  if (known != ends_.end()) return known->second;
  Statement statement = database_.prepare(
      "SELECT revision, region.sequence, head, at FROM region LEFT JOIN audit "
      "ON audit.region = code AND audit.sequence = region.sequence WHERE code = ?");
  statement.bind(1, std::string_view(region.text()));
  if (!statement.step()) {
    throw Refusal(RefusalKind::kNotFound,
                  Message{"region.not_of_this_host", {{"code", region.text()}}, "/region"});
  }
  const auto head = statement.blob(2);
  ChainEnd end{statement.integer(0),
               statement.integer(1),
               {head.begin(), head.end()},
               statement.integer(3),
               false};
  return ends_.emplace(region.text(), std::move(end)).first->second;
}

std::int64_t SqliteWriter::revision(const RegionCode& region) {
  const auto known = ends_.find(region.text());
  return known != ends_.end() ? known->second.revision : View<Writer>::revision(region);
}

std::vector<std::pair<RegionCode, std::int64_t>> SqliteWriter::revisions() {
  auto all = View<Writer>::revisions();
  for (auto& [region, number] : all) number = revision(region);
  return all;
}

void SqliteWriter::finish() {
  if (within_put_) {
    throw Refusal(RefusalKind::kUnavailable, Message{"store.half_done", {}, ""});
  }
  for (const auto& [code, end] : ends_) {
    if (!end.moved) continue;
    Statement statement =
        database_.prepare("UPDATE region SET revision = ?, sequence = ?, head = ? WHERE code = ?");
    statement.bind(1, end.revision).bind(2, end.sequence).bind(3, end.head);
    statement.bind(4, std::string_view(code)).run();
  }
  if (actor_.request) {
    store_request(database_, {*actor_.request, at_, changed_, revision_, std::nullopt});
  }
}

void SqliteWriter::put_region(const Region& region) {
  const std::string document = boost::json::serialize(catalogue::to_json(region));
  const std::string_view code = region.code.text();
  const auto before = this->region(region.code);
  if (before == region) return;
  within_put_ = true;
  Statement statement = database_.prepare(
      "INSERT INTO region (code, document, revision, sequence, head) VALUES (?, ?, 0, 0, x'') "
      "ON CONFLICT (code) DO UPDATE SET document = excluded.document");
  statement.bind(1, code).bind(2, std::string_view(document)).run();
  AuditEntry entry;
  entry.action = before ? "region changed" : "region added";
  entry.kind = kRegionItself;
  entry.digest = sha256(document);
  add_audit_entry(chain_end(region.code), region.code, entry, {});
  within_put_ = false;
}

void SqliteWriter::put_origin(const OriginRow& origin) {
  require_size(origin.source.size());
  if (!is_there(RecordKind::kInnovation, origin.region, origin.innovation.uuid)) {
    throw missing_reference(RecordKind::kInnovation, origin.innovation.uuid, origin.region,
                            "/innovation");
  }
  Statement statement = database_.prepare(
      "INSERT INTO origin (region, list, key, innovation, source) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (region, list, key) DO UPDATE SET innovation = excluded.innovation, "
      "source = excluded.source");
  statement.bind(1, std::string_view(origin.region.text())).bind(2, std::string_view(origin.list));
  statement.bind(3, std::string_view(origin.key)).bind(4, origin.innovation.uuid.bytes);
  statement.bind(5, std::string_view(origin.source)).run();
}

void SqliteWriter::note(const RegionCode& region, std::string_view action,
                        const catalogue::AccountId& account) {
  within_put_ = true;
  AuditEntry entry;
  entry.action = action;
  entry.kind = kAccount;
  entry.record = account.uuid;
  entry.digest = sha256({});
  add_audit_entry(chain_end(region), region, entry, {});
  within_put_ = false;
}

std::int64_t SqliteWriter::put_working_copy(const WorkingCopy& copy) {
  require_size(copy.document.size());
  // Not from 1: the version of one that was dropped must not come again.
  std::array<std::uint8_t, 5> bytes{};
  random_(bytes);
  std::int64_t first = 0;
  for (const std::uint8_t byte : bytes) first = (first << 8) + byte;
  return store_working_copy(database_, copy, first, at_);
}

void SqliteWriter::drop_working_copy(const RegionCode& region, std::string_view account,
                                     catalogue::InnovationId innovation) {
  delete_working_copy(database_, region, account, innovation);
}

void SqliteWriter::keep_answer(const catalogue::RequestKey& request, std::string_view answer) {
  if (answer.size() <= kLongestAnswer) store_answer(database_, request, answer);
}

std::int64_t SqliteWriter::put_record(RecordKind kind, const RegionCode& region, const Uuid& id,
                                      const void* record, std::string_view action) {
  if (action == kErased) throw std::logic_error("only an erasure is called so");
  ChainEnd& end = chain_end(region);
  std::string document = document_of(kind, record);
  require_size(document.size());
  const auto before = find_document(kind, region, id);
  std::string change;
  if (before) {
    if (before->record == document) return before->revision;
    auto replacement = replace(before->record, document);
    if (replacement.change.empty()) return before->revision;
    document = std::move(replacement.document);
    change = std::move(replacement.change);
  }
  require_references(kind, region, record);
  if (kind == RecordKind::kOrganisation) {
    require_free_code(*static_cast<const Organisation*>(record));
  }
  within_put_ = true;
  store_row({kind, region, id, record, end.revision + 1, document, before ? &*before : nullptr});
  AuditEntry entry;
  entry.number = end.revision + 1;
  entry.action = action;
  entry.kind = kind;
  entry.record = id;
  const std::string_view digested = before ? change : document;
  entry.digest =
      kind == RecordKind::kPerson ? salted(salt_of(region, id), digested) : sha256(digested);
  add_audit_entry(end, region, entry, change);
  within_put_ = false;
  if (!before) found_.emplace(kind, region.text(), id);
  return end.revision;
}

void SqliteWriter::add_aside_document(AsideKind kind, const RegionCode& region, const Uuid& id,
                                      const Digest& digest, const std::string& document) {
  require_size(document.size());
  chain_end(region);  // refuses a region that is not of this host
  Statement statement = database_.prepare(
      "INSERT INTO aside (region, kind, id, digest, document) VALUES (?, ?, ?, ?, ?)");
  statement.bind(1, std::string_view(region.text())).bind(2, static_cast<std::int64_t>(kind));
  statement.bind(3, id.bytes).bind(4, digest).bind(5, std::string_view(document)).run();
}

void SqliteWriter::change_aside_document(AsideKind kind, const RegionCode& region, const Uuid& id,
                                         const std::string& document) {
  require_size(document.size());
  Statement statement = database_.prepare(
      "UPDATE aside SET document = ?4 WHERE region = ?1 AND kind = ?2 AND id = ?3");
  statement.bind(1, std::string_view(region.text())).bind(2, static_cast<std::int64_t>(kind));
  statement.bind(3, id.bytes).bind(4, std::string_view(document)).run();
}

std::int64_t SqliteWriter::remove_record(RecordKind kind, const RegionCode& region, const Uuid& id,
                                         std::string_view action) {
  ChainEnd& end = chain_end(region);
  const auto before = find_document(kind, region, id);
  if (!before) {
    throw Refusal(RefusalKind::kNotFound,
                  Message{"store.no_such_record",
                          {{"kind", kind_name(kind)}, {"id", id.text()}, {"region", region.text()}},
                          ""});
  }
  // A change of every field into nothing: history can undo it like any other.
  const std::string change = replace(before->record, kNoFields).change;
  within_put_ = true;
  if (kind == RecordKind::kPendingVersion) drop_pending_evidence(region, id, before->record);
  Statement statement = database_.prepare(record_sql(kind).remove);
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes).run();
  AuditEntry entry;
  entry.number = end.revision + 1;
  entry.action = action;
  entry.kind = kind;
  entry.record = id;
  entry.digest = sha256(change);
  add_audit_entry(end, region, entry, change);
  within_put_ = false;
  found_.erase(std::tuple(kind, region.text(), id));
  return end.revision;
}

bool SqliteWriter::is_there(RecordKind kind, const RegionCode& region, const Uuid& id) {
  auto key = std::tuple(kind, region.text(), id);
  if (found_.contains(key)) return true;
  Statement statement = database_.prepare(record_sql(kind).exists);
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  if (!statement.step()) return false;
  found_.insert(std::move(key));
  return true;
}

void SqliteWriter::require_references(RecordKind kind, const RegionCode& region,
                                      const void* record) {
  for (const auto& reference : references_of(kind, record)) {
    if (is_there(reference.kind, region, reference.id)) continue;
    throw missing_reference(reference.kind, reference.id, region, reference.pointer);
  }
}

void SqliteWriter::require_free_code(const Organisation& organisation) {
  const std::string_view region = organisation.region.text();
  Statement statement =
      database_.prepare("SELECT 1 FROM organisation WHERE region = ? AND code = ? AND id <> ?");
  statement.bind(1, region).bind(2, std::string_view(organisation.code));
  statement.bind(3, organisation.id.uuid.bytes);
  if (!statement.step()) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"store.code_taken",
                        {{"code", organisation.code}, {"region", std::string(region)}},
                        "/code"});
}

void SqliteWriter::add_audit_entry(ChainEnd& end, const RegionCode& region, AuditEntry entry,
                                   std::string_view change) {
  entry.sequence = end.sequence + 1;
  entry.at = std::max(at_, end.at);
  entry.actor = actor_.text;
  const Digest hash = chained(end.head, entry);
  Statement insert = database_.prepare(
      "INSERT INTO audit (region, sequence, number, at, actor, action, kind, record, digest, "
      "hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, std::string_view(region.text())).bind(2, entry.sequence);
  if (entry.number) {
    insert.bind(3, *entry.number);
  } else {
    insert.bind_null(3);
  }
  insert.bind(4, entry.at).bind(5, entry.actor).bind(6, entry.action);
  insert.bind(7, static_cast<std::int64_t>(entry.kind)).bind(8, entry.record.bytes);
  insert.bind(9, entry.digest).bind(10, hash).run();
  if (!change.empty()) {
    Statement text =
        database_.prepare("INSERT INTO change (region, sequence, text) VALUES (?, ?, ?)");
    text.bind(1, std::string_view(region.text())).bind(2, entry.sequence).bind(3, change).run();
  }
  end.sequence = entry.sequence;
  end.at = entry.at;
  if (entry.number) {
    end.revision = *entry.number;
    changed_ = region;
    revision_ = end.revision;
  }
  end.head.assign(hash.begin(), hash.end());
  end.moved = true;
}

}  // namespace pilah::store::sqlite
