// Installing, trusting and enabling plugins.
//
// The host's administrator decides what may run on the host: packages and keys. A
// region's administrator decides what the region uses. None of it needs a restart
// or disturbs a selection that is being made.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"

namespace pilah::registry {

/// Checks and keeps a package. `allow_unsigned`: without a trusted signature.
/// Throws Refusal that says what is wrong with it; then nothing is installed.
PluginEntry install_plugin(const Environment& environment, const Caller& caller,
                           const std::filesystem::path& package, bool allow_unsigned);

inline constexpr std::size_t kLargestPackage = std::size_t{64} * 1024 * 1024;  // bytes

/// The same of a package that is sent: `next` gives its bytes piece by piece, nothing at
/// the end; `name` is its sender's. Its signature must be trusted.
PluginEntry install_sent_plugin(const Environment& environment, const Caller& caller,
                                const std::string& name,
                                const std::function<std::string_view()>& next);

/// Throws Refusal(kConflict) when a selection names that version: it could not be
/// made again. An empty version is the only one installed.
void remove_plugin(const Environment& environment, const Caller& caller, const std::string& id,
                   std::string version);

/// Lets a region use a plugin, or not. Throws Refusal(kNotFound) for an unknown one.
void enable_plugin(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, const std::string& id, bool enabled);

struct TrustedKey {
  std::string key;  ///< 64 hexadecimal digits
  std::string name;
  bool revoked = false;
};
std::vector<TrustedKey> trusted_keys(const Environment& environment, const Caller& caller);

/// Trusts what that key signed. Throws Refusal(kInvalid) for what is no key.
void trust_key(const Environment& environment, const Caller& caller, const std::string& key,
               const std::string& name);
/// What it signed no longer runs. Throws Refusal(kNotFound) for a key never trusted.
void revoke_key(const Environment& environment, const Caller& caller, const std::string& key);

}  // namespace pilah::registry
