// The SQL of a query for a page of innovations.
#pragma once

#include "pilah/store/innovation_query.hpp"
#include "pilah/store/sqlite/database.hpp"

namespace pilah::store::sqlite {

/// The page that `query` asks of the region. Throws Refusal(kInvalid) when its
/// limit, its number of values or its place is out of bounds.
InnovationPage innovation_page(Database& database, const catalogue::RegionCode& region,
                               const InnovationQuery& query);

}  // namespace pilah::store::sqlite
