// What a backup consists of: backup.json, every file with its size and SHA-256.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace pilah::registry {

struct BackupFile {
  std::int64_t size = 0;  ///< bytes
  std::string sha256;     ///< 64 hexadecimal digits
  friend bool operator==(const BackupFile&, const BackupFile&) = default;
};

/// By name from the backup's folder.
using BackupFiles = std::map<std::string, BackupFile>;

/// All files below `folder` but backup.json itself, read once.
BackupFiles backup_files(const std::filesystem::path& folder);

std::string manifest_text(const BackupFiles& files, const std::string& taken_on);

/// Throws Refusal(kInvalid) when `folder` has no backup.json, or when its files are
/// not those that it names, byte for byte: it says which one.
void require_whole(const std::filesystem::path& folder);

}  // namespace pilah::registry
