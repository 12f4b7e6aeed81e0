// Loading a plugin once, in its sandbox, to see whether it is what its manifest says.
#pragma once

#include <optional>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/run_end.hpp"

namespace pilah::plugin {

/// Loads the plugin once for each thing that it offers, with the defaults of its
/// parameters. Nothing: it loads and agrees with its manifest. A plugin that only
/// refuses those parameters loads. Blocks; any thread.
std::optional<RunEnd> load_check(const InstalledPlugins& plugins, const InstalledPlugin& plugin);

}  // namespace pilah::plugin
