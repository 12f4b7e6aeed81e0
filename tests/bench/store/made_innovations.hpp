// Innovations of about 1 KB such as lists bring, the same for the same numbers.
#pragma once

#include <cstdint>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::bench {

inline constexpr std::uint64_t kOrganisations = 60;

catalogue::RegionCode region();
catalogue::Uuid uuid(std::uint64_t kind, std::uint64_t number);
catalogue::Organisation organisation(std::uint64_t number);
catalogue::Innovation innovation(std::uint64_t number);
/// Keyed as a list without identifiers is: by owner and name.
store::OriginRow origin(const catalogue::Innovation& innovation);

}  // namespace pilah::bench
