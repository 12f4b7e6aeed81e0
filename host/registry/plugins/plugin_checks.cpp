#include "pilah/registry/plugins/plugin_checks.hpp"

#include <chrono>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/check/check_plugin.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"
#include "pilah/registry/plugins/refusing.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

PluginCheck check_installed_plugin(const Environment& environment, const Caller& caller,
                                   const std::string& id, const std::string& version) {
  require(caller, Deed::kAdministerHost, {});
  plugin_versions(environment, caller, id);  // refuses an unknown one
  const auto installed = environment.plugins.plugins();
  const auto* plugin = installed->find(id, version);
  if (!plugin) {
    throw Refusal(RefusalKind::kNotFound,
                  Message{"plugin.not_installed", {{"plugin", id}, {"version", version}}, ""});
  }
  return refusing([&] {
    plugin::CheckOptions options;
    options.until = plugin::Deadline(std::chrono::milliseconds(kMostCheckMilliseconds));
    const auto report = plugin::check_plugin(*installed, *plugin, options);
    const plugin::KeptCheck check{
        id, version, plugin->manifest.sha256, PILAH_VERSION, environment.now(), report};
    environment.plugins.keep_check(check);
    return plugin_check(check);
  });
}

}  // namespace pilah::registry
