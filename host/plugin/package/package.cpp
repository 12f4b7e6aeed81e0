#include "pilah/plugin/package/package.hpp"

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include <archive.h>
#include <archive_entry.h>

#include "pilah/plugin/package/manifest.hpp"

namespace pilah::plugin {
namespace {

constexpr std::string_view kMagic = "PILAHSIG";
constexpr std::size_t kTrailer = kMagic.size() + PublicKey::kBytes + kSignatureBytes;
constexpr std::size_t kMostFiles = 64;
constexpr std::size_t kMostUnpacked = 2 * kMaxPluginFile;

using ReadArchive = std::unique_ptr<archive, decltype(&archive_read_free)>;
using WriteArchive = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

std::string name_of(archive_entry* entry) {
  const char* path = archive_entry_pathname(entry);
  std::string name = path ? path : "";
  if (!is_file_name(name)) {
    throw BadPackage("\"" + name.substr(0, 100) + "\" is no plain file name without folders");
  }
  if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) ||
      archive_entry_symlink(entry)) {
    throw BadPackage(name + " is no ordinary file");
  }
  return name;
}

std::string content_of(archive* from, const std::string& name, std::size_t& left) {
  std::string content;
  std::array<char, 65536> part{};
  for (;;) {
    const la_ssize_t count = archive_read_data(from, part.data(), part.size());
    if (count == 0) return content;
    if (count < 0) throw BadPackage(name + " is damaged");
    if (static_cast<std::size_t>(count) > left) {
      throw BadPackage("it holds more than 128 MiB");
    }
    left -= static_cast<std::size_t>(count);
    content.append(part.data(), static_cast<std::size_t>(count));
    if (content.size() > kMaxPluginFile) throw BadPackage(name + " is larger than 64 MiB");
  }
}

void check(bool done, archive* of) {
  if (done) return;
  const char* why = archive_error_string(of);
  throw BadPackage(why ? why : "the archive library failed");
}

void add_file(archive* to, const std::string& name, const std::string& content) {
  const Entry entry(archive_entry_new(), &archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), 0, 0);  // the same files, the same bytes
  check(archive_write_header(to, entry.get()) == ARCHIVE_OK, to);
  check(archive_write_data(to, content.data(), content.size()) ==
            static_cast<la_ssize_t>(content.size()),
        to);
}

la_ssize_t append(archive*, void* bytes, const void* from, std::size_t count) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(from), count);
  return static_cast<la_ssize_t>(count);
}

}  // namespace

PackageParts parts_of(std::string_view package) {
  if (package.size() < kTrailer ||
      package.substr(package.size() - kTrailer, kMagic.size()) != kMagic) {
    return {package, std::nullopt, {}};
  }
  const auto trailer = package.substr(package.size() - kTrailer + kMagic.size());
  return {package.substr(0, package.size() - kTrailer),
          PublicKey::of_bytes(trailer.substr(0, PublicKey::kBytes)),
          trailer.substr(PublicKey::kBytes)};
}

ArchiveFiles::ArchiveFiles(std::string_view bytes) {
  const ReadArchive reader(archive_read_new(), &archive_read_free);
  // No other format and no other compression: each is a parser that a stranger reaches.
  archive_read_support_format_tar(reader.get());
  archive_read_support_filter_gzip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    throw BadPackage("it is no package: no tar archive compressed with gzip");
  }
  std::size_t left = kMostUnpacked;
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK) throw BadPackage("it is no package, or damaged");
    const std::string name = name_of(entry);
    if (files_.size() == kMostFiles) throw BadPackage("it holds more than 64 files");
    if (!files_.emplace(name, content_of(reader.get(), name, left)).second) {
      throw BadPackage(name + " is in it twice");
    }
  }
  if (files_.empty()) throw BadPackage("it is empty");
}

std::string ArchiveFiles::read(const std::string& name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) throw std::system_error(ENOENT, std::generic_category(), name);
  return found->second;
}

std::string archive_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;  // in the order of their names
  const FolderFiles read(folder);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!is_file_name(name) || !entry.is_regular_file() || entry.is_symlink()) {
      throw BadPackage(name + " cannot be packed: a package holds ordinary files of one level");
    }
    if (files.size() == kMostFiles) throw BadPackage("the folder holds more than 64 files");
    files.emplace(name, read.read(name));
  }
  std::string bytes;
  const WriteArchive writer(archive_write_new(), &archive_write_free);
  check(archive_write_set_format_ustar(writer.get()) == ARCHIVE_OK &&
            archive_write_add_filter_gzip(writer.get()) == ARCHIVE_OK &&
            archive_write_set_filter_option(writer.get(), "gzip", "timestamp", nullptr) ==
                ARCHIVE_OK &&
            archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK,
        writer.get());
  for (const auto& [name, content] : files) add_file(writer.get(), name, content);
  check(archive_write_close(writer.get()) == ARCHIVE_OK, writer.get());
  return bytes;
}

std::string signed_package(const std::string& archive, const SecretKey& key) {
  return archive + std::string(kMagic) + key.public_key().bytes() +
         key.sign(Signed::kPackage, archive);
}

}  // namespace pilah::plugin
