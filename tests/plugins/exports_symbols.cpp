#include "misbehaving.hpp"

/// Not hidden from whoever is loaded beside it.
PILAH_EXPORT double pilah_helper(double months);
double pilah_helper(double months) { return months / 12.0; }

PILAH_RULE(misbehaving::Soon, "exports-symbols", "1.0.0")
