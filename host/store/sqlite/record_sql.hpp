// The statements that are alike for the tables of all kinds.
#pragma once

#include <string>

#include "pilah/store/record_kind.hpp"

namespace pilah::store::sqlite {

struct RecordSql {
  std::string find;       ///< document, revision of (region, id)
  std::string each;       ///< document, revision, id of (region), by id
  std::string each_from;  ///< the same behind (region, id)
  std::string exists;     ///< a row when there is (region, id)
  std::string insert;     ///< (region, id, revision, document); for kinds without further columns
  std::string update;     ///< the same
  std::string remove;     ///< of (region, id)
};

/// Made once; any thread.
const RecordSql& record_sql(RecordKind kind);

}  // namespace pilah::store::sqlite
