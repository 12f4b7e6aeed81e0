#include "misbehaving.hpp"

// Its manifest says "is-another" and version 1.0.0.
PILAH_RULE(misbehaving::Soon, "somebody-else", "1.0.0")
