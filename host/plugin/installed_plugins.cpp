#include "pilah/plugin/installed_plugins.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <tuple>

namespace pilah::plugin {
namespace {

constexpr std::uintmax_t kMaxManifest = 256 * 1024;
constexpr std::size_t kMostPlugins = 1000;

std::string read_small_file(const std::filesystem::path& path) {
  if (std::filesystem::file_size(path) > kMaxManifest) {
    throw std::invalid_argument("plugin.json is larger than 256 KiB");
  }
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// "1.10.2" after "1.9.0": by number, part for part.
std::vector<long> version_parts(const std::string& version) {
  std::vector<long> parts;
  for (std::size_t at = 0; at <= version.size();) {
    const std::size_t dot = std::min(version.find('.', at), version.size());
    parts.push_back(std::strtol(version.substr(at, dot - at).c_str(), nullptr, 10));
    at = dot + 1;
  }
  return parts;
}

bool comes_before(const InstalledPlugin& a, const InstalledPlugin& b) {
  if (a.manifest.id != b.manifest.id) return a.manifest.id < b.manifest.id;
  return version_parts(a.manifest.version) < version_parts(b.manifest.version);
}

}  // namespace

InstalledPlugins::InstalledPlugins(const std::filesystem::path& folder,
                                   std::filesystem::path runner)
    : runner_(std::move(runner)) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto manifest = entry.path() / "plugin.json";
    if (plugins_.size() == kMostPlugins || !std::filesystem::is_regular_file(manifest, error)) {
      continue;
    }
    try {
      InstalledPlugin plugin{read_manifest(read_small_file(manifest)), {}};
      plugin.library = entry.path() / plugin.manifest.library;
      plugins_.push_back(std::move(plugin));
    } catch (const std::exception& failure) {
      unusable_.push_back(manifest.string() + ": " + failure.what());
    }
  }
  std::sort(plugins_.begin(), plugins_.end(), comes_before);
}

const InstalledPlugin* InstalledPlugins::find(std::string_view id, std::string_view version) const {
  const InstalledPlugin* found = nullptr;
  for (const auto& plugin : plugins_) {  // the newest of an id comes last
    if (plugin.manifest.id == id && (version.empty() || plugin.manifest.version == version)) {
      found = &plugin;
    }
  }
  return found;
}

std::vector<const InstalledPlugin*> InstalledPlugins::importers_of(std::string_view suffix) const {
  std::vector<const InstalledPlugin*> importers;
  for (const auto& plugin : plugins_) {
    const auto& suffixes = plugin.manifest.suffixes;
    if (std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end()) {
      importers.push_back(&plugin);
    }
  }
  return importers;
}

}  // namespace pilah::plugin
