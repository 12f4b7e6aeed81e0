#include "pilah/store/sqlite/verify.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/audit_chain.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/sqlite/columns.hpp"
#include "pilah/store/sqlite/erasure.hpp"
#include "pilah/store/sqlite/record_sql.hpp"

namespace pilah::store::sqlite {
namespace {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Uuid;

constexpr std::size_t kMostFindings = 1000;

bool equal(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

class Verification {
 public:
  Verification(Database& database, const std::vector<ChainHead>& outside)
      : database_(database), outside_(outside), held_(outside.size(), false) {}

  VerifyReport run() {
    check_pages();
    for (const auto& code : region_codes()) {
      ++report_.regions;
      region_ = code;
      check_chain();
      check_audited_records();
      for (const RecordKind kind : all_kinds()) check_records(kind);
      check_counts();
    }
    check_outside_heads();
    return std::move(report_);
  }

 private:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  /// A record under examination.
  struct Record {
    RecordKind kind;
    Uuid id;
    std::int64_t revision;
    std::string_view document;
    std::span<const std::uint8_t> salt;
  };

  void find(const char* kind, Arguments arguments) {
    if (report_.findings.size() == kMostFindings) return;
    arguments.emplace_back("region", region_);
    report_.findings.push_back({region_, Message{kind, std::move(arguments), ""}});
  }
  void find(const char* kind, const Record& record) {
    find(kind, {{"kind", kind_name(record.kind)}, {"id", record.id.text()}});
  }

  /// Not through the reader: a damaged region must not end the verification.
  std::vector<std::string> region_codes() {
    std::vector<std::string> codes;
    Statement statement = database_.prepare("SELECT code FROM region ORDER BY code");
    while (statement.step()) codes.emplace_back(statement.text(0));
    return codes;
  }

  void check_pages() {
    Statement integrity = database_.prepare("PRAGMA integrity_check(20)");
    while (integrity.step()) {
      if (integrity.text(0) != "ok") {
        find("verify.damaged_page", {{"why", std::string(integrity.text(0))}});
      }
    }
    Statement keys = database_.prepare("PRAGMA foreign_key_check");
    while (keys.step()) {
      find("verify.missing_row", {{"table", std::string(keys.text(0))},
                                  {"row", std::to_string(keys.integer(1))},
                                  {"missing", std::string(keys.text(2))}});
    }
  }

  /// Every entry's hash follows from the one before; sequences and revision
  /// numbers have no gap; what the region says of its end is so.
  void check_chain() {
    Statement statement = database_.prepare(
        "SELECT sequence, number, at, actor, action, kind, record, digest, hash FROM audit "
        "WHERE region = ? ORDER BY sequence");
    statement.bind(1, std::string_view(region_));
    std::vector<std::uint8_t> head;
    std::int64_t sequence = 0;
    std::int64_t number = 0;
    Digest region_digest{};
    while (statement.step()) {
      ++report_.audit_entries;
      const AuditEntry entry = entry_in(statement);
      const std::string at = std::to_string(entry.sequence);
      if (entry.sequence != ++sequence) {
        find("verify.sequence_gap", {{"sequence", at}, {"expected", std::to_string(sequence)}});
        sequence = entry.sequence;
      }
      if (entry.number) {
        ++report_.revisions;
        if (*entry.number != ++number) {
          find("verify.revision_gap",
               {{"sequence", at}, {"number", std::to_string(*entry.number)}});
          number = *entry.number;
        }
      }
      if (entry.kind == kRegionItself) region_digest = entry.digest;
      const auto stored = statement.blob(8);
      if (!equal(chained(head, entry), stored)) {
        find("verify.chain_broken", {{"sequence", at},
                                     {"action", std::string(entry.action)},
                                     {"record", entry.record.text()}});
      }
      head.assign(stored.begin(), stored.end());
      note_held(entry.sequence, head);
    }
    check_end(sequence, number, head, region_digest);
  }

  static AuditEntry entry_in(const Statement& row) {
    AuditEntry entry;
    entry.sequence = row.integer(0);
    if (!row.is_null(1)) entry.number = row.integer(1);
    entry.at = row.integer(2);
    entry.actor = row.text(3);
    entry.action = row.text(4);
    entry.kind = static_cast<RecordKind>(row.integer(5));
    entry.record = uuid_of(row.blob(6));
    const auto digest = row.blob(7);
    if (digest.size() == entry.digest.size()) {
      std::copy(digest.begin(), digest.end(), entry.digest.begin());
    }
    return entry;
  }

  void check_end(std::int64_t sequence, std::int64_t number, std::span<const std::uint8_t> head,
                 const Digest& region_digest) {
    Statement statement =
        database_.prepare("SELECT sequence, revision, head, document FROM region WHERE code = ?");
    statement.bind(1, std::string_view(region_));
    statement.step();
    if (statement.integer(0) != sequence || statement.integer(1) != number ||
        !equal(statement.blob(2), head)) {
      find("verify.end_missing", {{"sequence", std::to_string(sequence)}});
    }
    if (sha256(statement.text(3)) != region_digest) find("verify.region_altered", Arguments{});
    report_.heads.push_back({region_, sequence, hexadecimal(head)});
  }

  void note_held(std::int64_t sequence, std::span<const std::uint8_t> hash) {
    for (std::size_t i = 0; i < outside_.size(); ++i) {
      const ChainHead& head = outside_[i];
      if (head.region == region_ && head.sequence == sequence && head.hash == hexadecimal(hash)) {
        held_[i] = true;
      }
    }
  }

  void check_outside_heads() {
    for (std::size_t i = 0; i < outside_.size(); ++i) {
      if (held_[i]) continue;
      region_ = outside_[i].region;
      find("verify.head_missing",
           {{"sequence", std::to_string(outside_[i].sequence)}, {"hash", outside_[i].hash}});
    }
  }

  /// What the chain tells of is there, unless the chain tells too that it was
  /// taken away. (A record that it does not tell of is found by its missing history.)
  void check_audited_records() {
    Statement statement = database_.prepare(
        "SELECT kind, record, max(number) FROM audit WHERE region = ? AND number IS NOT NULL "
        "GROUP BY kind, record");
    statement.bind(1, std::string_view(region_));
    while (statement.step()) {
      const auto kind = static_cast<RecordKind>(statement.integer(0));
      const Uuid id = uuid_of(statement.blob(1));
      const bool known =
          std::find(all_kinds().begin(), all_kinds().end(), kind) != all_kinds().end();
      if (!known) {
        find("verify.record_missing",
             {{"kind", std::to_string(statement.integer(0))}, {"id", id.text()}});
      } else if (!is_there(kind, id)) {
        check_history({kind, id, statement.integer(2), kNoFields, {}}, "verify.record_missing");
      }
    }
  }

  bool is_there(RecordKind kind, const Uuid& id) {
    Statement statement = database_.prepare(record_sql(kind).exists);
    return statement.bind(1, std::string_view(region_)).bind(2, id.bytes).step();
  }

  void check_records(RecordKind kind) {
    std::string columns = "SELECT id, revision, document";
    if (kind == RecordKind::kOrganisation) columns += ", code";
    if (kind == RecordKind::kPerson) columns += ", salt";
    if (kind == RecordKind::kInnovation) columns += ", status, entry_kind, owner, mapped, sort_key";
    Statement row =
        database_.prepare(columns + " FROM " + kind_name(kind) + " WHERE region = ? ORDER BY id");
    row.bind(1, std::string_view(region_));
    while (row.step()) {
      ++report_.records;
      const Record record{
          kind, uuid_of(row.blob(0)), row.integer(1), row.text(2),
          kind == RecordKind::kPerson ? row.blob(3) : std::span<const std::uint8_t>()};
      check_history(record, "verify.record_altered");
      try {
        const auto document = catalogue::parse_json(record.document);
        check_place(record, document);
        check_references(record, document);
        check_columns(record, document, row);
      } catch (const catalogue::Refusal&) {
        find("verify.unreadable_record", record);
      }
    }
  }

  /// Undoes change after change, back to the document whose digest was chained
  /// when the record was new, or when something of it was erased; and on from nothing
  /// where it was taken away before. `otherwise`: what is found when its history does
  /// not lead to the record.
  void check_history(const Record& record, const char* otherwise) {
    Statement statement = database_.prepare(
        "SELECT sequence, number, digest, text, action FROM audit INDEXED BY audit_of_record "
        "LEFT JOIN change USING (region, "
        "sequence) "
        "WHERE region = ? AND record = ? AND kind = ? AND number IS NOT NULL "
        "ORDER BY sequence DESC");
    statement.bind(1, std::string_view(region_)).bind(2, record.id.bytes);
    statement.bind(3, static_cast<std::int64_t>(record.kind));
    if (!statement.step()) return find("verify.no_history", record);
    if (statement.integer(1) != record.revision) find("verify.wrong_revision", record);
    try {
      UnrolledDocument unrolled(record.document);
      for (;;) {
        const Digest digest = digest_in(statement);
        if (statement.is_null(3)) {  // here it was new, or something of it was erased
          const std::string document = unrolled.text(fields_of(record.kind));
          if (statement.text(4) == kErased) {
            return check_erasure(record, document, statement.integer(0), digest);
          }
          if (salted(record.salt, document) != digest) return find(otherwise, record);
          if (!statement.step()) return;
          if (statement.is_null(3)) return find("verify.change_missing", record);
          unrolled = UnrolledDocument(kNoFields);
          continue;
        }
        const std::string_view change = statement.text(3);
        if (salted(record.salt, change) != digest) {
          find("verify.change_altered", {{"sequence", std::to_string(statement.integer(0))},
                                         {"kind", kind_name(record.kind)},
                                         {"id", record.id.text()}});
        }
        unrolled.undo(change);
        if (!statement.step()) return find("verify.no_beginning", record);
      }
    } catch (const std::invalid_argument&) {
      find(otherwise, record);
    }
  }

  /// An erasure vouches for the document and for all that is left of the texts before it.
  void check_erasure(const Record& record, std::string_view document, std::int64_t sequence,
                     const Digest& digest) {
    const auto region = catalogue::RegionCode::parse(region_);
    if (!region) return find("verify.record_altered", record);
    const auto texts = change_texts(database_, *region, record.kind, record.id, sequence);
    if (digest_of_erasure(record.salt, document, texts) != digest) {
      return find("verify.record_altered", record);
    }
    UnrolledDocument unrolled(document);
    for (const auto& change : texts) unrolled.undo(change.text);
  }

  static Digest digest_in(const Statement& row) {
    Digest digest{};
    const auto bytes = row.blob(2);
    if (bytes.size() == digest.size()) std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
  }

  void check_place(const Record& record, const boost::json::value& document) {
    const auto* object = document.if_object();
    const auto* region = object ? object->if_contains("region") : nullptr;
    const auto* id = object ? object->if_contains("id") : nullptr;
    if (!region || !id || *region != boost::json::string(region_) ||
        *id != boost::json::string(record.id.text())) {
      find("verify.columns_differ", record);
    }
  }

  void check_references(const Record& record, const boost::json::value& document) {
    for (const auto& reference : references_in(record.kind, document)) {
      if (is_there(reference.kind, reference.id)) continue;
      find("verify.missing_reference", {{"kind", kind_name(record.kind)},
                                        {"id", record.id.text()},
                                        {"missing_kind", kind_name(reference.kind)},
                                        {"missing", reference.id.text()},
                                        {"pointer", reference.pointer}});
    }
  }

  void check_columns(const Record& record, const boost::json::value& document,
                     const Statement& row) {
    bool fits = true;
    if (record.kind == RecordKind::kOrganisation) {
      fits = row.text(3) == catalogue::from_json<catalogue::Organisation>(document).code;
    } else if (record.kind == RecordKind::kInnovation) {
      const auto columns = columns_of(catalogue::from_json<Innovation>(document));
      const bool owner_fits =
          columns.owner ? equal(row.blob(5), columns.owner->bytes) : row.is_null(5);
      fits = owner_fits && row.integer(3) == columns.status &&
             row.integer(4) == columns.entry_kind && (row.integer(6) != 0) == columns.mapped &&
             equal(row.blob(7), blob(columns.sort_key)) &&
             names_fit(record, columns.areas, areas_) &&
             names_fit(record, columns.evidence, evidence_);
    } else if (record.kind == RecordKind::kPendingVersion) {
      const auto pending = catalogue::from_json<catalogue::PendingVersion>(document);
      fits = names_fit(record, evidence_of(pending.entry), pending_evidence_);
    }
    if (!fits) find("verify.columns_differ", record);
  }

  /// A table of what records are looked up by, and how many rows the documents tell of.
  struct Names {
    const char* exists;
    const char* count;
    std::int64_t told = 0;
  };

  bool names_fit(const Record& record, const std::vector<std::string>& all, Names& names) {
    names.told += static_cast<std::int64_t>(all.size());
    return std::all_of(all.begin(), all.end(), [&](const std::string& name) {
      Statement statement = database_.prepare(names.exists);
      statement.bind(1, std::string_view(region_)).bind(2, std::string_view(name));
      return statement.bind(3, record.id.bytes).step();
    });
  }

  /// Each innovation's areas and files are there; so more rows are rows too many.
  void check_counts() {
    check_count(areas_, "verify.areas_too_many");
    check_count(evidence_, "verify.evidence_too_many");
    check_count(pending_evidence_, "verify.evidence_too_many");
  }
  void check_count(Names& names, const char* finding) {
    Statement statement = database_.prepare(names.count);
    statement.bind(1, std::string_view(region_)).step();
    if (statement.integer(0) > std::exchange(names.told, 0)) find(finding, Arguments{});
  }

  Database& database_;
  const std::vector<ChainHead>& outside_;
  std::vector<bool> held_;  // which of those a chain holds
  std::string region_;
  Names areas_{"SELECT 1 FROM innovation_area WHERE region = ? AND area = ? AND innovation = ?",
               "SELECT count(*) FROM innovation_area WHERE region = ?"};
  Names evidence_{
      "SELECT 1 FROM innovation_evidence WHERE region = ? AND sha256 = ? AND innovation = ?",
      "SELECT count(*) FROM innovation_evidence WHERE region = ?"};
  Names pending_evidence_{
      "SELECT 1 FROM pending_evidence WHERE region = ? AND sha256 = ? AND innovation = ?",
      "SELECT count(*) FROM pending_evidence WHERE region = ?"};
  VerifyReport report_;
};

}  // namespace

VerifyReport verify_database(Database& database, const std::vector<ChainHead>& outside) {
  return Verification(database, outside).run();
}

std::vector<ChainHead> heads_of(Database& database) {
  std::vector<ChainHead> heads;
  Statement statement = database.prepare("SELECT code, sequence, head FROM region ORDER BY code");
  while (statement.step()) {
    heads.push_back(
        {std::string(statement.text(0)), statement.integer(1), hexadecimal(statement.blob(2))});
  }
  return heads;
}

}  // namespace pilah::store::sqlite
