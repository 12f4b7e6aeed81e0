// The plugins that this host may run.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/plugin/package/manifest.hpp"
#include "pilah/plugin/package/sealed_plugin.hpp"
#include "pilah/plugin/package/signature.hpp"
#include "pilah/plugin/wire/sandbox.hpp"

namespace pilah::plugin {

/// How a plugin came to this host.
enum class PluginOrigin {
  kBuiltIn,  ///< built with the host, its digest is in the host's own list
  kPackage,  ///< installed from a signed package, or from one that was allowed unsigned
  kTried,    ///< loaded once to be checked or tried, trusted by nobody
};

/// A plugin that can be run; copies share its sealed files.
struct InstalledPlugin {
  Manifest manifest;
  PluginOrigin origin = PluginOrigin::kBuiltIn;
  std::shared_ptr<SealedPlugin> sealed;
  std::filesystem::path package;    ///< its file, for a package
  std::optional<PublicKey> signer;  ///< nothing: not signed
};

/// The plugin in a folder, by its plugin.json. Throws std::invalid_argument or
/// std::system_error that says what is wrong with it.
InstalledPlugin read_plugin(const std::filesystem::path& folder, PluginOrigin origin);

/// The plugin of these files; throws as read_plugin() does.
InstalledPlugin plugin_of(std::shared_ptr<const PluginFiles> files, PluginOrigin origin);

/// Something of the host's plugins that cannot be used: a kind of
/// registry-data/messages/plugin.json with its arguments.
struct Unusable {
  std::string kind;
  std::vector<std::pair<std::string, std::string>> arguments;
};

/// How plugins are run on this machine.
struct RunnerProgram {
  std::filesystem::path path;   ///< of pilah-runner
  MayBeMissing may_be_missing;  ///< parts of the sandbox
};

/// Immutable once read; any thread may use it. Finding plugins loads none.
class InstalledPlugins {
 public:
  InstalledPlugins() = default;
  /// Reads <folder>/*/plugin.json, at most 1,000 of them; a folder that is not
  /// there holds none. Each needs its digest in <folder>/<id>.sha256.
  InstalledPlugins(const std::filesystem::path& folder, RunnerProgram runner);
  /// The same with more plugins, and more that cannot be used.
  InstalledPlugins with(std::vector<InstalledPlugin> plugins,
                        std::vector<Unusable> unusable = {}) const;

  /// By id, then version.
  const std::vector<InstalledPlugin>& all() const { return plugins_; }
  /// The plugin with that id, of that version or of the newest; null when there is none.
  const InstalledPlugin* find(std::string_view id, std::string_view version = {}) const;
  /// The importers of a file with that suffix (".csv") that begins with `start`, by id:
  /// those whose signature it has; where there are none, those whose suffix. A name is
  /// quickly given, what a file begins with is not.
  std::vector<const InstalledPlugin*> importers_of(std::string_view suffix,
                                                   std::string_view start) const;
  /// What is there and cannot be used, each with what is wrong.
  const std::vector<Unusable>& unusable() const { return unusable_; }

  const RunnerProgram& program() const { return runner_; }
  const std::filesystem::path& runner() const { return runner_.path; }
  const MayBeMissing& may_be_missing() const { return runner_.may_be_missing; }

 private:
  std::vector<InstalledPlugin> plugins_;
  std::vector<Unusable> unusable_;
  RunnerProgram runner_;
};

}  // namespace pilah::plugin
