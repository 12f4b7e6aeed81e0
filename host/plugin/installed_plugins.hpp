// The plugins that this host may run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin/manifest.hpp"

namespace pilah::plugin {

/// A plugin in a folder of its own, with its plugin.json.
struct InstalledPlugin {
  Manifest manifest;
  std::filesystem::path library;  ///< full path
};

/// Immutable once read; any thread may use it. Finding plugins loads none.
class InstalledPlugins {
 public:
  InstalledPlugins() = default;
  /// Reads <folder>/*/plugin.json, at most 1,000 of them; a folder that is not
  /// there holds none. `runner` is the program that plugins run in.
  InstalledPlugins(const std::filesystem::path& folder, std::filesystem::path runner);

  /// By id, then version.
  const std::vector<InstalledPlugin>& all() const { return plugins_; }
  /// The plugin with that id, of that version or of the newest; null when there is none.
  const InstalledPlugin* find(std::string_view id, std::string_view version = {}) const;
  /// The importers that read files with that suffix (".csv"), by id.
  std::vector<const InstalledPlugin*> importers_of(std::string_view suffix) const;
  /// Folders that hold no plugin that can be used, each with what is wrong there.
  const std::vector<std::string>& unusable() const { return unusable_; }

  const std::filesystem::path& runner() const { return runner_; }

 private:
  std::vector<InstalledPlugin> plugins_;
  std::vector<std::string> unusable_;
  std::filesystem::path runner_;
};

}  // namespace pilah::plugin
