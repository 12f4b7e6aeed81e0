#include "pilah/registry/backup/restore.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <sodium/core.h>
#include <stdio.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/backup/chain_heads.hpp"
#include "pilah/registry/backup/data_files.hpp"
#include "pilah/registry/backup/manifest.hpp"
#include "pilah/registry/backup/partial_folder.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/sqlite_store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

constexpr const char* kUnderWay = ".restoring";

[[noreturn]] void refuse_file(const std::filesystem::path& file, const std::string& why) {
  throw Refusal(RefusalKind::kUnavailable,
                Message{"backup.file_failed", {{"file", file.string()}, {"why", why}}, ""});
}

/// Refuses a folder unless it is empty, or only a restore was ever at work in it:
/// what that one left is removed.
void take_folder(const std::filesystem::path& folder, bool was_cut_off) {
  std::error_code error;
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().filename() != kUnderWay) found.push_back(entry.path());
  }
  if (error) refuse_file(folder, error.message());
  if (found.empty()) return;
  if (!was_cut_off || std::filesystem::exists(folder / "catalogue.sqlite")) {
    throw Refusal(RefusalKind::kConflict, Message{"backup.data_there",
                                                  {{"folder", folder.string()},
                                                   {"file", found.front().filename().string()}},
                                                  ""});
  }
  for (const auto& left : found) std::filesystem::remove_all(left, error);
}

void bring_in(const std::filesystem::path& backup, const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(backup, error)) return unpack(backup, folder);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(backup)) {
    const auto name = entry.path().lexically_relative(backup).generic_string();
    if (entry.is_directory()) continue;
    if (!entry.is_regular_file() || entry.is_symlink() || !is_backup_place(name)) {
      throw Refusal(RefusalKind::kInvalid, Message{"backup.file_added", {{"file", name}}, ""});
    }
    std::filesystem::create_directories((folder / name).parent_path(), error);
    copy_file_synced(entry.path(), folder / name);
  }
}

Verification verified(const std::filesystem::path& folder) {
  std::ifstream in(folder / "heads.json", std::ios::binary);
  const auto heads = read_signed_heads(std::string{std::istreambuf_iterator<char>(in), {}});
  // Nothing is written, so neither a time nor a random byte is asked for.
  const auto store = store::open_sqlite(folder, {[] { return std::int64_t{0}; }});
  auto report = store->verify(heads.heads);
  if (report.findings.empty()) {
    return {report.regions,         report.records, report.revisions, report.audit_entries, {},
            std::move(report.heads)};
  }
  catalogue::Messages messages;
  for (auto& finding : report.findings) messages.push_back(std::move(finding.message));
  throw Refusal(RefusalKind::kInvalid, std::move(messages));
}

/// Never over something that came there meanwhile.
void move_into(const std::filesystem::path& from, const std::filesystem::path& folder) {
  const auto to = folder / from.filename();
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
  refuse_file(to, std::strerror(errno));
}

}  // namespace

Verification restore(const Caller& caller, const std::filesystem::path& backup,
                     const std::filesystem::path& data_folder) {
  require(caller, Deed::kAdministerHost, {});
  if (sodium_init() < 0) throw std::runtime_error("the system gives no random numbers");
  const auto folder = data_folder.has_filename() ? data_folder : data_folder.parent_path();
  std::error_code error;
  std::filesystem::create_directories(folder.parent_path(), error);
  make_private_folder(folder);
  const bool was_cut_off = std::filesystem::exists(folder / kUnderWay);
  PartialFolder partial(folder / kUnderWay);
  take_folder(folder, was_cut_off);
  bring_in(backup, partial.path());
  require_whole(partial.path());
  auto verification = verified(partial.path());
  for (const char* told : {"backup.json", "heads.json"}) {
    std::filesystem::remove(partial.path() / told);
  }
  sync_folders(partial.path());
  std::vector<std::filesystem::path> parts;
  for (const auto& entry : std::filesystem::directory_iterator(partial.path())) {
    if (entry.path().filename() != "catalogue.sqlite") parts.push_back(entry.path());
  }
  for (const auto& part : parts) move_into(part, folder);
  sync_folders(folder);
  move_into(partial.path() / "catalogue.sqlite", folder);
  sync_folders(folder);
  return verification;
}

}  // namespace pilah::registry
