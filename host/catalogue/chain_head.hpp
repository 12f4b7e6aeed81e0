// Where a region's audit chain ends, or ended.
#pragma once

#include <cstdint>
#include <string>

namespace pilah::catalogue {

/// Kept outside the host, it shows later that nothing before it was changed or cut off.
struct ChainHead {
  std::string region;
  std::int64_t sequence = 0;  ///< of the entry
  std::string hash;           ///< 64 hexadecimal digits
  friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

}  // namespace pilah::catalogue
