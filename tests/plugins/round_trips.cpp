#include "lines.hpp"

PILAH_PLUGIN("round-trips", "1.0.0", misbehaving::ReadsLines, misbehaving::WritesLines<1>)
