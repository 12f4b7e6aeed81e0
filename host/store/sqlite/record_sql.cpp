#include "pilah/store/sqlite/record_sql.hpp"

#include <vector>

#include "pilah/store/kinds.hpp"

namespace pilah::store::sqlite {

const RecordSql& record_sql(RecordKind kind) {
  static const std::vector<RecordSql> all = [] {
    std::vector<RecordSql> made(static_cast<std::size_t>(all_kinds().back()) + 1);
    for (const RecordKind each : all_kinds()) {
      const std::string table = kind_name(each);
      made[static_cast<std::size_t>(each)] = {
          "SELECT document, revision FROM " + table + " WHERE region = ? AND id = ?",
          "SELECT document, revision, id FROM " + table + " WHERE region = ? ORDER BY id",
          "SELECT document, revision, id FROM " + table +
              " WHERE region = ? AND id > ? ORDER BY id",
          "SELECT 1 FROM " + table + " WHERE region = ? AND id = ?",
          "INSERT INTO " + table + " (region, id, revision, document) VALUES (?, ?, ?, ?)",
          "UPDATE " + table + " SET revision = ?3, document = ?4 WHERE region = ?1 AND id = ?2",
          "DELETE FROM " + table + " WHERE region = ? AND id = ?"};
    }
    return made;
  }();
  return all.at(static_cast<std::size_t>(kind));
}

}  // namespace pilah::store::sqlite
