#include "pilah/registry/backup/data_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

constexpr std::size_t kPiece = std::size_t{256} * 1024;

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
  throw Refusal(RefusalKind::kUnavailable,
                Message{"backup.file_failed", {{"file", file.string()}, {"why", why}}, ""});
}
[[noreturn]] void fail(const std::filesystem::path& file) { fail(file, std::strerror(errno)); }

[[noreturn]] void refuse_archive(const std::filesystem::path& file, const std::string& why) {
  throw Refusal(RefusalKind::kInvalid,
                Message{"backup.no_archive", {{"file", file.string()}, {"why", why}}, ""});
}

class File {
 public:
  File(std::filesystem::path path, int flags)
      : path_(std::move(path)), descriptor_(::open(path_.c_str(), flags | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) fail(path_);
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Nothing at the end.
  std::string_view read(std::vector<char>& piece) const {
    piece.resize(kPiece);
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, piece.data(), piece.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail(path_);
    return {piece.data(), static_cast<std::size_t>(count)};
  }
  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) fail(path_);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void sync() const {
    if (::fsync(descriptor_) != 0) fail(path_);
  }
  std::int64_t size() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) fail(path_);
    return status.st_size;
  }

 private:
  std::filesystem::path path_;
  int descriptor_;
};

/// Every ordinary file below the folder, by its name from there.
std::vector<std::string> files_below(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (auto entry = std::filesystem::recursive_directory_iterator(folder, error);
       !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_regular_file()) {
      names.push_back(entry->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) fail(folder, error.message());
  std::sort(names.begin(), names.end());
  return names;
}

using ReadArchive = std::unique_ptr<archive, decltype(&archive_read_free)>;
using WriteArchive = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

void check(bool done, archive* of, const std::filesystem::path& file) {
  if (done) return;
  const char* why = archive_error_string(of);
  fail(file, why ? why : "?");
}

void pack_file(archive* to, const std::filesystem::path& archive_file,
               const std::filesystem::path& folder, const std::string& name) {
  const File from(folder / name, O_RDONLY);
  const Entry entry(archive_entry_new(), &archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), from.size());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  check(archive_write_header(to, entry.get()) == ARCHIVE_OK, to, archive_file);
  std::vector<char> piece;
  for (auto bytes = from.read(piece); !bytes.empty(); bytes = from.read(piece)) {
    check(
        archive_write_data(to, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size()),
        to, archive_file);
  }
}

void unpack_file(archive* from, archive_entry* entry, const std::filesystem::path& archive_file,
                 const std::filesystem::path& folder) {
  const char* path = archive_entry_pathname(entry);
  const std::string name = path ? path : "";
  if (!is_backup_place(name) || archive_entry_filetype(entry) != AE_IFREG ||
      archive_entry_hardlink(entry) || archive_entry_symlink(entry)) {
    refuse_archive(archive_file, name.substr(0, 100));
  }
  const auto place = folder / name;
  std::error_code error;
  std::filesystem::create_directories(place.parent_path(), error);
  const File to(place, O_WRONLY | O_CREAT | O_EXCL);
  std::vector<char> piece(kPiece);
  for (;;) {
    const la_ssize_t count = archive_read_data(from, piece.data(), piece.size());
    if (count < 0) refuse_archive(archive_file, name);
    if (count == 0) break;
    to.write({piece.data(), static_cast<std::size_t>(count)});
  }
  to.sync();
}

bool is_plain(std::string_view name) {
  return !name.empty() && name.size() <= 255 && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '.' || c == '_' || c == '-';
         });
}

}  // namespace

bool is_backup_place(const std::string& name) {
  static constexpr std::array<std::string_view, 4> kFiles{"backup.json", "catalogue.sqlite",
                                                          "heads.json", "host.key"};
  if (std::find(kFiles.begin(), kFiles.end(), name) != kFiles.end()) return true;
  std::vector<std::string_view> steps;
  std::string_view rest = name;
  for (auto slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
    steps.push_back(rest.substr(0, slash));
    rest.remove_prefix(slash + 1);
  }
  steps.push_back(rest);
  if (!std::all_of(steps.begin(), steps.end(), is_plain)) return false;
  return (steps.size() == 2 && steps[0] == "plugins") ||
         (steps.size() == 3 && steps[0] == "evidence");
}

void copy_file_synced(const std::filesystem::path& from, const std::filesystem::path& to) {
  const File source(from, O_RDONLY);
  const File target(to, O_WRONLY | O_CREAT | O_EXCL);
  std::vector<char> piece;
  for (auto bytes = source.read(piece); !bytes.empty(); bytes = source.read(piece)) {
    target.write(bytes);
  }
  target.sync();
}

void write_file_synced(const std::filesystem::path& to, const std::string& bytes) {
  const File target(to, O_WRONLY | O_CREAT | O_EXCL);
  target.write(bytes);
  target.sync();
}

void make_private_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder);
}

void sync_folders(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> folders{folder};
  std::error_code error;
  for (auto entry = std::filesystem::recursive_directory_iterator(folder, error);
       !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_directory()) folders.push_back(entry->path());
  }
  if (error) fail(folder, error.message());
  for (const auto& each : folders) File(each, O_RDONLY | O_DIRECTORY).sync();
}

void pack(const std::filesystem::path& folder, const std::filesystem::path& file) {
  const File made(file, O_WRONLY | O_CREAT | O_TRUNC);
  const WriteArchive writer(archive_write_new(), &archive_write_free);
  // pax, since a file of a ustar archive ends at 8 GiB.
  check(archive_write_set_format_pax_restricted(writer.get()) == ARCHIVE_OK &&
            archive_write_open_filename(writer.get(), file.c_str()) == ARCHIVE_OK,
        writer.get(), file);
  for (const auto& name : files_below(folder)) pack_file(writer.get(), file, folder, name);
  check(archive_write_close(writer.get()) == ARCHIVE_OK, writer.get(), file);
  made.sync();
}

void unpack(const std::filesystem::path& file, const std::filesystem::path& folder) {
  const ReadArchive reader(archive_read_new(), &archive_read_free);
  archive_read_support_format_tar(reader.get());
  if (archive_read_open_filename(reader.get(), file.c_str(), kPiece) != ARCHIVE_OK) {
    refuse_archive(file, archive_error_string(reader.get()));
  }
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK) refuse_archive(file, archive_error_string(reader.get()));
    unpack_file(reader.get(), entry, file, folder);
  }
}

}  // namespace pilah::registry
