// What checks of installed plugins found: checks.json in the host's folder of plugins.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pilah/plugin/check/finding.hpp"

namespace pilah::plugin {

/// The last check of one version of a plugin. A value.
struct KeptCheck {
  std::string plugin;
  std::string version;
  std::string digest;   ///< of the library that was checked
  std::string program;  ///< the version of Pilah that checked it
  std::int64_t at = 0;  ///< milliseconds since 1970
  CheckReport report;
};

/// Those of the file; none when it is not there, or is no checks.json: a check can be run again.
std::vector<KeptCheck> read_checks(const std::filesystem::path& file);

/// Replaces the file as a whole, synced. Throws std::system_error.
void write_checks(const std::filesystem::path& file, const std::vector<KeptCheck>& checks);

}  // namespace pilah::plugin
