#include "pilah/plugin.h"

/// Says that it cannot work with this host.
PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(uint32_t, uint32_t) { return nullptr; }
