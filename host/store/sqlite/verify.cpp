#include "pilah/store/sqlite/verify.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/audit_chain.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/sqlite/view.hpp"

namespace pilah::store::sqlite {
namespace {

using catalogue::Message;
using catalogue::RegionCode;
using catalogue::Uuid;

constexpr std::size_t kMostFindings = 1000;

Uuid uuid_of(std::span<const std::uint8_t> bytes) {
  Uuid uuid;
  std::copy_n(bytes.begin(), std::min(bytes.size(), uuid.bytes.size()), uuid.bytes.begin());
  return uuid;
}

bool equal(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

class Verification {
 public:
  explicit Verification(Database& database) : database_(database), reader_(database) {}

  VerifyReport run() {
    check_pages();
    for (const auto& region : reader_.regions()) {
      ++report_.regions;
      region_ = region.code.text();
      check_chain();
      for (const RecordKind kind : all_kinds()) check_records(kind, region.code);
    }
    return std::move(report_);
  }

 private:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  void find(const char* kind, Arguments arguments) {
    if (report_.findings.size() == kMostFindings) return;
    arguments.emplace_back("region", region_);
    report_.findings.push_back({region_, Message{kind, std::move(arguments), ""}});
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
        "SELECT sequence, number, at, actor, action, kind, record, digest, hash, text FROM audit "
        "LEFT JOIN change USING (region, sequence) WHERE region = ? ORDER BY sequence");
    statement.bind(1, std::string_view(region_));
    std::string head;
    std::int64_t sequence = 0;
    std::int64_t number = 0;
    while (statement.step()) {
      ++report_.audit_entries;
      AuditEntry entry;
      entry.sequence = statement.integer(0);
      if (!statement.is_null(1)) entry.number = statement.integer(1);
      entry.at = statement.integer(2);
      entry.actor = statement.text(3);
      entry.action = statement.text(4);
      entry.kind = static_cast<RecordKind>(statement.integer(5));
      entry.record = uuid_of(statement.blob(6));
      const auto digest = statement.blob(7);
      std::copy_n(digest.begin(), std::min(digest.size(), entry.digest.size()),
                  entry.digest.begin());
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
      const std::span<const std::uint8_t> previous(
          reinterpret_cast<const std::uint8_t*>(head.data()), head.size());
      const auto stored = statement.blob(8);
      if (!equal(chained(previous, entry), stored)) {
        find("verify.chain_broken", {{"sequence", at}});
      }
      if (!statement.is_null(9) && sha256(statement.text(9)) != entry.digest) {
        find("verify.change_altered", {{"sequence", at}});
      }
      head.assign(reinterpret_cast<const char*>(stored.data()), stored.size());
    }
    check_end(sequence, number, head);
  }

  void check_end(std::int64_t sequence, std::int64_t number, const std::string& head) {
    const std::span<const std::uint8_t> last(reinterpret_cast<const std::uint8_t*>(head.data()),
                                             head.size());
    Statement statement =
        database_.prepare("SELECT sequence, revision, head FROM region WHERE code = ?");
    statement.bind(1, std::string_view(region_));
    if (statement.step() && (statement.integer(0) != sequence || statement.integer(1) != number ||
                             !equal(statement.blob(2), last))) {
      find("verify.end_missing", {{"sequence", std::to_string(sequence)}});
    }
    report_.heads.emplace_back(region_, hexadecimal(last));
  }

  void check_records(RecordKind kind, const RegionCode& region) {
    const bool with_columns = kind == RecordKind::kInnovation;
    Statement statement = database_.prepare(
        std::string("SELECT id, revision, document") +
        (with_columns ? ", status, entry_kind, owner, mapped, sort_key, identity FROM "
                      : " FROM ") +
        kind_name(kind) + " WHERE region = ? ORDER BY id");
    statement.bind(1, std::string_view(region_));
    while (statement.step()) {
      ++report_.records;
      const Uuid id = uuid_of(statement.blob(0));
      const Arguments which{{"kind", kind_name(kind)}, {"id", id.text()}};
      try {
        const auto document = catalogue::parse_json(statement.text(2)).as_object();
        check_history(kind, region, id, statement.integer(1), statement.text(2), document, which);
        check_references(kind, region, document, which);
        if (with_columns) check_columns(statement, document, which);
      } catch (const std::exception&) {
        find("verify.unreadable_record", which);
      }
    }
  }

  /// Undoes change after change, back to the document whose digest was chained
  /// when the record was new.
  void check_history(RecordKind kind, const RegionCode& region, const Uuid& id,
                     std::int64_t revision, std::string_view text,
                     const boost::json::object& document, const Arguments& which) {
    Statement statement = database_.prepare(
        "SELECT number, digest, text, sequence = (SELECT min(sequence) FROM audit f WHERE "
        "f.region = a.region AND f.record = a.record AND f.kind = a.kind) FROM audit a "
        "LEFT JOIN change USING (region, sequence) "
        "WHERE a.region = ? AND record = ? AND kind = ? AND number IS NOT NULL "
        "ORDER BY sequence DESC");
    statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
    statement.bind(3, static_cast<std::int64_t>(kind));
    boost::json::object unrolled = document;
    bool changed = false;
    bool newest = true;
    while (statement.step()) {
      if (newest && statement.integer(0) != revision) find("verify.wrong_revision", which);
      newest = false;
      if (statement.integer(3) != 0) {
        const std::string first =
            changed ? boost::json::serialize(canonical(kind, unrolled)) : std::string(text);
        if (!equal(sha256(first), statement.blob(1))) find("verify.record_altered", which);
        return;
      }
      if (statement.is_null(2)) return;  // erased: what came before cannot be shown any more
      try {
        unrolled =
            undone(std::move(unrolled), catalogue::parse_json(statement.text(2)).as_object());
      } catch (const std::invalid_argument&) {
        find("verify.record_altered", which);
        return;
      }
      changed = true;
    }
    find("verify.no_history", which);
  }

  void check_references(RecordKind kind, const RegionCode& region,
                        const boost::json::object& document, const Arguments& which) {
    for (const auto& reference : references_in(kind, document)) {
      Statement statement =
          database_.prepare(std::string("SELECT 1 FROM ") + kind_name(reference.kind) +
                            " WHERE region = ? AND id = ?");
      statement.bind(1, std::string_view(region.text())).bind(2, reference.id.bytes);
      if (statement.step()) continue;
      Arguments arguments = which;
      arguments.emplace_back("missing_kind", kind_name(reference.kind));
      arguments.emplace_back("missing", reference.id.text());
      find("verify.missing_reference", std::move(arguments));
    }
  }

  void check_columns(const Statement& row, const boost::json::object& document,
                     const Arguments& which) {
    const auto innovation = catalogue::from_json<catalogue::Innovation>(document);
    const auto* primary = catalogue::primary_mapping(innovation);
    const std::string key = sort_key(innovation.name);
    const std::string identifying = identity(innovation.owner, innovation.name);
    const auto bytes = [](const std::string& text) {
      return std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    };
    const bool owner_fits =
        innovation.owner ? equal(row.blob(5), innovation.owner->uuid.bytes) : row.is_null(5);
    if (row.integer(3) != static_cast<std::int64_t>(innovation.status) ||
        row.integer(4) != static_cast<std::int64_t>(innovation.entry_kind) || !owner_fits ||
        (row.integer(6) != 0) != (primary && primary->confirmed) ||
        !equal(row.blob(7), bytes(key)) || !equal(row.blob(8), bytes(identifying))) {
      find("verify.columns_differ", which);
    }
  }

  Database& database_;
  SqliteReader reader_;
  std::string region_;
  VerifyReport report_;
};

}  // namespace

VerifyReport verify_database(Database& database) { return Verification(database).run(); }

}  // namespace pilah::store::sqlite
