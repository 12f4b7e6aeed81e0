// All plugins of a host: those built with it, and the packages that were installed.
//
// A package is kept as the one file that it came as, and its signature is checked
// whenever the plugins are read: nothing is ever half installed, and a key that is
// revoked takes its plugins with it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/plugin/check/kept_checks.hpp"
#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/package/trust.hpp"

namespace pilah::plugin {

/// Why a package or a key was refused: a kind of registry-data/messages/plugin.json
/// with its arguments. Whoever throws it has changed nothing.
struct PluginRefusal : std::runtime_error {
  using Arguments = std::vector<std::pair<std::string, std::string>>;
  PluginRefusal(std::string refusal, Arguments with)
      : std::runtime_error(refusal), kind(std::move(refusal)), arguments(std::move(with)) {}
  std::string kind;
  Arguments arguments;
};

/// Any thread may use it. Several processes may on one folder: a change waits for
/// the other's, and what one installs the other sees when it reads anew.
class PluginRepository {
 public:
  /// `built_in`: the folder of the plugins built with the host. `folder`: where
  /// packages and trust.json lie; made when first needed; empty: there is none.
  PluginRepository(const std::filesystem::path& built_in, RunnerProgram runner,
                   std::filesystem::path folder = {});

  /// The plugins as they are now. Whoever holds the answer keeps its plugins,
  /// whatever is installed or removed meanwhile.
  std::shared_ptr<const InstalledPlugins> plugins() const;
  /// Reads packages and trust anew.
  void read_again();

  /// Checks signature, archive, manifest and digests, loads the plugin once in its
  /// sandbox, then keeps the package. `allow`: without a signature that is trusted.
  /// Installing the same package again does nothing. `name`: what its user calls the file;
  /// empty: its path. Throws PluginRefusal.
  InstalledPlugin install(const std::filesystem::path& package, bool allow,
                          const std::string& name = {});
  /// Throws PluginRefusal unless a package of that id and version is installed.
  void remove(const std::string& id, const std::string& version);

  /// Calls `take` for each file that a backup needs (packages, trust.json, the
  /// signing key) while nobody changes them.
  void each_file(const std::function<void(const std::filesystem::path&)>& take) const;

  /// Where the key lies with which this host signs: beside its packages.
  std::filesystem::path signing_key_file() const { return folder_ / "signing.key"; }

  Trust trust() const;
  /// Trusts the key from now on, under that name; a revoked one again.
  void trust_key(const PublicKey& key, const std::string& name);
  /// Its packages stay and no longer run. Throws PluginRefusal for a key that was
  /// never trusted.
  void revoke_key(const PublicKey& key);

  /// What was found last about the plugins that are installed now, by the library that is.
  std::vector<KeptCheck> checks() const;
  /// Keeps it in place of an earlier one of that version.
  void keep_check(const KeptCheck& check);

 private:
  class Lock;
  std::filesystem::path trust_file() const { return folder_ / "trust.json"; }
  std::filesystem::path checks_file() const { return folder_ / "checks.json"; }
  std::filesystem::path package_file(const std::string& id, const std::string& version) const;
  /// Those in the folder, at most 1,000, by name.
  std::vector<std::filesystem::path> package_files() const;
  void change_trust(const std::function<void(Trust&)>& change);

  const InstalledPlugins built_in_;
  const std::filesystem::path folder_;
  mutable std::mutex mutex_;
  std::shared_ptr<const InstalledPlugins> plugins_;
};

}  // namespace pilah::plugin
