// The plugins of this host, as a person or a program is told of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/plugins/check_answer.hpp"
#include "pilah/registry/plugins/plugin_failures.hpp"

namespace pilah::plugin {
struct InstalledPlugin;
}

namespace pilah::registry {

/// Whether the region may use the plugin: what was built with the host unless it
/// was disabled there, a package once it was enabled there.
bool is_enabled(const catalogue::Region& region, const plugin::InstalledPlugin& plugin);

/// Throws Refusal(kForbidden), pointing there, unless the region may use it.
void require_enabled(const catalogue::Region& region, const plugin::InstalledPlugin& plugin,
                     const std::string& pointer = {});

struct PluginEntry {
  std::string id;
  std::string version;
  std::string name_id;  ///< Indonesian
  std::string name_en;
  std::vector<std::string> offers;  ///< "pilah.rule/1", ...
  std::string digest;               ///< SHA-256 of the library, hexadecimal
  bool built_in = true;
  std::string signer;                 ///< name of the key that signed it; empty: none
  std::string key;                    ///< that key, hexadecimal
  std::vector<std::string> columns;   ///< of a rule
  std::vector<std::string> criteria;  ///< of a rule
  std::vector<std::string> suffixes;  ///< of files that it reads or writes
  std::string licence, contact;
  std::vector<std::string> enabled_in;  ///< codes of regions
  boost::json::object parameters;       ///< their schema; empty: it takes none
  std::optional<PluginCheck> check;     ///< the last of this very library
};

/// By id, then version. Loads none of them.
std::vector<PluginEntry> plugins(const Environment& environment, const Caller& caller);

/// The versions of one plugin, the newest last. Throws Refusal(kNotFound).
std::vector<PluginEntry> plugin_versions(const Environment& environment, const Caller& caller,
                                         const std::string& id);

/// A plugin as one region has it.
struct RegionPlugin {
  bool enabled = false;
  std::vector<PluginEntry> versions;                 ///< the newest last
  std::optional<boost::json::object> scenario = {};  ///< that the newest ships
  std::vector<PluginFailure> failures = {};          ///< in the region, newest first
};

/// By id; without scenarios and failures.
std::vector<RegionPlugin> region_plugins(const Environment& environment, const Caller& caller,
                                         const catalogue::RegionCode& region);

/// One of them with all that is known. Throws Refusal(kNotFound). What went wrong is told to
/// whoever sees the whole region.
RegionPlugin region_plugin(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, const std::string& id);

/// The scenario that comes with the plugin; nothing: none does.
std::optional<boost::json::object> shipped_scenario(const plugin::InstalledPlugin& plugin);

/// Packages that are installed and cannot be used, each with what is wrong.
std::vector<catalogue::Message> unusable_plugins(const Environment& environment,
                                                 const Caller& caller);

}  // namespace pilah::registry
