#include "pilah/http/front/front.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "pilah/http/front/event.hpp"

namespace pilah::http {
namespace {

/// What the rest of the process keeps open: the database, plugins, logs.
constexpr std::size_t kFilesOfOthers = 64;
constexpr int kEventsAtOnce = 256;

std::size_t allowed_connections(std::size_t wanted) {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY) return wanted;
  const auto allowed = static_cast<std::size_t>(files.rlim_cur);
  return std::min(wanted, allowed > 2 * kFilesOfOthers ? allowed - kFilesOfOthers : allowed / 2);
}

Descriptor opened(int descriptor) {
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "front");
  return Descriptor(descriptor);
}

}  // namespace

Front::Front(Listener listener, FrontLimits limits, PoolSize pool, FrontWork work,
             std::function<std::int64_t()> steady_milliseconds)
    : listener_(std::move(listener)),
      limits_(std::move(limits)),
      work_(std::move(work)),
      clock_(std::move(steady_milliseconds)),
      pool_size_(pool),
      max_connections_(allowed_connections(limits_.max_connections)),
      epoll_(opened(::epoll_create1(EPOLL_CLOEXEC))),
      answered_event_(opened(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))),
      stop_event_(opened(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))) {
  watch(epoll_.get(), listener_.descriptor(), EPOLLIN, &listener_);
  watch(epoll_.get(), answered_event_.get(), EPOLLIN, &answered_event_);
  watch(epoll_.get(), stop_event_.get(), EPOLLIN, &stop_event_);
}

void Front::watch(int epoll, int descriptor, std::uint32_t events, void* who) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = who;
  if (::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) != 0) {
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }
}

Front::~Front() = default;

void Front::stop() noexcept { signal_event(stop_event_.get()); }

FrontLoad Front::load() const {
  const WorkerPool* const pool = load_pool_;
  return {load_connections_, load_held_, pool ? pool->load() : WorkerPool::Load{}};
}

void Front::run() {
  pool_ = std::make_unique<WorkerPool>(pool_size_);
  load_pool_ = pool_.get();
  now_ = clock_();
  while (!stopping_ || (!connections_.empty() && now_ < stop_deadline_)) {
    handle_events(next_timeout());
    expire();
    closed_.clear();
    load_connections_ = connections_.size();
    load_held_ = orders_.held();
  }
  load_pool_ = nullptr;
  pool_.reset();  // waits for the workers, who name connections
  while (!connections_.empty()) close(*connections_.begin()->first);
  closed_.clear();
}

int Front::next_timeout() const {
  if (!again_.empty()) return 0;
  std::int64_t next = orders_.next_deadline().value_or(std::numeric_limits<std::int64_t>::max());
  if (accept_again_ != 0) next = std::min(next, accept_again_);
  if (stopping_) next = std::min(next, stop_deadline_);
  if (next == std::numeric_limits<std::int64_t>::max()) return -1;
  constexpr std::int64_t kLongest = 60'000;
  return static_cast<int>(std::clamp<std::int64_t>(next - now_, 0, kLongest));
}

void Front::handle_events(int timeout) {
  std::array<epoll_event, kEventsAtOnce> events{};
  const int count = ::epoll_wait(epoll_.get(), events.data(), kEventsAtOnce, timeout);
  now_ = clock_();
  for (Connection* connection : std::exchange(again_, {})) {
    if (connection->state != Connection::State::kClosed) advance(*connection);
  }
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.ptr == &listener_) {
      accept_connections();
    } else if (event.data.ptr == &answered_event_) {
      collect_answers();
    } else if (event.data.ptr == &stop_event_) {
      begin_stop();
    } else {
      auto& connection = *static_cast<Connection*>(event.data.ptr);
      if (connection.state == Connection::State::kClosed) continue;
      if ((event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) {
        connection.readable = true;
      }
      if ((event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0) connection.writable = true;
      if ((event.events & (EPOLLHUP | EPOLLERR)) != 0) connection.is_gone = true;
      advance(connection);
    }
  }
}

void Front::advance(Connection& connection) {
  using State = Connection::State;
  if (connection.is_gone && connection.state != State::kWorking) return close(connection);
  for (;;) {
    switch (connection.state) {
      case State::kIdle:
      case State::kReceiving:
        if (!read_request(connection)) return;
        break;
      case State::kSending:
        if (!send_response(connection)) return;
        break;
      case State::kLingering:
      case State::kPausing:
        return drop_input(connection);
      case State::kWorking:
      case State::kClosed:
        return;
    }
  }
}

void Front::close(Connection& connection) {
  orders_.remove(connection);
  std::erase(again_, &connection);
  if (connection.unsent() > 0) connection.break_off();
  connection.close();
  const auto found = connections_.find(&connection);
  closed_.push_back(std::move(found->second));
  connections_.erase(found);
}

bool Front::close_longest_waiting() {
  Connection* const longest = orders_.longest_waiting();
  if (longest) close(*longest);
  return longest != nullptr;
}

void Front::expire() {
  if (accept_again_ != 0 && accept_again_ <= now_ && !stopping_) {
    accept_again_ = 0;
    watch(epoll_.get(), listener_.descriptor(), EPOLLIN, &listener_);
  }
  while (Connection* const connection = orders_.due(now_)) {
    if (connection->state == Connection::State::kReceiving) {
      refuse(*connection, {408, "http.request_too_slow"});
      advance(*connection);
    } else if (connection->state == Connection::State::kPausing) {
      pull(*connection);
    } else {
      close(*connection);
    }
  }
}

void Front::begin_stop() {
  clear_event(stop_event_.get());
  if (std::exchange(stopping_, true)) return;
  stop_deadline_ = now_ + limits_.stop_milliseconds;
  listener_.close();
  std::vector<Connection*> unneeded;
  for (const auto& [connection, owned] : connections_) {
    if (connection->state == Connection::State::kIdle ||
        connection->state == Connection::State::kReceiving ||
        connection->state == Connection::State::kPausing) {
      unneeded.push_back(connection);
    }
  }
  for (Connection* connection : unneeded) close(*connection);
}

void Front::set_deadline(Connection& connection, std::int64_t milliseconds_from_now) {
  orders_.set_deadline(connection, now_ + milliseconds_from_now);
}

/// Beyond the bound of what all connections hold, the longest without progress
/// give way; it may be this one.
void Front::hold(Connection& connection, std::size_t bytes) {
  orders_.hold(connection, bytes);
  while (orders_.held() > limits_.max_held) {
    Connection* const longest = orders_.longest_waiting_holder();
    if (!longest) return;
    close(*longest);
  }
}

}  // namespace pilah::http
