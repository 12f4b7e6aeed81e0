#include "pilah/plugin.h"

/// Has no table for what its manifest offers.
PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(uint32_t, uint32_t) {
  static const pilah_plugin plugin = {
      sizeof(pilah_plugin), 1, 0, 0, "offers-nothing", "1.0.0", [](const char*) -> const void* {
        return nullptr;
      }};
  return &plugin;
}
