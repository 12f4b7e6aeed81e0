// What an entry claims, and whether a file proves it.
//
// Claims are the benefit, the uniqueness, the date of application and each
// indicator, as far as they are filled in; one is proven when a file names its
// field or a part of it.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::registry {

struct Claim {
  std::string field;  ///< JSON pointer into the entry
  bool proven = false;
};

std::vector<Claim> claims_of(const catalogue::Innovation& entry);

}  // namespace pilah::registry
