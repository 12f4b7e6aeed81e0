#include "pilah/registry/intake/unnamed_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {
namespace {

[[noreturn]] void refuse(int error) {
  throw catalogue::Refusal(
      catalogue::RefusalKind::kUnavailable,
      catalogue::Message{"intake.no_room", {{"why", std::generic_category().message(error)}}, ""});
}

int unnamed_in(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
    return descriptor;
  }
  // A file system that makes none without a name: it has one for a moment.
  std::string name = (folder / "list-XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

UnnamedFile::UnnamedFile(const std::filesystem::path& folder) : descriptor_(unnamed_in(folder)) {
  if (descriptor_ < 0) refuse(errno);
}

UnnamedFile::~UnnamedFile() { ::close(descriptor_); }

void UnnamedFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::filesystem::path UnnamedFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

}  // namespace pilah::registry
