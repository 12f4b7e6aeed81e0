// Every test that a plugin must pass, each run in a sandboxed process of its own.
#pragma once

#include <cstdint>
#include <filesystem>

#include "pilah/plugin/check/finding.hpp"
#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/deadline.hpp"

namespace pilah::plugin {

struct CheckOptions {
  std::uint64_t seed = 1;
  int fuzz_rounds = 0;                          ///< more random tables or damaged files
  std::int64_t patience_milliseconds = 10'000;  ///< for a run that does not end
  Deadline until = {};                          ///< what is not tried by then is left out
  std::filesystem::path sample;  ///< a file that an importer reads; empty: a made-up one
};

/// Blocks; any thread; bounded memory. `plugins` tells how plugins are run; the plugin need
/// not be one of them.
CheckReport check_plugin(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                         const CheckOptions& options);

}  // namespace pilah::plugin
