#include "pilah/store/staging_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/folder.hpp"

namespace pilah::store {
namespace {

constexpr std::size_t kBuffer = 1024 * 1024;
constexpr std::uint32_t kLongestRow = 64U * 1024U * 1024U;

[[noreturn]] void refuse(const char* kind, const std::filesystem::path& path,
                         catalogue::RefusalKind refusal = catalogue::RefusalKind::kUnavailable) {
  throw catalogue::Refusal(
      refusal,
      catalogue::Message{kind, {{"file", path.string()}, {"why", std::strerror(errno)}}, ""});
}

/// Reads a file from the start, a buffer at a time.
class BufferedReader {
 public:
  BufferedReader(int descriptor, std::uint64_t offset) : descriptor_(descriptor), offset_(offset) {}

  /// Where the next byte will be read.
  std::uint64_t position() const { return offset_ - (buffer_.size() - at_); }

  /// False at the end of the file.
  bool read(std::string& to, std::size_t count) {
    to.clear();
    while (to.size() < count) {
      if (at_ == buffer_.size() && !fill()) return false;
      const std::size_t part = std::min(count - to.size(), buffer_.size() - at_);
      to.append(buffer_, at_, part);
      at_ += part;
    }
    return true;
  }

 private:
  bool fill() {
    buffer_.resize(kBuffer);
    ssize_t count = 0;
    do {
      count = ::pread(descriptor_, buffer_.data(), buffer_.size(), static_cast<off_t>(offset_));
    } while (count < 0 && errno == EINTR);
    buffer_.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    offset_ += buffer_.size();
    at_ = 0;
    return !buffer_.empty();
  }

  int descriptor_;
  std::uint64_t offset_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace

StagingFile::StagingFile(std::filesystem::path path) : path_(std::move(path)) {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) refuse("store.staging_failed", path_);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    refuse("store.staging_in_use", path_, catalogue::RefusalKind::kConflict);
  }
  Header found;
  sealed_ = ::pread(descriptor_, &found, sizeof(found), 0) == sizeof(found) && is_whole(found);
  if (sealed_) {
    header_ = found;
    return;
  }
  if (::ftruncate(descriptor_, 0) != 0) {
    ::close(descriptor_);
    refuse("store.staging_failed", path_);
  }
  buffer_.append(sizeof(Header), '\0');
}

StagingFile::~StagingFile() { ::close(descriptor_); }

bool StagingFile::is_whole(const Header& header) const {
  struct stat status {};
  if (header.rows_and_one == 0 || ::fstat(descriptor_, &status) != 0 ||
      static_cast<std::uint64_t>(status.st_size) != sizeof(Header) + header.bytes) {
    return false;
  }
  BufferedReader reader(descriptor_, sizeof(Header));
  std::string part;
  std::uint64_t checksum = 0;
  for (std::uint64_t left = header.bytes; left > 0; left -= part.size()) {
    if (!reader.read(part, std::min<std::uint64_t>(left, kBuffer))) return false;
    checksum = ::crc32_z(checksum, reinterpret_cast<const Bytef*>(part.data()), part.size());
  }
  return checksum == header.checksum;
}

void StagingFile::write_all(const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t written = ::write(descriptor_, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse("store.staging_failed", path_);
    bytes += written;
    count -= static_cast<std::size_t>(written);
  }
}

void StagingFile::flush() {
  write_all(buffer_.data(), buffer_.size());
  buffer_.clear();
  // The disk may begin at once; else seal() would keep it from everybody for long.
  ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void StagingFile::append(std::string_view row) {
  if (row.size() > kLongestRow) {
    errno = EFBIG;
    refuse("store.staging_failed", path_);
  }
  const auto length = static_cast<std::uint32_t>(row.size());
  const std::size_t begin = buffer_.size();
  buffer_.append(reinterpret_cast<const char*>(&length), sizeof(length));
  buffer_.append(row);
  header_.checksum = ::crc32_z(header_.checksum, reinterpret_cast<const Bytef*>(&buffer_[begin]),
                               buffer_.size() - begin);
  header_.bytes += buffer_.size() - begin;
  ++header_.rows_and_one;
  if (buffer_.size() >= kBuffer) flush();
}

void StagingFile::seal() {
  flush();
  if (::fdatasync(descriptor_) != 0) refuse("store.staging_failed", path_);
  // The header comes last: whoever reads it knows that all behind it is there.
  ++header_.rows_and_one;
  if (::pwrite(descriptor_, &header_, sizeof(header_), 0) != sizeof(header_) ||
      ::fdatasync(descriptor_) != 0) {
    refuse("store.staging_failed", path_);
  }
  if (!sync_folder(path_.parent_path())) refuse("store.staging_failed", path_);
  sealed_ = true;
}

void StagingFile::read(std::int64_t first,
                       const std::function<bool(std::int64_t, std::string_view)>& take) {
  if (!sealed_) refuse("store.staging_torn", path_);
  // Reading goes on where it stopped, so that a long list is not read from its
  // start for every piece of it.
  const bool further = first >= next_number_;
  BufferedReader reader(descriptor_, further ? next_offset_ : sizeof(Header));
  std::string row;
  const auto end = static_cast<std::int64_t>(header_.rows_and_one) - 1;
  for (std::int64_t number = further ? next_number_ : 0; number < end; ++number) {
    std::uint32_t length = 0;
    if (!reader.read(row, sizeof(length))) refuse("store.staging_torn", path_);
    std::memcpy(&length, row.data(), sizeof(length));
    if (length > kLongestRow || !reader.read(row, length)) refuse("store.staging_torn", path_);
    if (number < first) continue;
    next_number_ = number + 1;
    next_offset_ = reader.position();
    if (!take(number, row)) return;
  }
}

}  // namespace pilah::store
