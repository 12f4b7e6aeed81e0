// Whether a database is what its history says.
#pragma once

#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/store.hpp"

namespace pilah::store::sqlite {

/// Reads everything once, in bounded memory, within the transaction that the
/// caller has begun. At most 1,000 findings. `outside`: heads that the chains must
/// still hold.
VerifyReport verify_database(Database& database, const std::vector<ChainHead>& outside);

/// Where each region's chain ends, by code.
std::vector<ChainHead> heads_of(Database& database);

}  // namespace pilah::store::sqlite
