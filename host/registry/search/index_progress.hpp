// How far the search index is with being built after a start.
#pragma once

#include <cstddef>

#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct IndexProgress {
  std::size_t regions = 0;      ///< of the host
  std::size_t built = 0;        ///< of these; afterwards the index follows every change
  std::size_t innovations = 0;  ///< in the index
  bool is_ready() const { return built == regions; }
};

/// Ready where nothing is searched.
IndexProgress index_progress(const Environment& environment);

}  // namespace pilah::registry
