#include "pilah/store/staging_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"

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

void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) refuse("store.staging_failed", folder);
  const int result = ::fsync(descriptor);
  ::close(descriptor);
  if (result != 0) refuse("store.staging_failed", folder);
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
  std::int64_t rows = 0;
  sealed_ = ::pread(descriptor_, &rows, sizeof(rows), 0) == sizeof(rows) && rows != 0;
  if (!sealed_) {
    if (::ftruncate(descriptor_, 0) != 0) refuse("store.staging_failed", path_);
    buffer_.append(sizeof(rows), '\0');
  }
}

StagingFile::~StagingFile() { ::close(descriptor_); }

void StagingFile::write_all(const void* bytes, std::size_t count) {
  const auto* from = static_cast<const char*>(bytes);
  while (count > 0) {
    const ssize_t written = ::write(descriptor_, from, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse("store.staging_failed", path_);
    from += written;
    count -= static_cast<std::size_t>(written);
  }
}

void StagingFile::flush() {
  write_all(buffer_.data(), buffer_.size());
  buffer_.clear();
}

void StagingFile::append(std::string_view row) {
  const auto length = static_cast<std::uint32_t>(row.size());
  buffer_.append(reinterpret_cast<const char*>(&length), sizeof(length));
  buffer_.append(row);
  ++rows_;
  if (buffer_.size() >= kBuffer) flush();
}

void StagingFile::seal() {
  flush();
  if (::fdatasync(descriptor_) != 0) refuse("store.staging_failed", path_);
  // The count comes last: whoever reads it knows that all before it is there.
  // One more than the rows, so that an empty list is sealed too.
  const std::int64_t mark = rows_ + 1;
  if (::pwrite(descriptor_, &mark, sizeof(mark), 0) != sizeof(mark) ||
      ::fdatasync(descriptor_) != 0) {
    refuse("store.staging_failed", path_);
  }
  sync_folder(path_.parent_path());
  sealed_ = true;
}

void StagingFile::read(std::int64_t first,
                       const std::function<bool(std::int64_t, std::string_view)>& take) {
  std::int64_t mark = 0;
  if (::pread(descriptor_, &mark, sizeof(mark), 0) != sizeof(mark) || mark == 0) {
    refuse("store.staging_torn", path_);
  }
  // Reading goes on where it stopped, so that a long list is not read from its
  // start for every piece of it.
  const bool further = first >= next_number_;
  BufferedReader reader(descriptor_, further ? next_offset_ : sizeof(mark));
  std::string row;
  for (std::int64_t number = further ? next_number_ : 0; number < mark - 1; ++number) {
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
