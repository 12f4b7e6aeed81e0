// Where a sum is wanted, both ends included.
#pragma once

#include <cstdint>

namespace pilah::selection::engine {

struct SumWindow {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

}  // namespace pilah::selection::engine
