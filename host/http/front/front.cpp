#include "pilah/http/front/front.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace pilah::http {
namespace {

/// What the rest of the process keeps open: the database, plugins, logs.
constexpr std::size_t kFilesOfOthers = 64;
constexpr int kEventsAtOnce = 256;
/// Reads of one connection before the others have their turn.
constexpr int kReadsAtOnce = 16;

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

void signal_event(int descriptor) noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(descriptor, &one, sizeof(one));
}

void clear_event(int descriptor) {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto read = ::read(descriptor, &count, sizeof(count));
}

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

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

/// False when there is nothing more to do for this connection now.
bool Front::read_request(Connection& connection) {
  using State = Connection::State;
  if (connection.unsent() > 0 && !connection.flush()) {  // of "100 Continue"
    close(connection);
    return false;
  }
  RequestFraming& framing = connection.framing();
  for (int reads = 0;; ++reads) {
    if (framing.state() == RequestFraming::State::kComplete) {
      dispatch(connection);
      return false;
    }
    if (framing.state() == RequestFraming::State::kRefused) {
      refuse(connection, framing.refusal());
      return true;
    }
    if (framing.state() == RequestFraming::State::kPartial && connection.state == State::kIdle) {
      connection.state = State::kReceiving;
      set_deadline(connection, limits_.request_milliseconds);
    }
    if (framing.take_wish_to_continue()) {
      connection.send(std::string(kContinue));
      if (!connection.flush()) {
        close(connection);
        return false;
      }
    }
    if (!connection.readable) return false;
    if (reads == kReadsAtOnce) {
      again_.push_back(&connection);
      return false;
    }
    std::string_view received;
    switch (connection.receive(buffer_.data(), buffer_.size(), received)) {
      case Connection::Received::kSome:
        framing.take(received);
        hold(connection, framing.held());
        if (connection.state == State::kClosed) return false;
        break;
      case Connection::Received::kNothing:
        return false;
      case Connection::Received::kEnd:
        close(connection);
        return false;
    }
  }
}

void Front::dispatch(Connection& connection) {
  FramedRequest request = connection.framing().release();
  request.peer = connection.peer();
  connection.closes_after_response = !request.keep_alive || stopping_;
  request.keep_alive = !connection.closes_after_response;
  connection.state = Connection::State::kWorking;
  orders_.end_waiting(connection);
  orders_.clear_deadline(connection);
  const Lane lane = work_.lane(request);
  Connection* const who = &connection;
  auto shared = std::make_shared<FramedRequest>(std::move(request));
  const bool taken = pool_->submit(lane, [this, who, shared](std::size_t worker) {
    tell({who, work_.answer(worker, std::move(*shared))});
  });
  if (!taken) {
    respond(connection, {work_.refuse({503, "http.too_much_work"}), true});
    advance(connection);
  }
}

/// From a worker's thread.
void Front::tell(Answered answered) {
  bool was_empty = false;
  {
    const std::lock_guard lock(answered_mutex_);
    was_empty = answered_.empty();
    answered_.push_back(std::move(answered));
  }
  if (was_empty) signal_event(answered_event_.get());
}

void Front::collect_answers() {
  clear_event(answered_event_.get());
  std::vector<Answered> answered;
  {
    const std::lock_guard lock(answered_mutex_);
    answered.swap(answered_);
  }
  for (auto& [connection, response, piece] : answered) {
    if (piece) {
      send_piece(*connection, *std::move(piece));
    } else {
      respond(*connection, std::move(response));
    }
    if (connection->state != Connection::State::kClosed) advance(*connection);
  }
}

void Front::respond(Connection& connection, FramedResponse response) {
  connection.closes_after_response =
      connection.closes_after_response || response.closes || stopping_;
  connection.stream = std::move(response.stream);
  connection.is_chunked = response.is_chunked;
  connection.is_paused = false;
  connection.send(std::move(response.bytes));
  begin_sending(connection);
}

void Front::begin_sending(Connection& connection) {
  hold(connection, connection.unsent());
  if (connection.state == Connection::State::kClosed) return;
  connection.state = Connection::State::kSending;
  orders_.begin_waiting(connection);
  set_deadline(connection, limits_.stall_milliseconds);
}

/// False when the socket takes no more now, or the connection is closed.
bool Front::send_response(Connection& connection) {
  const std::size_t before = connection.unsent();
  if (!connection.flush()) {
    close(connection);
    return false;
  }
  if (connection.unsent() > 0) {
    if (connection.unsent() < before) {  // progress: it goes to the end of the order
      orders_.begin_waiting(connection);
      set_deadline(connection, limits_.stall_milliseconds);
    }
    hold(connection, connection.unsent());
    return false;
  }
  hold(connection, 0);
  if (connection.stream) {
    if (!connection.is_paused) {
      pull(connection);
    } else if (stopping_) {
      close(connection);
    } else {
      pause(connection);
      return true;
    }
    return false;
  }
  if (!connection.closes_after_response) {
    rest(connection);
    return true;
  }
  // Closing with unread input would reset the connection and could take the
  // response from the peer before it is read.
  connection.finish_sending();
  connection.state = Connection::State::kLingering;
  set_deadline(connection, limits_.linger_milliseconds);
  return true;
}

void Front::drop_input(Connection& connection) {
  for (int reads = 0; connection.readable; ++reads) {
    if (reads == kReadsAtOnce) {
      again_.push_back(&connection);
      return;
    }
    std::string_view received;
    if (connection.receive(buffer_.data(), buffer_.size(), received) ==
        Connection::Received::kEnd) {
      return close(connection);
    }
  }
}

void Front::refuse(Connection& connection, const FramingRefusal& refusal) {
  respond(connection, {work_.refuse(refusal), true});
}

/// The connection waits for its next request; it may be here already.
void Front::rest(Connection& connection) {
  connection.state = Connection::State::kIdle;
  orders_.begin_waiting(connection);
  set_deadline(connection, limits_.idle_milliseconds);
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
