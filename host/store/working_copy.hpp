// What somebody has typed and not saved yet.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::store {

/// One for each account and innovation, outside history and audit: replaced at each
/// autosave, gone once saved.
struct WorkingCopy {
  catalogue::RegionCode region;
  std::string account;                 ///< whose it is
  catalogue::InnovationId innovation;  ///< of a new entry: the id that it will have
  std::int64_t base = 0;     ///< the entry's revision that it was begun from; 0: a new one
  std::int64_t version = 0;  ///< rises with each autosave; set by the store
  std::int64_t at = 0;       ///< of the last one, ms since 1970; set by the store
  std::string document;      ///< JSON
};

}  // namespace pilah::store
