#include "pilah/store/folder.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::store {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& why) {
  throw catalogue::Refusal(
      catalogue::RefusalKind::kUnavailable,
      catalogue::Message{"store.cannot_open", {{"file", folder.string()}, {"why", why}}, ""});
}

/// One that is there already keeps its rights: it may be somebody's choice.
void make(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    if (!sync_folder(folder / "..")) refuse(folder, std::strerror(errno));
    return;
  }
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) refuse(folder, std::strerror(errno));
}

}  // namespace

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(folder, error).lexically_normal();
  if (!error) std::filesystem::create_directories(absolute.parent_path(), error);
  if (error) refuse(folder, error.message());
  make(absolute);
  make(absolute / "staging");
}

bool sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const int result = ::fsync(descriptor);
  const int why = errno;
  ::close(descriptor);
  errno = why;
  return result == 0;
}

}  // namespace pilah::store
