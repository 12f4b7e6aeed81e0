#include "pilah/registry/plugins/plugin_list.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::registry {
namespace {

PluginEntry entry_of(const plugin::InstalledPlugin& plugin, const plugin::Trust& trust,
                     const std::vector<catalogue::Region>& regions) {
  const auto& manifest = plugin.manifest;
  PluginEntry entry;
  entry.id = manifest.id;
  entry.version = manifest.version;
  entry.name_id = manifest.name_id;
  entry.name_en = manifest.name_en;
  entry.offers = manifest.offers;
  entry.digest = manifest.sha256;
  entry.built_in = plugin.origin == plugin::PluginOrigin::kBuiltIn;
  if (plugin.signer) {
    entry.key = plugin.signer->hex();
    const auto found = trust.keys.find(*plugin.signer);
    if (found != trust.keys.end()) entry.signer = found->second.name;
  }
  entry.columns = manifest.columns;
  entry.criteria = manifest.criteria;
  entry.suffixes = manifest.suffixes;
  entry.licence = manifest.licence;
  entry.contact = manifest.contact;
  for (const auto& region : regions) {
    if (is_enabled(region, plugin)) entry.enabled_in.push_back(region.code.text());
  }
  return entry;
}

}  // namespace

bool is_enabled(const catalogue::Region& region, const plugin::InstalledPlugin& plugin) {
  for (const auto& choice : region.plugins) {
    if (choice.plugin == plugin.manifest.id) return choice.enabled;
  }
  return plugin.origin != plugin::PluginOrigin::kPackage;
}

void require_enabled(const catalogue::Region& region, const plugin::InstalledPlugin& plugin,
                     const std::string& pointer) {
  if (is_enabled(region, plugin)) return;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kForbidden,
      catalogue::Message{"plugin.not_enabled",
                         {{"plugin", plugin.manifest.id}, {"region", region.code.text()}},
                         pointer});
}

std::vector<PluginEntry> plugins(const Environment& environment, const Caller& caller) {
  require(caller, Deed::kReadPlugins, {});
  const auto installed = environment.plugins.plugins();
  const auto trust = environment.plugins.trust();
  const auto all_regions = regions(environment);
  std::vector<PluginEntry> entries;
  for (const auto& plugin : installed->all()) {
    entries.push_back(entry_of(plugin, trust, all_regions));
  }
  return entries;
}

std::vector<PluginEntry> plugin_versions(const Environment& environment, const Caller& caller,
                                         const std::string& id) {
  auto entries = plugins(environment, caller);
  std::string known;
  for (const auto& entry : entries) {
    if (known.find(entry.id) == std::string::npos) known += (known.empty() ? "" : ", ") + entry.id;
  }
  std::erase_if(entries, [&](const PluginEntry& entry) { return entry.id != id; });
  if (entries.empty()) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kNotFound,
        catalogue::Message{"plugin.not_known", {{"plugin", id}, {"known", known}}, ""});
  }
  return entries;
}

std::vector<catalogue::Message> unusable_plugins(const Environment& environment,
                                                 const Caller& caller) {
  require(caller, Deed::kReadPlugins, {});
  std::vector<catalogue::Message> messages;
  for (const auto& unusable : environment.plugins.plugins()->unusable()) {
    messages.push_back({unusable.kind, unusable.arguments, ""});
  }
  return messages;
}

}  // namespace pilah::registry
