// How the writer stores the rows of records that are looked up by more than their id: its
// own file beside writer.cpp.
#include "pilah/catalogue/json.hpp"
#include "pilah/store/sqlite/record_sql.hpp"
#include "pilah/store/sqlite/writer.hpp"

namespace pilah::store::sqlite {

using catalogue::Innovation;
using catalogue::Organisation;
using catalogue::PendingVersion;
using catalogue::RegionCode;
using catalogue::Uuid;

namespace {

constexpr std::size_t kSaltBytes = 16;

std::vector<std::uint8_t> random_salt(const FillRandom& random) {
  std::vector<std::uint8_t> salt(kSaltBytes);
  random(salt);
  return salt;
}

std::vector<std::string> pending_evidence_in(const std::string& document) {
  return evidence_of(catalogue::from_json<PendingVersion>(catalogue::parse_json(document)).entry);
}

/// Notes beside the row which file its record names, if it names one.
template <class Row>
void name_file(Database& database, const Row& row, const char* sql,
               const std::optional<catalogue::Evidence>& file) {
  if (!file) return;
  Statement statement = database.prepare(sql);
  statement.bind(1, std::string_view(file->sha256)).bind(2, std::string_view(row.region.text()));
  statement.bind(3, row.id.bytes).run();
}

/// In which teams its members' accounts are.
template <class Row>
void name_accounts(Database& database, const Row& row) {
  Statement clear = database.prepare("DELETE FROM team_account WHERE region = ? AND team = ?");
  clear.bind(1, std::string_view(row.region.text())).bind(2, row.id.bytes).run();
  for (const auto& member : static_cast<const catalogue::Team*>(row.record)->members) {
    if (!member.account) continue;
    Statement insert = database.prepare(
        "INSERT OR IGNORE INTO team_account (account, region, team) VALUES (?, ?, ?)");
    insert.bind(1, member.account->uuid.bytes).bind(2, std::string_view(row.region.text()));
    insert.bind(3, row.id.bytes).run();
  }
}

}  // namespace

const SqliteWriter::NameTable SqliteWriter::kAreas{
    "DELETE FROM innovation_area WHERE region = ? AND area = ? AND innovation = ?",
    "INSERT INTO innovation_area (region, area, innovation) VALUES (?, ?, ?)"};
const SqliteWriter::NameTable SqliteWriter::kEvidence{
    "DELETE FROM innovation_evidence WHERE region = ? AND sha256 = ? AND innovation = ?",
    "INSERT INTO innovation_evidence (region, sha256, innovation) VALUES (?, ?, ?)"};
const SqliteWriter::NameTable SqliteWriter::kPendingEvidence{
    "DELETE FROM pending_evidence WHERE region = ? AND sha256 = ? AND innovation = ?",
    "INSERT INTO pending_evidence (region, sha256, innovation) VALUES (?, ?, ?)"};

void SqliteWriter::store_row(const Row& row) {
  switch (row.kind) {
    case RecordKind::kOrganisation:
      return store_organisation(row);
    case RecordKind::kPerson:
      return store_person(row);
    case RecordKind::kInnovation:
      return store_innovation(row);
    default:
      break;
  }
  const RecordSql& sql = record_sql(row.kind);
  Statement statement = database_.prepare(row.before ? sql.update : sql.insert);
  statement.bind(1, std::string_view(row.region.text())).bind(2, row.id.bytes);
  statement.bind(3, row.revision).bind(4, row.document).run();
  if (row.kind == RecordKind::kPendingVersion) store_pending_evidence(row);
  if (row.kind == RecordKind::kTeam) name_accounts(database_, row);
  if (row.kind == RecordKind::kSignature) {
    name_file(database_, row, "UPDATE signature SET scan = ? WHERE region = ? AND id = ?",
              static_cast<const catalogue::Signature*>(row.record)->scan);
  }
  if (row.kind == RecordKind::kDecree) {
    name_file(database_, row, "UPDATE decree SET file = ? WHERE region = ? AND id = ?",
              static_cast<const catalogue::Decree*>(row.record)->file);
  }
}

void SqliteWriter::store_organisation(const Row& row) {
  Statement statement = database_.prepare(
      row.before ? "UPDATE organisation SET revision = ?3, document = ?4, code = ?5 "
                   "WHERE region = ?1 AND id = ?2"
                 : "INSERT INTO organisation (region, id, revision, document, code) "
                   "VALUES (?, ?, ?, ?, ?)");
  statement.bind(1, std::string_view(row.region.text())).bind(2, row.id.bytes);
  statement.bind(3, row.revision).bind(4, row.document);
  statement.bind(5, std::string_view(static_cast<const Organisation*>(row.record)->code)).run();
}

void SqliteWriter::store_person(const Row& row) {
  if (row.before) {
    Statement statement = database_.prepare(record_sql(row.kind).update);
    statement.bind(1, std::string_view(row.region.text())).bind(2, row.id.bytes);
    statement.bind(3, row.revision).bind(4, row.document).run();
    return;
  }
  const auto salt = random_salt(random_);
  Statement statement = database_.prepare(
      "INSERT INTO person (region, id, revision, document, salt) VALUES (?, ?, ?, ?, ?)");
  statement.bind(1, std::string_view(row.region.text())).bind(2, row.id.bytes);
  statement.bind(3, row.revision).bind(4, row.document).bind(5, salt).run();
}

std::vector<std::uint8_t> SqliteWriter::salt_of(const RegionCode& region, const Uuid& id) {
  Statement statement = database_.prepare("SELECT salt FROM person WHERE region = ? AND id = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  if (!statement.step()) throw missing_reference(RecordKind::kPerson, id, region, "");
  const auto salt = statement.blob(0);
  return {salt.begin(), salt.end()};
}

std::vector<std::uint8_t> SqliteWriter::new_salt(const RegionCode& region, const Uuid& id) {
  auto salt = random_salt(random_);
  Statement statement = database_.prepare("UPDATE person SET salt = ? WHERE region = ? AND id = ?");
  statement.bind(1, salt).bind(2, std::string_view(region.text())).bind(3, id.bytes).run();
  return salt;
}

void SqliteWriter::store_innovation(const Row& row) {
  const InnovationColumns columns = columns_of(*static_cast<const Innovation*>(row.record));
  {
    Statement statement = database_.prepare(
        row.before ? "UPDATE innovation SET revision = ?3, document = ?4, status = ?5, "
                     "entry_kind = ?6, owner = ?7, mapped = ?8, sort_key = ?9 "
                     "WHERE region = ?1 AND id = ?2"
                   : "INSERT INTO innovation (region, id, revision, document, status, entry_kind, "
                     "owner, mapped, sort_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, std::string_view(row.region.text())).bind(2, row.id.bytes);
    statement.bind(3, row.revision).bind(4, row.document);
    statement.bind(5, columns.status).bind(6, columns.entry_kind);
    if (columns.owner) {
      statement.bind(7, columns.owner->bytes);
    } else {
      statement.bind_null(7);
    }
    statement.bind(8, std::int64_t{columns.mapped}).bind(9, blob(columns.sort_key)).run();
  }
  InnovationColumns before;
  if (row.before) {
    before =
        columns_of(catalogue::from_json<Innovation>(catalogue::parse_json(row.before->record)));
  }
  store_names(kAreas, row.region, row.id, before.areas, columns.areas);
  store_names(kEvidence, row.region, row.id, before.evidence, columns.evidence);
}

void SqliteWriter::store_pending_evidence(const Row& row) {
  std::vector<std::string> before;
  if (row.before) before = pending_evidence_in(row.before->record);
  store_names(kPendingEvidence, row.region, row.id, before,
              evidence_of(static_cast<const PendingVersion*>(row.record)->entry));
}

void SqliteWriter::drop_pending_evidence(const RegionCode& region, const Uuid& id,
                                         const std::string& document) {
  store_names(kPendingEvidence, region, id, pending_evidence_in(document), {});
}

void SqliteWriter::store_names(const NameTable& table, const RegionCode& region, const Uuid& id,
                               const std::vector<std::string>& before,
                               const std::vector<std::string>& now) {
  if (before == now) return;
  const auto run = [&](const char* sql, const std::string& name) {
    Statement statement = database_.prepare(sql);
    statement.bind(1, std::string_view(region.text())).bind(2, std::string_view(name));
    statement.bind(3, id.bytes).run();
  };
  for (const auto& name : before) run(table.clear, name);
  for (const auto& name : now) run(table.insert, name);
}

}  // namespace pilah::store::sqlite
