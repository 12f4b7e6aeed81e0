#include "pilah/plugin/run/worker.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <system_error>
#include <vector>

#include <boost/json.hpp>
#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "pilah/plugin.h"
#include "pilah/plugin/system/shared_memory.hpp"
#include "pilah/plugin/system/utf8.hpp"
#include "pilah/plugin/wire/parameter_leaves.hpp"
#include "pilah/plugin/wire/sandbox.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kLogLine = 1000;
constexpr std::size_t kDescriptionSize = 1024 * 1024;
constexpr std::size_t kMaxLogged = 64 * 1024;

std::string name_of_call(std::int64_t number) {
  const std::unique_ptr<char, decltype(&std::free)> name(
      ::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, static_cast<int>(number)), &std::free);
  return name ? name.get() : std::to_string(number);
}

std::int64_t now_milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::string configuration(const InstalledPlugin& plugin, const StartOptions& options,
                          const MayBeMissing& may_be_missing,
                          const boost::json::object& parameters) {
  wire::Sink sink;
  sink.number(options.memory_bytes);
  sink.number(options.cpu_seconds);
  sink.number(options.file_bytes);
  sink.number(bits_of(may_be_missing));
  sink.number(options.abi_major);
  sink.number(static_cast<std::uint32_t>(options.only_asks ? 1 : 0));
  sink.number(options.read_most);
  sink.text(plugin.manifest.id);
  sink.text(plugin.manifest.version);
  sink.text(options.table);
  sink.text(options.as_of);
  sink.text(options.language);
  write_leaves(parameters, sink);
  return sink.bytes();
}

}  // namespace

Worker::Worker(const InstalledPlugins& plugins, const InstalledPlugin& plugin)
    : plugins_(plugins), plugin_(plugin) {}

Worker::~Worker() { kill_and_reap(); }

std::optional<RunEnd> Worker::spawn() {
  std::array<int, 2> sockets{};
  std::array<int, 2> pipe{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
    return end(Outcome::kNotStarted, std::strerror(errno));
  }
  socket_ = Descriptor(sockets[0]);
  const Descriptor theirs(sockets[1]);
  if (::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    return end(Outcome::kNotStarted, std::strerror(errno));
  }
  errors_ = Descriptor(pipe[0]);
  const Descriptor their_errors(pipe[1]);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, their_errors.get(), 2);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), wire::kSocketDescriptor);
  posix_spawn_file_actions_addclosefrom_np(&actions, wire::kSocketDescriptor + 1);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::string program = plugins_.runner().string();
  std::array<char*, 2> arguments{program.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  // A descriptor that already has number 3 and close-on-exec would be lost:
  // adddup2 to itself clears the flag (POSIX, since glibc 2.29).
  const int error = ::posix_spawn(&process_, program.c_str(), &actions, &attributes,
                                  arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) {
    process_ = -1;
    return end(Outcome::kNotStarted, program + ": " + std::strerror(error));
  }
  return std::nullopt;
}

std::optional<RunEnd> Worker::start(const StartOptions& options,
                                    const boost::json::object& parameters) {
  log_ = options.log;
  try {
    const int library = plugin_.sealed->library().get();
    const int data_files = plugin_.sealed->data_files().get();
    const Descriptor settings =
        sealed_copy("pilah-configuration",
                    configuration(plugin_, options, plugins_.may_be_missing(), parameters));
    reply_.emplace("pilah-description", kDescriptionSize);
    if (auto failed = spawn()) return failed;
    std::vector<int> given{settings.get(), library, reply_->descriptor(), data_files};
    given.insert(given.end(), options.given.begin(), options.given.end());
    send({wire::Kind::kStart, 0, static_cast<std::int64_t>(kDescriptionSize), 0, 0}, given);
    const auto answer = receive(options.load_milliseconds);
    if (!answer) return end();
    switch (answer->kind) {
      case wire::Kind::kReady:
        if (answer->b > kDescriptionSize) return end(Outcome::kMalformedReply, "description size");
        description_ = reply(answer->b, kDescriptionSize);
        return std::nullopt;
      case wire::Kind::kUnconfined:
        return end(Outcome::kNotConfined, reply(answer->b, kMaxDetail));
      case wire::Kind::kDone:
        if (answer->a != PILAH_OK) return reported(*answer);
        return end(Outcome::kNotLoadable, reply(answer->b, kMaxDetail));
      default:
        return end(Outcome::kMalformedReply, "message kind");
    }
  } catch (const AlteredFile& failure) {
    return end(Outcome::kAltered, failure.what());
  } catch (const std::system_error& failure) {
    return end(Outcome::kNotStarted, failure.what());
  }
}

std::string Worker::reply(std::uint64_t size, std::size_t limit) const {
  return {reinterpret_cast<const char*>(reply_->bytes()),
          static_cast<std::size_t>(std::min<std::uint64_t>(size, limit))};
}

