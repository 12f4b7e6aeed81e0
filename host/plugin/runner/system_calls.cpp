#include "pilah/plugin/runner/system_calls.hpp"

#include <array>
#include <cerrno>
#include <memory>
#include <span>
#include <system_error>

#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "pilah/plugin/runner/confinement.hpp"
#include "pilah/plugin/runner/session.hpp"

namespace pilah::plugin::runner {
namespace {

// A sanitizer's runtime makes calls of its own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kFiltersCalls = false;
#else
constexpr bool kFiltersCalls = true;
#endif

/// What computing needs: memory without code, the socket and what it brings, an
/// importer's file, standard error, the clock, one's own end.
constexpr std::array kComputing = {SCMP_SYS(brk),
                                   SCMP_SYS(clock_getres),
                                   SCMP_SYS(clock_gettime),
                                   SCMP_SYS(clock_nanosleep),
                                   SCMP_SYS(close),
                                   SCMP_SYS(exit),
                                   SCMP_SYS(exit_group),
                                   SCMP_SYS(fstat),
                                   SCMP_SYS(futex),
                                   SCMP_SYS(getpid),
                                   SCMP_SYS(getrandom),
                                   SCMP_SYS(gettid),
                                   SCMP_SYS(gettimeofday),
                                   SCMP_SYS(lseek),
                                   SCMP_SYS(madvise),
                                   SCMP_SYS(mremap),
                                   SCMP_SYS(munmap),
                                   SCMP_SYS(nanosleep),
                                   SCMP_SYS(poll),
                                   SCMP_SYS(pread64),
                                   SCMP_SYS(read),
                                   SCMP_SYS(recvmsg),
                                   SCMP_SYS(restart_syscall),
                                   SCMP_SYS(rt_sigprocmask),
                                   SCMP_SYS(rt_sigreturn),
                                   SCMP_SYS(sched_yield),
                                   SCMP_SYS(sendmsg),
                                   SCMP_SYS(sendto),
                                   SCMP_SYS(tgkill),
                                   SCMP_SYS(write),
                                   SCMP_SYS(writev)};

/// What the dynamic linker needs besides, and who makes the next filter.
constexpr std::array kLoading = {SCMP_SYS(access),   SCMP_SYS(getcwd),     SCMP_SYS(mmap),
                                 SCMP_SYS(mprotect), SCMP_SYS(newfstatat), SCMP_SYS(openat),
                                 SCMP_SYS(prctl),    SCMP_SYS(readlink),   SCMP_SYS(seccomp),
                                 SCMP_SYS(stat)};

[[noreturn]] void fail(int code, const char* what) {
  throw std::system_error(-code, std::generic_category(), what);
}

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_TRAP)) {
    if (!context_) fail(-ENOMEM, "system call filter");
  }
  void allow(std::span<const int> calls) {
    for (const int call : calls) check(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 0));
  }
  /// Only where the third argument, the protection, lets nothing be executed.
  void allow_without_code(int call) {
    const scmp_arg_cmp no_code{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    check(seccomp_rule_add_array(context_.get(), SCMP_ACT_ALLOW, call, 1, &no_code));
  }
  /// As fstat() makes it: of a descriptor.
  void allow_status_of_descriptors() {
    const scmp_arg_cmp of_descriptor{3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH};
    check(seccomp_rule_add_array(context_.get(), SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1,
                                 &of_descriptor));
  }
  void load() { check(seccomp_load(context_.get())); }

 private:
  static void check(int code) {
    if (code < 0) fail(code, "system call filter");
  }
  struct Release {
    void operator()(void* context) const { seccomp_release(context); }
  };
  std::unique_ptr<void, Release> context_;
};

/// Runs instead of a call that is not allowed. Who forges this message accuses itself.
void tell_and_end(int, siginfo_t* signal, void*) {
  send({wire::Kind::kForbidden, 0, signal->si_syscall, 0, 0});
  ::_exit(1);
}

/// Set by allow_loading(): whether there are filters at all.
bool filtering = false;

bool kernel_filters() {
  const std::uint32_t action = SECCOMP_RET_TRAP;
  return ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

}  // namespace

void allow_loading(std::uint32_t may_be_missing) {
  if (!kFiltersCalls) return;
  if (!kernel_filters()) return require_part(SandboxPart::kSystemCalls, may_be_missing);
  filtering = true;
  struct sigaction action {};
  action.sa_sigaction = tell_and_end;
  action.sa_flags = SA_SIGINFO;
  if (::sigaction(SIGSYS, &action, nullptr) != 0) fail(-errno, "handle SIGSYS");
  Filter filter;
  filter.allow(kComputing);
  filter.allow(kLoading);
  filter.load();
}

void allow_computing() {
  if (!filtering) return;
  Filter filter;
  filter.allow(kComputing);
  filter.allow_status_of_descriptors();
  filter.allow_without_code(SCMP_SYS(mmap));
  filter.allow_without_code(SCMP_SYS(mprotect));
  filter.load();
}

}  // namespace pilah::plugin::runner
