// 128-bit integers, in which every decision of the selector is computed.
// Sums of a problem's numbers fit in 64 bits (ProblemBuilder refuses others);
// their products with fixed-point duals need twice that.
#pragma once

#include <cstdint>

namespace pilah::selection {

__extension__ typedef __int128 Wide;

// floor(value / 2^shift); the shift of a negative number is arithmetic in C++20.
inline Wide floor_shift(Wide value, int shift) { return value >> shift; }

// The nearest 64-bit integer to value, for a bound that may lie outside.
inline std::int64_t clamp_to_int64(Wide value) {
  if (value > INT64_MAX) return INT64_MAX;
  if (value < INT64_MIN) return INT64_MIN;
  return static_cast<std::int64_t>(value);
}

}  // namespace pilah::selection
