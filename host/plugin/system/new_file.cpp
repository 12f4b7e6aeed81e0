#include "pilah/plugin/system/new_file.hpp"

#include <cerrno>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

namespace pilah::plugin {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace

NewFile::NewFile(std::filesystem::path target) : target_(std::move(target)) {
  std::random_device random;
  do {
    path_ = target_.string() + "." + std::to_string(random()) + ".new";
    descriptor_ =
        Descriptor(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0666));
  } while (!descriptor_ && errno == EEXIST);
  if (!descriptor_) {
    path_.clear();
    fail(target_);
  }
}

NewFile::~NewFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

std::int64_t NewFile::size() const {
  struct stat status {};
  if (::fstat(descriptor_.get(), &status) != 0) fail(path_);
  return status.st_size;
}

void NewFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail(path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void NewFile::keep() {
  if (::fsync(descriptor_.get()) != 0 || ::rename(path_.c_str(), target_.c_str()) != 0) {
    fail(target_);
  }
  path_.clear();
  const auto parent = target_.parent_path();
  const Descriptor folder(
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::fsync(folder.get()) != 0) fail(target_);
}

}  // namespace pilah::plugin
