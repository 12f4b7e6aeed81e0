#include "pilah/registry/backup/partial_folder.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/backup/data_files.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

PartialFolder::PartialFolder(std::filesystem::path path) : path_(std::move(path)) {
  make_private_folder(path_);
  descriptor_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool locked = descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
  if (!locked) {
    const std::string why = std::strerror(errno);
    const bool busy = descriptor_ >= 0 && errno == EWOULDBLOCK;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw Refusal(busy ? RefusalKind::kConflict : RefusalKind::kUnavailable,
                  Message{busy ? "backup.under_way" : "backup.file_failed",
                          {{"file", path_.string()}, {"why", why}},
                          ""});
  }
  std::error_code ignored;
  for (const auto& left : std::filesystem::directory_iterator(path_, ignored)) {
    std::filesystem::remove_all(left.path(), ignored);
  }
}

PartialFolder::~PartialFolder() {
  std::error_code ignored;
  if (!kept_) std::filesystem::remove_all(path_, ignored);
  ::close(descriptor_);
}

}  // namespace pilah::registry
