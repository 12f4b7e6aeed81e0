// How a check ends: with a flaw; and integers of 128 bits that never wrap.
#pragma once

#include <string>

#include "pilah/selection/wide.hpp"

namespace pilah::selection::checking {

// What is wrong with a certificate, in English. Thrown; ends the check.
struct Flaw {
  std::string sentence;
};

inline Wide add(Wide a, Wide b) {
  Wide sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) throw Flaw{"A sum leaves 128 bits."};
  return sum;
}

inline Wide times(Wide a, Wide b) {
  Wide product = 0;
  if (__builtin_mul_overflow(a, b, &product)) throw Flaw{"A product leaves 128 bits."};
  return product;
}

inline Wide absolute(Wide value) { return value < 0 ? -value : value; }

}  // namespace pilah::selection::checking
