// The plugin's library, loaded into this process and never unloaded.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/plugin.h"
#include "pilah/plugin/system/descriptor.hpp"

namespace pilah::plugin::runner {

/// Loads the sealed copy behind `library`. Throws std::runtime_error that says
/// why when it is no library for this machine or lacks the entry.
const pilah_plugin* load_plugin(const Descriptor& library, std::uint32_t abi_major);

}  // namespace pilah::plugin::runner
