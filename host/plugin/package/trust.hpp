// Whom this host trusts to sign plugins: trust.json in its folder of plugins.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "pilah/plugin/package/signature.hpp"

namespace pilah::plugin {

/// What the host's administrator decided. A value.
struct Trust {
  struct Key {
    std::string name;      ///< whose it is, for people
    bool revoked = false;  ///< its packages no longer run
  };
  std::map<PublicKey, Key> keys;
  /// SHA-256 of packages that were allowed without a trusted signature.
  std::set<std::string> allowed;

  bool trusts(const PublicKey& key) const;
};

/// A file that is not there trusts nobody. Throws std::invalid_argument when it
/// is no trust.json: rather no plugin than one that nobody trusted.
Trust read_trust(const std::filesystem::path& file);

/// Replaces the file as a whole, synced. Throws std::system_error.
void write_trust(const std::filesystem::path& file, const Trust& trust);

}  // namespace pilah::plugin
