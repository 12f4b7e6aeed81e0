#include "pilah/plugin/plugin_repository.hpp"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>

#include "pilah/plugin/package/package.hpp"
#include "pilah/plugin/run/load_check.hpp"
#include "pilah/plugin/system/descriptor.hpp"
#include "pilah/plugin/system/whole_file.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMostPackages = 250;  // each keeps its file open
constexpr const char* kSuffix = ".pilah";

/// Reads the package's archive when a file is wanted. It stays open, so whoever
/// holds the plugin can still read it after the package was removed. That it still
/// is the one that was checked follows from the digests of the manifest.
class PackageFiles : public PluginFiles {
 public:
  explicit PackageFiles(const std::filesystem::path& package)
      : open_(::open(package.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (!open_) throw std::system_error(errno, std::generic_category(), package.string());
  }
  std::string read(const std::string& name) const override {
    const auto same_file = "/proc/self/fd/" + std::to_string(open_.get());
    const std::string bytes = read_whole_file(same_file, kMaxPluginFile);
    return ArchiveFiles(parts_of(bytes).archive).read(name);
  }

 private:
  Descriptor open_;
};

/// Refuses unless the host trusts who signed, or allowed just this package.
void require_trust(const Trust& trust, const PackageParts& parts, const std::string& bytes,
                   const std::string& file) {
  const std::string digest = sha256_hex(bytes);
  if (parts.key && !is_signed_by(*parts.key, Signed::kPackage, parts.archive, parts.signature)) {
    throw PluginRefusal("plugin.package.bad_signature",
                        {{"file", file}, {"key", parts.key->hex()}});
  }
  if (parts.key && trust.trusts(*parts.key)) return;
  if (parts.key && trust.keys.count(*parts.key) > 0) {
    throw PluginRefusal(
        "plugin.package.revoked_key",
        {{"file", file}, {"key", parts.key->hex()}, {"name", trust.keys.at(*parts.key).name}});
  }
  if (trust.allowed.count(digest) > 0) return;
  if (!parts.key) throw PluginRefusal("plugin.package.unsigned", {{"file", file}});
  throw PluginRefusal("plugin.package.unknown_key", {{"file", file}, {"key", parts.key->hex()}});
}

InstalledPlugin plugin_in(const PackageParts& parts, std::shared_ptr<const PluginFiles> files,
                          const std::filesystem::path& package) {
  auto plugin = plugin_of(std::move(files), PluginOrigin::kPackage);
  plugin.package = package;
  plugin.signer = parts.key;
  return plugin;
}

std::string read_package(const std::filesystem::path& file) {
  try {
    return read_whole_file(file, kMaxPluginFile);
  } catch (const std::system_error& failure) {
    throw PluginRefusal("plugin.package.unreadable",
                        {{"file", file.string()}, {"why", failure.what()}});
  }
}

}  // namespace

/// Held by whoever changes the folder, in this process or another.
class PluginRepository::Lock {
 public:
  explicit Lock(const std::filesystem::path& folder) {
    if (folder.empty()) throw PluginRefusal("plugin.no_folder", {});
    std::filesystem::create_directories(folder);
    descriptor_ = Descriptor(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!descriptor_ || ::flock(descriptor_.get(), LOCK_EX) != 0) {
      throw std::system_error(errno, std::generic_category(), (folder / "lock").string());
    }
  }

 private:
  Descriptor descriptor_;
};

PluginRepository::PluginRepository(const std::filesystem::path& built_in, RunnerProgram runner,
                                   std::filesystem::path folder)
    : built_in_(built_in, std::move(runner)), folder_(std::move(folder)) {
  read_again();
}

std::shared_ptr<const InstalledPlugins> PluginRepository::plugins() const {
  const std::lock_guard lock(mutex_);
  return plugins_;
}

void PluginRepository::each_file(
    const std::function<void(const std::filesystem::path&)>& take) const {
  if (folder_.empty() || !std::filesystem::exists(folder_)) return;
  const Lock lock(folder_);
  for (const auto& file : package_files()) take(file);
  for (const auto& file : {trust_file(), signing_key_file()}) {
    if (std::filesystem::exists(file)) take(file);
  }
}

Trust PluginRepository::trust() const {
  return folder_.empty() ? Trust{} : read_trust(trust_file());
}

std::vector<std::filesystem::path> PluginRepository::package_files() const {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  if (folder_.empty()) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
    if (entry.path().extension() == kSuffix) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.size() > kMostPackages) files.resize(kMostPackages);
  return files;
}

void PluginRepository::read_again() {
  std::vector<InstalledPlugin> packages;
  std::vector<Unusable> unusable;
  const auto cannot = [&unusable](const std::filesystem::path& file, const std::string& why) {
    unusable.push_back({"plugin.package.malformed", {{"file", file.string()}, {"why", why}}});
  };
  Trust trusted;
  try {
    trusted = trust();
  } catch (const std::exception& failure) {
    cannot(trust_file(), failure.what());  // then nobody is trusted
  }
  for (const auto& file : package_files()) {
    try {
      const std::string bytes = read_whole_file(file, kMaxPluginFile);
      const auto parts = parts_of(bytes);
      require_trust(trusted, parts, bytes, file.string());
      packages.push_back(plugin_in(parts, std::make_shared<PackageFiles>(file), file));
    } catch (const PluginRefusal& refusal) {
      unusable.push_back({refusal.kind, refusal.arguments});
    } catch (const std::exception& failure) {
      cannot(file, failure.what());
    }
  }
  auto all = std::make_shared<const InstalledPlugins>(
      built_in_.with(std::move(packages), std::move(unusable)));
  const std::lock_guard lock(mutex_);
  plugins_ = std::move(all);
}

