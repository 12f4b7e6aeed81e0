// A dimension that a person named.
#pragma once

#include <string>

#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::cli {

/// Its key, by key, name or another word for it; the name itself where there is none, which
/// the use case then refuses.
inline std::string dimension_of_argument(const catalogue::Taxonomy& taxonomy,
                                         const std::string& name) {
  const auto match = taxonomy.find_dimension(name);
  return match ? match.dimension : name;
}

}  // namespace pilah::cli
