#include "pilah/store/evidence_files.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <vector>

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/audit_chain.hpp"
#include "pilah/store/folder.hpp"

namespace pilah::store {
namespace {

constexpr std::size_t kPiece = std::size_t{256} * 1024;
constexpr std::size_t kDigits = 64;

[[noreturn]] void refuse(const std::filesystem::path& file) {
  throw catalogue::Refusal(
      catalogue::RefusalKind::kUnavailable,
      catalogue::Message{
          "store.evidence_failed", {{"file", file.string()}, {"why", std::strerror(errno)}}, ""});
}

void make(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    if (!sync_folder(folder.parent_path())) refuse(folder);
  } else if (errno != EEXIST) {
    refuse(folder);
  }
}

bool is_digest(const std::string& name) {
  return name.size() == kDigits && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::filesystem::path incoming(const std::filesystem::path& folder) { return folder / "incoming"; }

std::filesystem::path place_in(const std::filesystem::path& folder, const std::string& sha256) {
  return folder / sha256.substr(0, 2) / sha256;
}

/// Calls `take` with each piece of the file.
template <class Take>
void each_piece(const std::filesystem::path& file, Take take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse(file);
  std::vector<char> piece(kPiece);
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    take(std::string_view(piece.data(), static_cast<std::size_t>(in.gcount())));
  }
}

}  // namespace

EvidenceLock::EvidenceLock(const std::filesystem::path& folder, Kind kind)
    : descriptor_(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) refuse(folder / "lock");
  while (::flock(descriptor_, kind == Kind::kAdding ? LOCK_SH : LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    ::close(descriptor_);
    refuse(folder / "lock");
  }
}

EvidenceLock::~EvidenceLock() { ::close(descriptor_); }

struct IncomingFile::Hash {
  crypto_hash_sha256_state state;
};

IncomingFile::IncomingFile(const std::filesystem::path& folder)
    : lock_(folder, EvidenceLock::Kind::kAdding),
      folder_(folder),
      path_((incoming(folder) / "XXXXXX").string()),
      descriptor_(::mkostemp(path_.data(), O_CLOEXEC)),
      hash_(std::make_unique<Hash>()) {
  if (descriptor_ < 0) refuse(path_);
  crypto_hash_sha256_init(&hash_->state);
}

IncomingFile::~IncomingFile() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

void IncomingFile::append(std::string_view piece) {
  crypto_hash_sha256_update(&hash_->state, reinterpret_cast<const unsigned char*>(piece.data()),
                            piece.size());
  size_ += static_cast<std::int64_t>(piece.size());
  while (!piece.empty()) {
    const ssize_t written = ::write(descriptor_, piece.data(), piece.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse(path_);
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string IncomingFile::keep() {
  Digest digest{};
  crypto_hash_sha256_final(&hash_->state, digest.data());
  auto sha256 = hexadecimal(digest);
  const auto place = place_in(folder_, sha256);
  if (::fsync(descriptor_) != 0) refuse(path_);
  make(place.parent_path());
  // Its second name; the first stays until the change is stored.
  if (::link(path_.c_str(), place.c_str()) != 0 && errno != EEXIST) refuse(place);
  if (!sync_folder(place.parent_path())) refuse(place);
  return sha256;
}

EvidenceReader::~EvidenceReader() { ::close(descriptor_); }

bool EvidenceReader::next(std::string& piece) {
  const std::size_t before = piece.size();
  piece.resize(before + kPiece);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, piece.data() + before, kPiece);
  } while (count < 0 && errno == EINTR);
  if (count < 0) refuse("evidence");
  piece.resize(before + static_cast<std::size_t>(count));
  return count > 0;
}

std::filesystem::path EvidenceFiles::place(const std::string& sha256) const {
  return place_in(folder_, sha256);
}

std::unique_ptr<IncomingFile> EvidenceFiles::receive() const {
  make(folder_);
  make(incoming(folder_));
  return std::make_unique<IncomingFile>(folder_);
}

bool EvidenceFiles::holds(const std::string& sha256) const {
  std::error_code error;
  return is_digest(sha256) && std::filesystem::is_regular_file(place(sha256), error);
}

std::unique_ptr<EvidenceReader> EvidenceFiles::open(const std::string& sha256) const {
  if (!holds(sha256)) return nullptr;
  const int descriptor = ::open(place(sha256).c_str(), O_RDONLY | O_CLOEXEC);
  return descriptor < 0 ? nullptr : std::make_unique<EvidenceReader>(descriptor);
}

void EvidenceFiles::expect_unnamed(const std::string& sha256) const {
  if (!holds(sha256)) return;
  const auto mark = incoming(folder_) / sha256;
  const int descriptor = ::open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) refuse(mark);
  ::close(descriptor);
  if (!sync_folder(incoming(folder_))) refuse(mark);
}

