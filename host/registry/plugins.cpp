#include "pilah/registry/plugins.hpp"

#include "pilah/plugin/installed_plugins.hpp"

namespace pilah::registry {

std::vector<PluginEntry> plugins(const Environment& environment) {
  std::vector<PluginEntry> entries;
  for (const auto& plugin : environment.plugins.all()) {
    const auto& manifest = plugin.manifest;
    entries.push_back({manifest.id, manifest.version, manifest.name_id, manifest.name_en,
                       manifest.offers, manifest.sha256});
  }
  return entries;
}

}  // namespace pilah::registry
