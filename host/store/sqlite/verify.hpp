// Whether a database is what its history says.
#pragma once

#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/store.hpp"

namespace pilah::store::sqlite {

/// Reads everything once, in bounded memory, within the transaction that the
/// caller has begun. At most 1,000 findings.
VerifyReport verify_database(Database& database);

}  // namespace pilah::store::sqlite
