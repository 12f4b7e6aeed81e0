#include "target.hpp"

#include <cstdio>
#include <cstdlib>

namespace pilah::selection::fuzz {

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "This does not hold: %s\n", what);
  std::abort();
}

}  // namespace pilah::selection::fuzz
