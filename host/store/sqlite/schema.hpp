// The shape of the database, and the numbered steps that brought it there.
#pragma once

#include "pilah/store/sqlite/database.hpp"

namespace pilah::store::sqlite {

/// The number of the newest step: the schema that this program knows.
int newest_schema();

/// Brings the database to the newest schema, a transaction for each step.
/// Throws Refusal(kUnavailable) when a newer Pilah made it, or when the file is
/// another program's database; then nothing is changed.
void migrate(Database& database);

}  // namespace pilah::store::sqlite
