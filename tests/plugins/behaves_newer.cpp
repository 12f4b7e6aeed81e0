#include "misbehaving.hpp"

PILAH_RULE(misbehaving::Soon, "behaves", "1.10.0")