void EvidenceFiles::remove_unnamed(const std::string& sha256,
                                   const std::function<bool(const std::string&)>& is_named) const {
  if (!holds(sha256)) return;
  const EvidenceLock lock(folder_, EvidenceLock::Kind::kRemoving);
  if (!is_named(sha256) && ::unlink(place(sha256).c_str()) != 0 && errno != ENOENT) {
    refuse(place(sha256));
  }
  ::unlink((incoming(folder_) / sha256).c_str());
}

void EvidenceFiles::sweep(const std::function<bool(const std::string&)>& is_named) const {
  std::error_code error;
  if (std::filesystem::is_empty(incoming(folder_), error) || error) return;
  const EvidenceLock lock(folder_, EvidenceLock::Kind::kRemoving);
  each([&](const std::string& sha256) {
    if (!is_named(sha256)) ::unlink(place(sha256).c_str());
  });
  for (const auto& left : std::filesystem::directory_iterator(incoming(folder_), error)) {
    ::unlink(left.path().c_str());
  }
}

void EvidenceFiles::each(const std::function<void(const std::string&)>& take) const {
  std::error_code error;
  for (const auto& part : std::filesystem::directory_iterator(folder_, error)) {
    if (part.path().filename().string().size() != 2 || !part.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(part.path(), error)) {
      if (is_digest(file.path().filename().string())) take(file.path().filename().string());
    }
  }
}

std::string EvidenceFiles::digest(const std::string& sha256) const {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  each_piece(place(sha256), [&](std::string_view piece) {
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
  });
  Digest digest{};
  crypto_hash_sha256_final(&state, digest.data());
  return hexadecimal(digest);
}

std::unique_ptr<EvidenceLock> EvidenceFiles::keep_all() const {
  make(folder_);
  return std::make_unique<EvidenceLock>(folder_, EvidenceLock::Kind::kAdding);
}

void EvidenceFiles::while_quiet(const std::function<void()>& use) const {
  const EvidenceLock lock(folder_, EvidenceLock::Kind::kRemoving);
  use();
}

void EvidenceFiles::copy_to(const std::filesystem::path& folder,
                            const std::function<bool(const std::string&)>& wanted) const {
  make(folder);
  each([&](const std::string& sha256) {
    if (!wanted(sha256)) return;
    const auto to = place_in(folder, sha256);
    make(to.parent_path());
    const int descriptor = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) refuse(to);
    bool whole = true;
    each_piece(place(sha256), [&](std::string_view piece) {
      while (whole && !piece.empty()) {
        const ssize_t written = ::write(descriptor, piece.data(), piece.size());
        if (written < 0 && errno == EINTR) continue;
        whole = written > 0;
        if (whole) piece.remove_prefix(static_cast<std::size_t>(written));
      }
    });
    whole = whole && ::fsync(descriptor) == 0;
    const int why = errno;
    ::close(descriptor);
    errno = why;
    if (!whole) refuse(to);
  });
}

}  // namespace pilah::store
