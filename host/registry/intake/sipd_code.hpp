// SIPD codes as spreadsheets leave them, made canonical segment by segment.
#pragma once

#include <string_view>

#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/registry/intake/cells.hpp"

namespace pilah::registry {

/// "2.16.2.2.1.14 Pengelolaan ..." -> "2.16.02.2.01.0014": urusan, bidang,
/// program, group and number of the kegiatan, sub kegiatan. A name may follow.
/// The edition is not told by a list and stays empty.
CellReading<catalogue::SipdCode> read_sipd_code(std::string_view text);

}  // namespace pilah::registry
