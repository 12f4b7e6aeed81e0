// A plugin package: one file, NAME.pilah.
//
// A tar archive, compressed with gzip, of one level of files: plugin.json, the
// library, data files, scenarios, a README. Behind it, when it is signed, 104
// bytes: "PILAHSIG", the public key, the Ed25519 signature of all before them.
// The signature is checked before the archive is opened.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pilah/plugin/package/sealed_plugin.hpp"
#include "pilah/plugin/package/signature.hpp"

namespace pilah::plugin {

/// What is wrong with a package, in words that name the file within it.
struct BadPackage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A package cut into the archive and its signature. Refers to the bytes.
struct PackageParts {
  std::string_view archive;
  std::optional<PublicKey> key;  ///< nothing: it is not signed
  std::string_view signature;
};
PackageParts parts_of(std::string_view package);

/// The files of an unpacked archive, in memory.
class ArchiveFiles : public PluginFiles {
 public:
  /// Throws BadPackage unless all of it is files of one level with plain names,
  /// at most 64 of them and 128 MiB together.
  explicit ArchiveFiles(std::string_view archive);
  std::string read(const std::string& name) const override;
  const std::map<std::string, std::string>& all() const { return files_; }

 private:
  std::map<std::string, std::string> files_;
};

/// The archive of a folder's files, the same bytes for the same files. Throws
/// BadPackage when the folder holds what no package may.
std::string archive_of(const std::filesystem::path& folder);

/// The archive with its signature behind it.
std::string signed_package(const std::string& archive, const SecretKey& key);

}  // namespace pilah::plugin