RunEnd Worker::reported(const wire::Message& answer) {
  const Outcome outcome = answer.a == PILAH_ERROR_INPUT        ? Outcome::kBadFile
                          : answer.a == PILAH_ERROR_PARAMETERS ? Outcome::kBadParameters
                                                               : Outcome::kReportedError;
  return end(outcome, reply(answer.b, kMaxDetail));
}

std::uint32_t Worker::send(wire::Message message, const std::vector<int>& descriptors) {
  message.sequence = sequence_++;
  iovec part{&message, sizeof(message)};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * wire::kMostDescriptors)> control{};
  if (!descriptors.empty()) {
    header.msg_control = control.data();
    header.msg_controllen = CMSG_SPACE(sizeof(int) * descriptors.size());
    cmsghdr* rights = CMSG_FIRSTHDR(&header);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int) * descriptors.size());
    std::memcpy(CMSG_DATA(rights), descriptors.data(), sizeof(int) * descriptors.size());
  }
  ::sendmsg(socket_.get(), &header, MSG_NOSIGNAL | MSG_DONTWAIT);
  return message.sequence;
}

std::optional<wire::Message> Worker::receive(std::int64_t milliseconds) {
  timed_out_after_ = -1;
  const std::int64_t deadline = now_milliseconds() + milliseconds;
  for (;;) {
    const std::int64_t left = deadline - now_milliseconds();
    if (left <= 0) {
      timed_out_after_ = milliseconds;
      return std::nullopt;
    }
    std::array<pollfd, 2> waiting{{{socket_.get(), POLLIN, 0}, {errors_.get(), POLLIN, 0}}};
    const int ready = ::poll(waiting.data(), errors_ ? 2 : 1, static_cast<int>(left));
    if (ready < 0 && errno != EINTR) return std::nullopt;
    if (ready <= 0) continue;
    if (errors_ && waiting[1].revents != 0) drain_errors();
    if (waiting[0].revents == 0) continue;
    wire::Message message;
    const ssize_t size = ::recv(socket_.get(), &message, sizeof(message), MSG_DONTWAIT);
    if (size == static_cast<ssize_t>(sizeof(message))) {
      if (message.kind != wire::Kind::kForbidden) return message;
      forbidden_call_ = message.a;
      return std::nullopt;
    }
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    no_message_ = size > 0;
    return std::nullopt;  // the process ended, or what came is no message
  }
}

void Worker::drain_errors() {
  std::array<char, 4096> bytes{};
  for (;;) {
    const ssize_t count = ::read(errors_.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) errors_.reset();
    if (count <= 0) return;
    // What floods is read on, so that the plugin does not hang, but not logged.
    for (ssize_t i = 0; i < count && logged_ < kMaxLogged; ++i) {
      const char c = bytes[static_cast<std::size_t>(i)];
      ++logged_;
      if (c != '\n') error_line_ += c;
      if ((c == '\n' || error_line_.size() == kLogLine) && !error_line_.empty()) {
        if (log_) log_(readable(error_line_, kLogLine));
        error_line_.clear();
      }
    }
  }
}

void Worker::kill_and_reap() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);  // a process that has ended is a zombie: no other has its number
  while (::waitpid(process_, &wait_status_, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

RunEnd Worker::end() {
  if (timed_out_after_ >= 0) {
    kill_and_reap();
    return {Outcome::kTimedOut, plugin_.manifest.id, timed_out_after_, ""};
  }
  if (forbidden_call_ >= 0) {
    kill_and_reap();
    return {Outcome::kForbiddenCall, plugin_.manifest.id, forbidden_call_,
            name_of_call(forbidden_call_)};
  }
  if (no_message_) return end(Outcome::kMalformedReply, "what it sent is no message");
  // The socket is closed: the process is ending by itself. Give it the moment
  // that it needs to become a zombie, else it hung on to something: kill it.
  for (int i = 0; i < 200 && process_ > 0; ++i) {
    const pid_t ended = ::waitpid(process_, &wait_status_, WNOHANG);
    if (ended == process_) {
      process_ = -1;
    } else {
      ::poll(nullptr, 0, 5);
    }
  }
  if (process_ > 0) return end(Outcome::kMalformedReply, "it closed its socket and went on");
  if (errors_) drain_errors();
  if (WIFSIGNALED(wait_status_) && WTERMSIG(wait_status_) == SIGSYS) {
    // Made while signals were blocked, as a C library does within fork().
    return {Outcome::kForbiddenCall, plugin_.manifest.id, -1, "?"};
  }
  if (WIFSIGNALED(wait_status_)) {
    return {Outcome::kKilledBySignal, plugin_.manifest.id, WTERMSIG(wait_status_), ""};
  }
  return {Outcome::kExited, plugin_.manifest.id, WEXITSTATUS(wait_status_), ""};
}

RunEnd Worker::end(Outcome outcome, const std::string& detail) {
  kill_and_reap();
  return {outcome, plugin_.manifest.id, 0, readable(detail, kMaxDetail)};
}

}  // namespace pilah::plugin
