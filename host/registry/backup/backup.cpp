#include "pilah/registry/backup/backup.hpp"

#include <system_error>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/package/signature.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/backup/chain_heads.hpp"
#include "pilah/registry/backup/data_files.hpp"
#include "pilah/registry/backup/manifest.hpp"
#include "pilah/registry/backup/partial_folder.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/folder.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

std::filesystem::path beside(const std::filesystem::path& target, const char* suffix) {
  return target.parent_path() / ("." + target.filename().string() + suffix);
}

plugin::SecretKey host_key(const std::filesystem::path& file) {
  try {
    if (std::filesystem::exists(file)) return plugin::SecretKey::read(file);
    auto key = plugin::SecretKey::make();
    key.write(file);
    return key;
  } catch (const std::exception& failure) {
    throw Refusal(
        RefusalKind::kUnavailable,
        Message{"backup.file_failed", {{"file", file.string()}, {"why", failure.what()}}, ""});
  }
}

void copy_plugins(const Environment& environment, const std::filesystem::path& folder) {
  environment.plugins.each_file([&](const std::filesystem::path& file) {
    make_private_folder(folder);
    copy_file_synced(file, folder / file.filename());
  });
}

void require_free(const std::filesystem::path& target) {
  std::error_code error;
  if (target.filename().empty() || !std::filesystem::is_directory(target.parent_path(), error)) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"backup.no_folder", {{"folder", target.parent_path().string()}}, ""});
  }
  if (!std::filesystem::exists(std::filesystem::symlink_status(target, error))) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"backup.target_there", {{"file", target.string()}}, ""});
}

void rename_synced(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) {
    throw Refusal(
        RefusalKind::kUnavailable,
        Message{"backup.file_failed", {{"file", to.string()}, {"why", error.message()}}, ""});
  }
}

}  // namespace

BackupReport back_up(const Environment& environment, const Caller& caller,
                     const std::filesystem::path& asked) {
  require(caller, Deed::kAdministerHost, {});
  // A name that ends in a slash means the same folder.
  const auto target = asked.has_filename() ? asked : asked.parent_path();
  require_free(target);
  BackupReport report;
  report.place = target;
  PartialFolder partial(beside(target, ".partial"));
  report.heads = environment.store.copy_to(partial.path());
  copy_plugins(environment, partial.path() / "plugins");
  const auto key_file = environment.data_folder / "host.key";
  const auto key = host_key(key_file);
  report.key = key.public_key().hex();
  copy_file_synced(key_file, partial.path() / "host.key");
  const std::string today = environment.today();
  write_file_synced(partial.path() / "heads.json", signed_heads(report.heads, today, key));
  const auto files = backup_files(partial.path());
  write_file_synced(partial.path() / "backup.json", manifest_text(files, today));
  report.files = static_cast<std::int64_t>(files.size());
  for (const auto& [name, file] : files) report.bytes += file.size;
  if (target.extension() == ".tar") {
    const auto archive = beside(target, ".partial-archive");
    try {
      pack(partial.path(), archive);
      // Before the backup has its name: a kill right after leaves nothing beside it.
      std::error_code later;
      std::filesystem::remove_all(partial.path(), later);
      rename_synced(archive, target);
    } catch (...) {
      std::error_code ignored;
      std::filesystem::remove(archive, ignored);
      throw;
    }
  } else {
    sync_folders(partial.path());
    rename_synced(partial.path(), target);
    partial.keep();
  }
  store::sync_folder(target.parent_path());
  return report;
}

}  // namespace pilah::registry
