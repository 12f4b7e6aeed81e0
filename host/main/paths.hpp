// Where the program finds what it ships with: beside itself, built or installed.
#pragma once

#include <filesystem>
#include <string>

namespace pilah::host {

/// <prefix>/bin/pilah looks in <prefix>/share, <prefix>/lib and <prefix>/libexec;
/// the build folder is laid out alike, with registry-data a link into the source.
struct Paths {
  std::filesystem::path registry_data;    ///< share/pilah/registry-data
  std::filesystem::path plugins;          ///< lib/pilah/plugins
  std::filesystem::path runner;           ///< libexec/pilah/pilah-runner
  std::filesystem::path template_folder;  ///< share/pilah/template, of a new plugin
  std::filesystem::path web;              ///< share/pilah/web, the built pages; may be missing
  std::filesystem::path prefix;
};

Paths paths_beside_program();

/// $PILAH_DATA, else $XDG_DATA_HOME/pilah, else ~/.local/share/pilah.
std::filesystem::path default_data_folder();

/// The whole of a file that the program ships with; throws std::runtime_error
/// that names it when it cannot be read.
std::string read_shipped_file(const std::filesystem::path& path);

}  // namespace pilah::host
