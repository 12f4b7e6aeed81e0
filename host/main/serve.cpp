#include "pilah/main/serve.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <memory>
#include <mutex>
#include <ostream>
#include <thread>

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/api.hpp"
#include "pilah/http/authentication.hpp"
#include "pilah/http/conduct.hpp"
#include "pilah/http/operation/front_gauges.hpp"
#include "pilah/http/operation/metrics.hpp"
#include "pilah/http/pages/web_pages.hpp"
#include "pilah/http/server.hpp"
#include "pilah/main/command_socket.hpp"
#include "pilah/main/house.hpp"
#include "pilah/main/service_log.hpp"
#include "pilah/main/webhook_couriers.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/credentials.hpp"

namespace pilah::host {
namespace {

/// A lock that only one serving host of a folder can hold; the kernel lets go
/// of it when the process ends, however it ends.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder)
      : descriptor_(::open((folder / "serve.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw catalogue::Refusal(
        catalogue::RefusalKind::kUnavailable,
        catalogue::Message{"serve.already", {{"folder", folder.string()}}, ""});
  }
  ~FolderLock() { ::close(descriptor_); }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

/// SIGINT and SIGTERM as a descriptor; no thread is interrupted by them.
class StopSignals {
 public:
  StopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
    descriptor_ = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    ::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error, not an end
  }
  ~StopSignals() {
    ::close(descriptor_);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

/// Keeps the search index at what the catalogue holds, and erases what is due, in a
/// thread of its own.
class IndexFollower {
 public:
  IndexFollower(House& house, ServiceLog& log)
      : house_(house), log_(log), thread_([this] { run(); }) {}
  ~IndexFollower() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    stopped_.notify_one();
    thread_.join();
  }
  IndexFollower(const IndexFollower&) = delete;
  IndexFollower& operator=(const IndexFollower&) = delete;

 private:
  /// Who searches takes in few changes at once; this is for the many, and for
  /// those whom nobody searches after.
  static constexpr std::chrono::milliseconds kUsualPause{250};
  static constexpr std::chrono::milliseconds kPauseAfterFailure{5'000};
  static constexpr std::chrono::seconds kTidyingPause{20};
  static constexpr std::chrono::hours kErasingPause{1};

  void run() {
    auto tidied = std::chrono::steady_clock::now() - kTidyingPause;
    auto erased = std::chrono::steady_clock::now() - kErasingPause;
    while (!stopping_) {
      auto pause = kUsualPause;
      try {
        house_.follow([this] { return stopping_.load(); });
      } catch (const std::exception& failure) {
        log_.error(std::string("the search index cannot follow the catalogue: ") + failure.what());
        pause = kPauseAfterFailure;
      }
      if (const auto now = std::chrono::steady_clock::now(); now - erased >= kErasingPause) {
        erase_what_is_due();
        erased = now;
      }
      // Segments come and go in whole megabytes, which the C library would keep.
      if (const auto now = std::chrono::steady_clock::now(); now - tidied >= kTidyingPause) {
        ::malloc_trim(0);
        tidied = now;
      }
      std::unique_lock lock(mutex_);
      stopped_.wait_for(lock, pause, [this] { return stopping_.load(); });
    }
  }

  void erase_what_is_due() {
    try {
      house_.erase_what_is_due();
    } catch (const std::exception& failure) {
      log_.error(std::string("what is due cannot be erased: ") + failure.what());
    }
  }

  House& house_;
  ServiceLog& log_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

/// Bytes of memory that the process holds; 0: the system does not tell.
std::int64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t size = 0;
  std::int64_t resident = 0;
  file >> size >> resident;
  return resident * ::sysconf(_SC_PAGESIZE);
}

std::int64_t steady_microseconds() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

http::ServerOptions options_of(const cli::ServeOptions& asked, const registry::Environment& host,
                               ServiceLog& log, http::Metrics& metrics) {
  http::ServerOptions options;
  options.address = http::ListenAddress::parse(
      asked.listen, asked.plain_http ? http::Reach::kNetwork : http::Reach::kLoopback);
  auto& conduct = options.conduct;
  for (const auto& text : asked.public_addresses) {
    conduct.public_addresses.push_back(http::public_address_of(text));
  }
  for (const auto& text : asked.trusted_proxies) {
    conduct.trusted_proxies.push_back(http::proxy_of(text));
  }
  for (const auto& text : asked.allowed_origins) {
    conduct.allowed_origins.push_back(http::origin_of(text));
  }
  if (!options.address.is_loopback() && conduct.public_addresses.empty()) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"http.public_address_missing", {{"address", asked.listen}}, ""});
  }
  conduct.authenticate = [&host](const http::Request& request) {
    return http::caller_of(host, request);
  };
  conduct.report = [&log](const std::string& line) { log.error(line); };
  conduct.observe = [&log, &metrics, writes = asked.log_requests](const auto& record) {
    metrics.count(record);
    if (writes) log.request(record);
  };
  // One draw of randomness for the run, not one for each request: that is a system call.
  conduct.new_request_id = [run = host.new_uuid().text(),
                            number = std::make_shared<std::atomic<std::uint64_t>>(0)] {
    return run + '.' + std::to_string(++*number);
  };
  conduct.steady_microseconds = steady_microseconds;
  options.spool_folder = host.data_folder;
  return options;
}

/// Waits for a signal, or for the server's end.
void wait_for_end(const StopSignals& signals, int server_ended) {
  std::array<pollfd, 2> waiting{{{signals.descriptor(), POLLIN, 0}, {server_ended, POLLIN, 0}}};
  while (::poll(waiting.data(), waiting.size(), -1) <= 0) {
  }
}

}  // namespace