std::filesystem::path PluginRepository::package_file(const std::string& id,
                                                     const std::string& version) const {
  return folder_ / (id + "-" + version + kSuffix);
}

InstalledPlugin PluginRepository::install(const std::filesystem::path& package, bool allow,
                                          const std::string& name) {
  const std::string called = name.empty() ? package.string() : name;
  const std::string bytes = read_package(package);
  const auto parts = parts_of(bytes);
  Trust wanted = trust();
  if (allow) wanted.allowed.insert(sha256_hex(bytes));
  require_trust(wanted, parts, bytes, called);
  InstalledPlugin plugin;
  try {
    auto files = std::make_shared<ArchiveFiles>(parts.archive);
    plugin = plugin_in(parts, files, package);
    static_cast<void>(plugin.sealed->library());
    static_cast<void>(plugin.sealed->data_files());
  } catch (const AlteredFile& failure) {
    throw PluginRefusal(
        "plugin.package.malformed",
        {{"file", called},
         {"why", std::string(failure.what()) + " is not the one of plugin.json (its SHA-256)"}});
  } catch (const std::exception& failure) {
    throw PluginRefusal("plugin.package.malformed", {{"file", called}, {"why", failure.what()}});
  }
  const Manifest& manifest = plugin.manifest;
  const Lock lock(folder_);
  read_again();
  const auto known = plugins();
  for (const auto& other : known->all()) {
    if (other.manifest.id != manifest.id) continue;
    if (other.origin == PluginOrigin::kBuiltIn) {
      throw PluginRefusal("plugin.package.built_in", {{"plugin", manifest.id}});
    }
    if (other.signer != plugin.signer) {
      throw PluginRefusal(
          "plugin.package.other_signer",
          {{"plugin", manifest.id}, {"key", other.signer ? other.signer->hex() : "-"}});
    }
  }
  const auto target = package_file(manifest.id, manifest.version);
  if (std::filesystem::exists(target)) {
    if (read_whole_file(target, kMaxPluginFile) == bytes)
      return *known->find(manifest.id, manifest.version);
    throw PluginRefusal("plugin.package.version_taken",
                        {{"plugin", manifest.id}, {"version", manifest.version}});
  }
  if (const auto failed = load_check(*known, plugin)) {
    throw PluginRefusal(std::string(failed->kind()), failed->arguments());
  }
  // First the permission, then what needs it: a cut between leaves nothing behind
  // that runs.
  if (allow) write_trust(trust_file(), wanted);
  write_whole_file(target, bytes);
  read_again();
  return *plugins()->find(manifest.id, manifest.version);
}

void PluginRepository::remove(const std::string& id, const std::string& version) {
  const Lock lock(folder_);
  read_again();
  const auto known = plugins();
  const auto* plugin = known->find(id, version);
  if (plugin && plugin->origin == PluginOrigin::kBuiltIn) {
    throw PluginRefusal("plugin.package.built_in", {{"plugin", id}});
  }
  // By its name, so that a package that cannot be used any more can be removed too.
  const bool named = is_file_name(id) && is_file_name(version);
  if (!named || !std::filesystem::remove(package_file(id, version))) {
    throw PluginRefusal("plugin.not_installed", {{"plugin", id}, {"version", version}});
  }
  read_again();
}

void PluginRepository::change_trust(const std::function<void(Trust&)>& change) {
  const Lock lock(folder_);
  Trust trust = this->trust();
  change(trust);
  write_trust(trust_file(), trust);
  read_again();
}

std::vector<KeptCheck> PluginRepository::checks() const {
  if (folder_.empty()) return {};
  auto checks = read_checks(checks_file());
  const auto installed = plugins();
  std::erase_if(checks, [&](const KeptCheck& check) {
    const auto* plugin = installed->find(check.plugin, check.version);
    return !plugin || plugin->manifest.sha256 != check.digest;
  });
  return checks;
}

void PluginRepository::keep_check(const KeptCheck& check) {
  const Lock lock(folder_);
  auto checks = this->checks();
  std::erase_if(checks, [&](const KeptCheck& earlier) {
    return earlier.plugin == check.plugin && earlier.version == check.version;
  });
  checks.push_back(check);
  write_checks(checks_file(), checks);
}

void PluginRepository::trust_key(const PublicKey& key, const std::string& name) {
  change_trust([&](Trust& trust) { trust.keys[key] = {name, false}; });
}

void PluginRepository::revoke_key(const PublicKey& key) {
  change_trust([&](Trust& trust) {
    const auto found = trust.keys.find(key);
    if (found == trust.keys.end()) {
      throw PluginRefusal("plugin.key_not_trusted", {{"key", key.hex()}});
    }
    found->second.revoked = true;
  });
}

}  // namespace pilah::plugin
