#include "pilah/http/front/body_spool.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace pilah::http {
namespace {

Descriptor unnamed_file(const std::filesystem::path& folder) {
  Descriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (file || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return file;
  // A file system that makes none without a name: it has one for a moment.
  std::string name = (folder / "body-XXXXXX").string();
  Descriptor named(::mkostemp(name.data(), O_CLOEXEC));
  if (named) ::unlink(name.c_str());
  return named;
}

}  // namespace

bool SpoolRoom::take(std::size_t bytes) {
  if (used_.fetch_add(bytes) + bytes <= most_) return true;
  used_ -= bytes;
  return false;
}

BodySpool::BodySpool(std::filesystem::path folder, std::shared_ptr<SpoolRoom> room)
    : folder_(std::move(folder)), room_(std::move(room)) {}

BodySpool::~BodySpool() { room_->give_back(size_); }

bool BodySpool::append(std::string_view bytes) {
  if (!room_->take(bytes.size())) return false;
  size_ += bytes.size();
  if (!file_) file_ = unnamed_file(folder_);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string_view BodySpool::read(std::size_t at, char* buffer, std::size_t size) const {
  for (;;) {
    const ssize_t count = ::pread(file_.get(), buffer, size, static_cast<off_t>(at));
    if (count >= 0) return {buffer, static_cast<std::size_t>(count)};
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "request body");
  }
}

}  // namespace pilah::http
