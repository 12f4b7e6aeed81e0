#include "pilah/plugin.h"

/// Was built for another major version and answers all the same.
PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(uint32_t, uint32_t) {
  static const pilah_plugin plugin = {
      sizeof(pilah_plugin), 2, 0, 0, "other-abi", "1.0.0", [](const char*) -> const void* {
        return nullptr;
      }};
  return &plugin;
}
