#include "pilah/registry/plugins/plugin_failures.hpp"

#include <utility>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/run_end.hpp"

namespace pilah::registry {

void PluginFailures::note(const std::string& plugin, PluginFailure failure) {
  const std::lock_guard lock(mutex_);
  if (by_plugin_.size() == kMostPlugins && !by_plugin_.contains(plugin)) return;
  auto& failures = by_plugin_[plugin];
  failures.push_front(std::move(failure));
  if (failures.size() > kMostOfOne) failures.pop_back();
}

std::vector<PluginFailure> PluginFailures::of(const std::string& plugin) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_plugin_.find(plugin);
  if (found == by_plugin_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

void note_failure(const Environment& environment, const catalogue::RegionCode& region,
                  const plugin::InstalledPlugin& plugin, const plugin::RunEnd& end) {
  if (!environment.plugin_failures) return;
  environment.plugin_failures->note(plugin.manifest.id,
                                    {environment.now ? environment.now() : 0,
                                     region,
                                     plugin.manifest.version,
                                     {std::string(end.kind()), end.arguments(), ""}});
}

}  // namespace pilah::registry
