// What the author of a plugin needs of Pilah; none of it touches a catalogue.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pilah/registry/plugins/check_answer.hpp"

namespace pilah::plugin {
class InstalledPlugins;
struct InstalledPlugin;
}  // namespace pilah::plugin

namespace pilah::registry {

/// References to what lives as long as the program.
struct Workshop {
  const plugin::InstalledPlugins& plugins;  ///< how plugins are run here
  std::filesystem::path template_folder;    ///< what a new plugin begins as
  std::filesystem::path prefix;             ///< where this Pilah and its SDK are installed
};

/// Copies the template into `parent`/`id`, with the names that follow from the id.
/// Throws Refusal for what is no id and for a folder that is there already.
std::filesystem::path new_plugin(const Workshop& workshop, const std::string& id,
                                 const std::filesystem::path& parent);

/// The plugin that a person names: its folder, its library, or a package; trusted
/// by nobody, for a check or a trial. Throws Refusal(kInvalid).
plugin::InstalledPlugin plugin_at(const std::filesystem::path& path);

struct CheckRequest {
  std::filesystem::path plugin;  ///< folder, library or package
  std::uint64_t seed = 1;
  int fuzz_rounds = 0;
  std::filesystem::path sample;  ///< a file that an importer reads; empty: a made-up one
};

struct WorkshopCheck {
  std::string id, version;
  CheckAnswer answer;
};

/// Runs every test on the plugin. Throws Refusal when it is no plugin at all.
WorkshopCheck check_plugin(const Workshop& workshop, const CheckRequest& request);

}  // namespace pilah::registry
