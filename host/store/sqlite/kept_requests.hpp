// The statements of requests that are known again by their keys.
#pragma once

#include <optional>
#include <string_view>

#include "pilah/store/kept_request.hpp"
#include "pilah/store/sqlite/database.hpp"

namespace pilah::store::sqlite {

/// However old it is: its `at` tells.
std::optional<KeptRequest> find_request(Database& database, std::string_view caller,
                                        std::string_view key);

/// Notes that the request is carried out by the present transaction, and lets go of
/// requests that are too old or too many. Throws Refusal(kConflict) when it was before.
void store_request(Database& database, const KeptRequest& request);

void store_answer(Database& database, const catalogue::RequestKey& request,
                  std::string_view answer);

/// What was answered to requests that changed the region.
void delete_answers_of(Database& database, const catalogue::RegionCode& region);

}  // namespace pilah::store::sqlite
