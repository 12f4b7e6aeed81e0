#include "pilah/plugin/package/installed_plugins.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "pilah/plugin.h"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMaxManifest = 256 * std::size_t{1024};
constexpr std::size_t kMostPlugins = 1000;

bool comes_before(const InstalledPlugin& a, const InstalledPlugin& b) {
  if (a.manifest.id != b.manifest.id) return a.manifest.id < b.manifest.id;
  if (a.manifest.version != b.manifest.version) {
    return version_before(a.manifest.version, b.manifest.version);
  }
  return a.origin < b.origin;  // one that is tried stands before the installed
}

/// Whether the host's own list names this plugin.json, by the build that wrote both.
void require_digest(const std::filesystem::path& folder, const std::string& manifest) {
  auto list = folder;
  list += ".sha256";
  std::string digest;
  if (!(std::ifstream(list) >> digest))
    throw std::invalid_argument("no digest in " + list.string());
  if (digest != sha256_hex(manifest))
    throw std::invalid_argument("not the one in " + list.string());
}

std::string manifest_of(const PluginFiles& files) {
  std::string json = files.read("plugin.json");
  if (json.size() > kMaxManifest) throw std::invalid_argument("it is larger than 256 KiB");
  return json;
}

}  // namespace

InstalledPlugin plugin_of(std::shared_ptr<const PluginFiles> files, PluginOrigin origin) {
  InstalledPlugin plugin{read_manifest(manifest_of(*files)), origin, nullptr, {}, {}};
  plugin.sealed = std::make_shared<SealedPlugin>(plugin.manifest, std::move(files));
  return plugin;
}

InstalledPlugin read_plugin(const std::filesystem::path& folder, PluginOrigin origin) {
  auto files = std::make_shared<FolderFiles>(folder);
  if (origin == PluginOrigin::kBuiltIn) require_digest(folder, manifest_of(*files));
  return plugin_of(std::move(files), origin);
}

InstalledPlugins::InstalledPlugins(const std::filesystem::path& folder, RunnerProgram runner)
    : runner_(std::move(runner)) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto manifest = entry.path() / "plugin.json";
    if (plugins_.size() == kMostPlugins || !std::filesystem::is_regular_file(manifest, error)) {
      continue;
    }
    try {
      plugins_.push_back(read_plugin(entry.path(), PluginOrigin::kBuiltIn));
    } catch (const std::exception& failure) {
      unusable_.push_back(
          {"plugin.package.malformed", {{"file", manifest.string()}, {"why", failure.what()}}});
    }
  }
  std::sort(plugins_.begin(), plugins_.end(), comes_before);
}

InstalledPlugins InstalledPlugins::with(std::vector<InstalledPlugin> plugins,
                                        std::vector<Unusable> unusable) const {
  InstalledPlugins more = *this;
  std::move(plugins.begin(), plugins.end(), std::back_inserter(more.plugins_));
  std::move(unusable.begin(), unusable.end(), std::back_inserter(more.unusable_));
  std::sort(more.plugins_.begin(), more.plugins_.end(), comes_before);
  return more;
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

std::vector<const InstalledPlugin*> InstalledPlugins::importers_of(std::string_view suffix,
                                                                   std::string_view start) const {
  std::vector<const InstalledPlugin*> by_signature;
  std::vector<const InstalledPlugin*> by_suffix;
  for (const auto& plugin : plugins_) {
    const auto& manifest = plugin.manifest;
    if (!manifest.offers_table(PILAH_IMPORTER_ID) || find(manifest.id) != &plugin) continue;
    const auto& signatures = manifest.signatures;
    const auto& suffixes = manifest.suffixes;
    if (std::any_of(signatures.begin(), signatures.end(),
                    [&](const std::string& bytes) { return start.starts_with(bytes); })) {
      by_signature.push_back(&plugin);
    }
    if (std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end()) {
      by_suffix.push_back(&plugin);
    }
  }
  return by_signature.empty() ? by_suffix : by_signature;
}

}  // namespace pilah::plugin
