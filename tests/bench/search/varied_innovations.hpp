// Made innovations that differ in all that a catalogue is filtered by.
#pragma once

#include <cstdint>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::bench {

/// bench::innovation(number), its status, kind, areas, form, stage, year and
/// money drawn as uneven as in real catalogues; the same for the same numbers.
catalogue::Innovation varied_innovation(std::uint64_t number, const catalogue::Taxonomy& taxonomy);

}  // namespace pilah::bench
