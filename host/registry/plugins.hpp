// The plugins of this host, as a person or a program is told of them.
#pragma once

#include <string>
#include <vector>

#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct PluginEntry {
  std::string id;
  std::string version;
  std::string name_id;  ///< Indonesian
  std::string name_en;
  std::vector<std::string> offers;  ///< "pilah.rule/1", ...
  std::string digest;               ///< SHA-256 of the library, hexadecimal
};

/// By id, then version. Loads none of them.
std::vector<PluginEntry> plugins(const Environment& environment);

}  // namespace pilah::registry
