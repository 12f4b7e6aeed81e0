// The files of one plugin as the runner gets them: sealed memory, checked once.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pilah/plugin/package/manifest.hpp"
#include "pilah/plugin/system/descriptor.hpp"

namespace pilah::plugin {

/// The largest library, data file or package: 64 MiB.
inline constexpr std::size_t kMaxPluginFile = 64 * std::size_t{1024} * 1024;

/// Where a plugin's files come from: a folder, or the archive of a package.
class PluginFiles {
 public:
  virtual ~PluginFiles() = default;
  /// The whole file of that name, without folders. Throws std::system_error
  /// when it is not there or too large.
  virtual std::string read(const std::string& name) const = 0;
};

class FolderFiles : public PluginFiles {
 public:
  explicit FolderFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::string read(const std::string& name) const override;

 private:
  std::filesystem::path folder_;
};

/// SHA-256, hexadecimal.
std::string sha256_hex(std::string_view bytes);

/// A file whose SHA-256 is not the one of the manifest.
struct AlteredFile : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads and checks at the first use and keeps the sealed copies: what later
/// happens to the files changes no run. Any thread.
class SealedPlugin {
 public:
  SealedPlugin(const Manifest& manifest, std::shared_ptr<const PluginFiles> files);

  /// Throw AlteredFile, std::system_error. The descriptors live as long as this.
  const Descriptor& library();
  /// All data files of the manifest, as the runner reads them.
  const Descriptor& data_files();
  const PluginFiles& files() const { return *files_; }

 private:
  std::string checked(const std::string& name, const std::string& sha256) const;

  const std::string library_name_, library_sha256_;
  const std::vector<DataFile> data_;
  const std::shared_ptr<const PluginFiles> files_;
  std::mutex mutex_;
  Descriptor library_, data_files_;
};

}  // namespace pilah::plugin
