// The runner on a kernel that lacks one system call: forbids it, then becomes the runner.
#include <cerrno>

#include <seccomp.h>
#include <unistd.h>

int main() {
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  const int missing = ::seccomp_syscall_resolve_name(PILAH_MISSING_CALL);
  if (!filter || ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), missing, 0) != 0 ||
      ::seccomp_load(filter) != 0) {
    return 3;
  }
  ::seccomp_release(filter);
  ::execl(PILAH_RUNNER, PILAH_RUNNER, static_cast<char*>(nullptr));
  return 4;
}
