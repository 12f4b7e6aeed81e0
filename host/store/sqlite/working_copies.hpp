// The statements of working copies.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/working_copy.hpp"

namespace pilah::store::sqlite {

std::optional<WorkingCopy> find_working_copy(Database& database,
                                             const catalogue::RegionCode& region,
                                             std::string_view account,
                                             catalogue::InnovationId innovation);
std::vector<WorkingCopy> list_working_copies(Database& database,
                                             const catalogue::RegionCode& region,
                                             std::string_view account);
std::optional<catalogue::RegionCode> find_region_of_working_copy(
    Database& database, std::string_view account, catalogue::InnovationId innovation);

/// Answers the version that it now has: `first` when there was none before.
std::int64_t store_working_copy(Database& database, const WorkingCopy& copy, std::int64_t first,
                                std::int64_t at);
void delete_working_copy(Database& database, const catalogue::RegionCode& region,
                         std::string_view account, catalogue::InnovationId innovation);
/// Those of every account.
void delete_working_copies_of(Database& database, const catalogue::RegionCode& region,
                              const catalogue::Uuid& innovation);

}  // namespace pilah::store::sqlite
