#include "misbehaving.hpp"

/// Never says no: whatever host asks for whatever table gets the rule's.
PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(uint32_t, uint32_t) {
  static const pilah_plugin plugin = {
      sizeof(pilah_plugin),
      PILAH_ABI_MAJOR,
      PILAH_ABI_MINOR,
      0,
      "answers-anything",
      "1.0.0",
      [](const char*) -> const void* { return pilah::detail::rule_table<misbehaving::Soon>(); }};
  return &plugin;
}
