#include "pilah/registry/plugins/plugin_changes.hpp"

#include <algorithm>

#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/intake/unnamed_file.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/plugins/refusing.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

plugin::PublicKey key_of(const std::string& hex) {
  auto key = plugin::PublicKey::parse(hex);
  if (!key) throw Refusal(RefusalKind::kInvalid, Message{"plugin.no_key", {{"key", hex}}, ""});
  return *std::move(key);
}

/// How many selections of this host name exactly that version.
std::int64_t uses_of(const Environment& environment, const PluginEntry& entry) {
  std::int64_t uses = 0;
  environment.store.read([&](store::Reader& reader) {
    for (const auto& region : reader.regions()) {
      reader.each<catalogue::SelectionRecord>(region.code, [&](const auto& stored) {
        const auto& used = stored.record.plugins;
        uses += std::any_of(used.begin(), used.end(), [&](const catalogue::PluginUse& use) {
          return use.id == entry.id && use.version == entry.version && use.digest == entry.digest;
        });
        return true;
      });
    }
  });
  return uses;
}

static_assert(kLargestPackage == plugin::kMaxPluginFile);

PluginEntry entry_of(const Environment& environment, const Caller& caller,
                     const plugin::InstalledPlugin& installed) {
  auto versions = plugin_versions(environment, caller, installed.manifest.id);
  return *std::find_if(versions.begin(), versions.end(), [&](const PluginEntry& entry) {
    return entry.version == installed.manifest.version;
  });
}

}  // namespace

PluginEntry install_plugin(const Environment& environment, const Caller& caller,
                           const std::filesystem::path& package, bool allow_unsigned) {
  require(caller, Deed::kAdministerHost, {});
  return entry_of(environment, caller,
                  refusing([&] { return environment.plugins.install(package, allow_unsigned); }));
}

PluginEntry install_sent_plugin(const Environment& environment, const Caller& caller,
                                const std::string& name,
                                const std::function<std::string_view()>& next) {
  require(caller, Deed::kAdministerHost, {});
  UnnamedFile package(environment.data_folder);
  for (auto piece = next(); !piece.empty(); piece = next()) package.append(piece);
  return entry_of(environment, caller, refusing([&] {
                    return environment.plugins.install(package.path(), false, name);
                  }));
}

void remove_plugin(const Environment& environment, const Caller& caller, const std::string& id,
                   std::string version) {
  require(caller, Deed::kAdministerHost, {});
  for (const auto& entry : plugins(environment, caller)) {
    if (entry.id != id) continue;
    if (version.empty()) version = entry.version;
    if (entry.version != version) continue;
    if (const auto uses = uses_of(environment, entry); uses > 0) {
      throw Refusal(
          RefusalKind::kConflict,
          Message{"plugin.in_use",
                  {{"plugin", id}, {"version", version}, {"selections", std::to_string(uses)}},
                  ""});
    }
  }
  refusing([&] { environment.plugins.remove(id, version); });
}

void enable_plugin(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, const std::string& id, bool enabled) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  plugin_versions(environment, caller, id);  // refuses an unknown one
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    auto record = writer.region(region);
    if (!record) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"region.not_of_this_host", {{"code", region.text()}}, ""});
    }
    std::erase_if(record->plugins, [&](const auto& choice) { return choice.plugin == id; });
    record->plugins.push_back({id, enabled});
    writer.put_region(*record);
  });
}

std::vector<TrustedKey> trusted_keys(const Environment& environment, const Caller& caller) {
  require(caller, Deed::kAdministerHost, {});
  const auto trust = refusing([&] { return environment.plugins.trust(); });
  std::vector<TrustedKey> keys;
  for (const auto& [key, about] : trust.keys)
    keys.push_back({key.hex(), about.name, about.revoked});
  return keys;
}

void trust_key(const Environment& environment, const Caller& caller, const std::string& key,
               const std::string& name) {
  require(caller, Deed::kAdministerHost, {});
  refusing([&] { environment.plugins.trust_key(key_of(key), name); });
}

void revoke_key(const Environment& environment, const Caller& caller, const std::string& key) {
  require(caller, Deed::kAdministerHost, {});
  refusing([&] { environment.plugins.revoke_key(key_of(key)); });
}

}  // namespace pilah::registry
