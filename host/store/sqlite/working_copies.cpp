#include "pilah/store/sqlite/working_copies.hpp"

#include "pilah/store/sqlite/columns.hpp"

namespace pilah::store::sqlite {

using catalogue::InnovationId;
using catalogue::RegionCode;

std::optional<WorkingCopy> find_working_copy(Database& database, const RegionCode& region,
                                             std::string_view account, InnovationId innovation) {
  Statement statement = database.prepare(
      "SELECT base, version, at, document FROM working_copy "
      "WHERE region = ? AND account = ? AND innovation = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, account);
  if (!statement.bind(3, innovation.uuid.bytes).step()) return std::nullopt;
  return WorkingCopy{region,
                     std::string(account),
                     innovation,
                     statement.integer(0),
                     statement.integer(1),
                     statement.integer(2),
                     std::string(statement.text(3))};
}

std::vector<WorkingCopy> list_working_copies(Database& database, const RegionCode& region,
                                             std::string_view account) {
  Statement statement = database.prepare(
      "SELECT innovation, base, version, at FROM working_copy "
      "WHERE region = ? AND account = ? ORDER BY at DESC, innovation");
  statement.bind(1, std::string_view(region.text())).bind(2, account);
  std::vector<WorkingCopy> copies;
  while (statement.step()) {
    copies.push_back({region,
                      std::string(account),
                      InnovationId{uuid_of(statement.blob(0))},
                      statement.integer(1),
                      statement.integer(2),
                      statement.integer(3),
                      {}});
  }
  return copies;
}

std::optional<RegionCode> find_region_of_working_copy(Database& database, std::string_view account,
                                                      InnovationId innovation) {
  Statement statement = database.prepare(
      "SELECT code FROM region WHERE EXISTS (SELECT 1 FROM working_copy AS copy "
      "WHERE copy.region = code AND account = ? AND innovation = ?)");
  if (!statement.bind(1, account).bind(2, innovation.uuid.bytes).step()) return std::nullopt;
  return RegionCode::parse(statement.text(0));
}

std::int64_t store_working_copy(Database& database, const WorkingCopy& copy, std::int64_t first,
                                std::int64_t at) {
  Statement statement = database.prepare(
      "INSERT INTO working_copy (region, account, innovation, base, version, at, document) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (region, account, innovation) "
      "DO UPDATE SET base = ?4, version = version + 1, at = ?6, document = ?7 RETURNING version");
  statement.bind(1, std::string_view(copy.region.text())).bind(2, std::string_view(copy.account));
  statement.bind(3, copy.innovation.uuid.bytes).bind(4, copy.base).bind(5, first).bind(6, at);
  statement.bind(7, std::string_view(copy.document)).step();
  return statement.integer(0);
}

void delete_working_copy(Database& database, const RegionCode& region, std::string_view account,
                         InnovationId innovation) {
  Statement statement = database.prepare(
      "DELETE FROM working_copy WHERE region = ? AND account = ? AND innovation = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, account);
  statement.bind(3, innovation.uuid.bytes).run();
}

void delete_working_copies_of(Database& database, const RegionCode& region,
                              const catalogue::Uuid& innovation) {
  Statement statement =
      database.prepare("DELETE FROM working_copy WHERE region = ? AND innovation = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, innovation.bytes).run();
}

}  // namespace pilah::store::sqlite
