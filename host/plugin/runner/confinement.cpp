#include "pilah/plugin/runner/confinement.hpp"

#include <cerrno>
#include <system_error>

#include <grp.h>
#include <linux/landlock.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pilah::plugin::runner {
namespace {

// A sanitizer's shadow memory is many times what a plugin is given.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitsAddressSpace = false;
#else
constexpr bool kLimitsAddressSpace = true;
#endif

constexpr uid_t kNobody = 65534;

void check(bool done, const char* what) {
  if (!done) throw std::system_error(errno, std::generic_category(), what);
}

void limit(__rlimit_resource resource, rlim_t amount, const char* what, rlim_t beyond = 0) {
  const rlimit limit{amount, amount + beyond};
  check(::setrlimit(resource, &limit) == 0, what);
}

void drop_user() {
  if (::geteuid() != 0) return;
  check(::setgroups(0, nullptr) == 0, "drop groups");
  check(::setresgid(kNobody, kNobody, kNobody) == 0, "drop group");
  check(::setresuid(kNobody, kNobody, kNobody) == 0, "drop user");
  // The change made this process undumpable, and with it /proc/self/fd root's.
  check(::prctl(PR_SET_DUMPABLE, 1) == 0, "keep /proc/self");
}

/// A ruleset without a rule: nothing in the file system may be opened. Memory
/// files, the library's sealed copy among them, lie outside any file system.
void deny_file_system(std::uint32_t may_be_missing) {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return require_part(SandboxPart::kLandlock, may_be_missing);
  // The rights of ABI 1 by number: Debian 12's header has no names for later ones.
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = (1ULL << 13) - 1;
  const int ruleset =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0));
  check(ruleset >= 0, "landlock ruleset");
  check(::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0, "landlock");
  ::close(ruleset);
}

}  // namespace

void confine(const Configuration& configuration, std::size_t given_bytes) {
  const pid_t host = ::getppid();
  drop_user();
  // After the change of user, which clears it. The host may have ended meanwhile.
  check(::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "parent-death signal");
  if (::getppid() != host) ::raise(SIGKILL);
  limit(RLIMIT_CORE, 0, "limit core files");
  limit(RLIMIT_FSIZE, configuration.file_bytes, "limit files");
  limit(RLIMIT_NOFILE, 16, "limit descriptors");
  limit(RLIMIT_NPROC, 0, "limit processes");
  // A second more before SIGKILL, so that the signal tells what it was for.
  limit(RLIMIT_CPU, configuration.cpu_seconds, "limit processor time", 1);
  if (kLimitsAddressSpace) {
    limit(RLIMIT_AS, configuration.memory_bytes + given_bytes, "limit memory");
  }
  check(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no new privileges");
  deny_file_system(configuration.may_be_missing);
}

}  // namespace pilah::plugin::runner
