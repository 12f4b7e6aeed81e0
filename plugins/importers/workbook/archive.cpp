#include "archive.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <minizip/unzip.h>

namespace workbook {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr unsigned kEncrypted = 1;

}  // namespace

// minizip is C: what the stream throws is kept, and thrown once minizip has returned.
struct Archive::Access {
  const pilah::Stream& stream;
  std::uint64_t position = 0;
  std::exception_ptr failure;

  static Access& of(voidpf opaque) { return *static_cast<Access*>(opaque); }

  static voidpf open(voidpf opaque, const void*, int) { return opaque; }
  static uLong read(voidpf opaque, voidpf, void* to, uLong count) {
    auto& self = of(opaque);
    try {
      const std::size_t done = self.stream.read_at(self.position, to, count);
      self.position += done;
      return done;
    } catch (...) {
      self.failure = std::current_exception();
      return 0;
    }
  }
  static uLong write(voidpf, voidpf, const void*, uLong) { return 0; }
  static ZPOS64_T tell(voidpf opaque, voidpf) { return of(opaque).position; }
  static long seek(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
    auto& self = of(opaque);
    const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                               : origin == ZLIB_FILEFUNC_SEEK_CUR ? self.position
                                                                  : self.stream.size();
    if (offset > self.stream.size() || from > self.stream.size() - offset) return -1;
    self.position = from + offset;
    return 0;
  }
  static int close(voidpf, voidpf) { return 0; }
  static int error(voidpf opaque, voidpf) { return of(opaque).failure ? 1 : 0; }
};

std::string part_name(std::string_view written) {
  std::string name(written.substr(std::min(written.find_first_not_of('/'), written.size())));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return name;
}

Archive::Archive(const pilah::Stream& stream, const Words& words)
    : words_(words), access_(new Access{stream, 0, nullptr}) {
  zlib_filefunc64_def functions{Access::open, Access::read,  Access::write, Access::tell,
                                Access::seek, Access::close, Access::error, access_.get()};
  zip_ = unzOpen2_64("", &functions);
  rethrow();
  if (zip_ == nullptr) words_.refuse(kTruncated);
  try {
    list_parts();
  } catch (...) {
    unzClose(zip_);
    throw;
  }
}

Archive::~Archive() { unzClose(zip_); }

void Archive::rethrow() const {
  if (access_->failure) std::rethrow_exception(access_->failure);
}

void Archive::list_parts() {
  for (int at = unzGoToFirstFile(zip_); at == UNZ_OK; at = unzGoToNextFile(zip_)) {
    unz_file_info64 about{};
    char name[1024];
    if (unzGetCurrentFileInfo64(zip_, &about, name, sizeof(name), nullptr, 0, nullptr, 0) !=
        UNZ_OK) {
      break;
    }
    unz64_file_pos place{};
    unzGetFilePos64(zip_, &place);
    if (parts_.size() == kMostParts) words_.refuse(kTooManyParts);
    const std::size_t length = std::min<std::size_t>(about.size_filename, sizeof(name));
    parts_.emplace(part_name({name, length}), Place{place.pos_in_zip_directory, place.num_of_file});
  }
  rethrow();
  if (parts_.empty()) words_.refuse(kTruncated);
}

bool Archive::has(std::string_view part) const { return parts_.contains(part_name(part)); }

void Archive::read(std::string_view part, const std::function<void(std::string_view piece)>& take) {
  const auto found = parts_.find(part_name(part));
  if (found == parts_.end()) words_.refuse(kTruncated);
  unz64_file_pos place{found->second.in_directory, found->second.number};
  unz_file_info64 about{};
  const bool is_there =
      unzGoToFilePos64(zip_, &place) == UNZ_OK &&
      unzGetCurrentFileInfo64(zip_, &about, nullptr, 0, nullptr, 0, nullptr, 0) == UNZ_OK;
  if (is_there && (about.flag & kEncrypted) != 0) words_.refuse(kProtected);
  const bool is_open = is_there && unzOpenCurrentFile(zip_) == UNZ_OK;
  rethrow();
  if (!is_open) words_.refuse(kTruncated);
  std::vector<char> piece(kPiece);
  int count = 0;
  try {
    while ((count = unzReadCurrentFile(zip_, piece.data(), kPiece)) > 0) {
      unpacked_ += static_cast<std::uint64_t>(count);
      if (unpacked_ > kMostBytes) words_.refuse(kTooLarge);
      take({piece.data(), static_cast<std::size_t>(count)});
    }
  } catch (...) {
    unzCloseCurrentFile(zip_);
    throw;
  }
  const int closed = unzCloseCurrentFile(zip_);  // tells a wrong checksum
  rethrow();
  if (count < 0 || closed != UNZ_OK) words_.refuse(kTruncated);
}

}  // namespace workbook
