#include "lines.hpp"

PILAH_PLUGIN("loses-rows", "1.0.0", misbehaving::ReadsLines, misbehaving::WritesLines<2>)
