#include "pilah/registry/plugins/plugin_list.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/check/kept_checks.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::registry {

using catalogue::RegionCode;

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
  entry.parameters = manifest.parameters;
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
  for (const auto& check : environment.plugins.checks()) {
    for (auto& entry : entries) {
      const bool of_it = entry.id == check.plugin && entry.version == check.version &&
                         entry.digest == check.digest;
      if (of_it) entry.check = plugin_check(check);
    }
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

namespace {

catalogue::Region region_of(const Environment& environment, const RegionCode& code) {
  for (auto& region : regions(environment)) {
    if (region.code == code) return std::move(region);
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kNotFound,
      catalogue::Message{"region.not_of_this_host", {{"code", code.text()}}, ""});
}

/// Of no other region than this one.
PluginEntry seen_from(PluginEntry entry, const RegionCode& region) {
  std::erase_if(entry.enabled_in, [&](const auto& code) { return code != region.text(); });
  return entry;
}

}  // namespace

std::vector<RegionPlugin> region_plugins(const Environment& environment, const Caller& caller,
                                         const RegionCode& code) {
  region_of(environment, code);  // must be one of this host
  std::vector<RegionPlugin> list;
  for (auto& entry : plugins(environment, caller)) {
    if (list.empty() || list.back().versions.front().id != entry.id) list.emplace_back();
    auto& plugin = list.back();
    plugin.versions.push_back(seen_from(std::move(entry), code));
    plugin.enabled = !plugin.versions.back().enabled_in.empty();
  }
  return list;
}

RegionPlugin region_plugin(const Environment& environment, const Caller& caller,
                           const RegionCode& code, const std::string& id) {
  const auto region = region_of(environment, code);
  RegionPlugin told;
  for (auto& entry : plugin_versions(environment, caller, id)) {
    told.versions.push_back(seen_from(std::move(entry), code));
  }
  const auto installed = environment.plugins.plugins();
  const auto* newest = installed->find(id);
  if (newest) {
    told.enabled = is_enabled(region, *newest);
    told.scenario = shipped_scenario(*newest);
  }
  if (environment.plugin_failures && may(caller, Deed::kReadInternal, {code, {}})) {
    told.failures = environment.plugin_failures->of(id);
    std::erase_if(told.failures,
                  [&](const PluginFailure& failure) { return failure.region != code; });
  }
  return told;
}

std::optional<boost::json::object> shipped_scenario(const plugin::InstalledPlugin& plugin) {
  boost::json::error_code error;
  try {
    auto document = boost::json::parse(plugin.sealed->files().read("scenario.json"), error);
    if (!error && document.is_object()) return std::move(document.get_object());
  } catch (const std::system_error&) {
    // It ships none.
  }
  return std::nullopt;
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