int serve(const cli::ServeCommand& command, const cli::Invocation& invocation, const Paths& paths,
          const catalogue::Sentences& sentences) {
  // A heap for each thread would keep what all have used at one time or another.
  ::mallopt(M_ARENA_MAX, 2);
  const StopSignals signals;  // before any thread, so that all inherit the mask
  House house(paths, command.data_folder, command.sandbox_without, Indexing::kFollowed);
  ServiceLog log;
  const auto metrics = std::make_shared<http::Metrics>();
  auto options = options_of(command.options, house.environment(), log, *metrics);
  const FolderLock lock(command.data_folder);
  house.resume();
  const IndexFollower follower(house, log);
  http::SendingOptions sending;
  sending.to_loopback = command.options.webhooks_to_loopback;
  const WebhookCouriers couriers(house.environment(), log, sending);

  http::Server server(
      http::api_routes(house.environment(), sentences, metrics, http::WebPages::read(paths.web)),
      sentences, house.environment().steady_milliseconds, std::move(options));
  metrics->add_gauges([&server] { return http::gauges_of(server.load()); });
  metrics->add_gauges([] {
    return std::vector<http::Gauge>{
        {"pilah_resident_bytes", "Memory that the process holds.", {{{}, resident_bytes()}}}};
  });
  CommandSocket commands(command.data_folder);

  const auto say = [&](const char* kind, const std::string& address) {
    const catalogue::Message message{kind, {{"address", address}}, ""};
    invocation.out << sentences.say(message, catalogue::language_of(invocation.language_tag))
                   << std::endl;
  };
  say(server.address().is_loopback() ? "serve.ready" : "serve.ready_to_network",
      server.address().text());
  if (const auto link = registry::set_up_link(house.environment())) {
    say("serve.set_up", server.address().text() + registry::set_up_path(link->secret));
  }

  const int server_ended = ::eventfd(0, EFD_CLOEXEC);
  std::thread http_thread([&] {
    server.run();
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(server_ended, &one, sizeof(one));
  });
  std::thread command_thread([&] {
    commands.serve([&](const cli::Invocation& typed) {
      try {
        auto parsed = cli::parse(typed, sentences);
        if (const auto* work = std::get_if<cli::CatalogueCommand>(&parsed)) {
          return work->run(house.environment());
        }
        const auto* plain = std::get_if<cli::PlainCommand>(&parsed);
        return plain ? plain->run() : cli::kFailed;
      } catch (const std::exception& failure) {
        return cli::print_refusal(typed, sentences, failure);
      }
    });
  });
  wait_for_end(signals, server_ended);
  server.stop();
  commands.stop();
  http_thread.join();
  command_thread.join();
  ::close(server_ended);
  say("serve.stopped", server.address().text());
  return cli::kDone;
}

}  // namespace pilah::host
