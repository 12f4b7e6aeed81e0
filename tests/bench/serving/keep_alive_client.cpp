#include "keep_alive_client.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilah::bench {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";

/// The value of a header line; `name` as Pilah writes it.
std::string header(std::string_view head, std::string_view name) {
  const std::string wanted = "\r\n" + std::string(name) + ": ";
  const auto at = head.find(wanted);
  if (at == std::string_view::npos) return {};
  head.remove_prefix(at + wanted.size());
  return std::string(head.substr(0, head.find('\r')));
}

template <class Number>
Number number_in(std::string_view text) {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

std::int64_t steady_microseconds() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

struct KeepAliveClient::Connection {
  int socket = -1;
  Call call;
  std::size_t written = 0;
  std::string head;
  bool has_head = false;
  bool is_second_try = false;
  std::size_t body_left = 0;
  Answer answer;
};

KeepAliveClient::KeepAliveClient(std::uint16_t port, std::size_t connections)
    : port_(port), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
  if (epoll_ < 0) fail("epoll_create1");
  for (std::size_t i = 0; i < connections; ++i) {
    connections_.push_back(std::make_unique<Connection>());
    connect(*connections_.back());
    free_.push_back(connections_.back().get());
  }
}

KeepAliveClient::~KeepAliveClient() {
  for (const auto& connection : connections_) ::close(connection->socket);
  ::close(epoll_);
}

void KeepAliveClient::connect(Connection& connection) {
  connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connection.socket < 0) fail("socket");
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port_);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(connection.socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
    fail("connect");
  }
  const int on = 1;
  ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  epoll_event event{};
  event.events = EPOLLIN | EPOLLOUT | EPOLLET;
  event.data.ptr = &connection;
  if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event) != 0) fail("epoll_ctl");
}

void KeepAliveClient::send(Call call) {
  if (free_.empty()) {
    waiting_.push_back(std::move(call));
    return;
  }
  Connection* const connection = free_.back();
  free_.pop_back();
  begin(*connection, std::move(call));
}

void KeepAliveClient::begin(Connection& connection, Call call) {
  ++under_way_;
  connection.call = std::move(call);
  connection.is_second_try = false;
  write_from_the_beginning(connection);
}

void KeepAliveClient::write_from_the_beginning(Connection& connection) {
  connection.written = 0;
  connection.head.clear();
  connection.has_head = false;
  connection.answer = {};
  write(connection);
}

void KeepAliveClient::write(Connection& connection) {
  const std::string& request = connection.call.request;
  while (connection.written < request.size()) {
    const auto count = ::send(connection.socket, request.data() + connection.written,
                              request.size() - connection.written, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0) return;  // the socket is full, or broken: reading will tell
    connection.written += static_cast<std::size_t>(count);
  }
}

void KeepAliveClient::run(std::int64_t until_microseconds, bool until_quiet) {
  std::array<epoll_event, 128> events{};
  for (;;) {
    const std::int64_t left = until_microseconds - steady_microseconds();
    if (left <= 0 || (until_quiet && open_calls() == 0)) return;
    // Not in whole milliseconds: what is due goes out on time, without a turning core.
    const timespec wait{left / 1'000'000, left % 1'000'000 * 1000};
    const int count =
        ::epoll_pwait2(epoll_, events.data(), static_cast<int>(events.size()), &wait, nullptr);
    for (int i = 0; i < count; ++i) {
      const auto& event = events[static_cast<std::size_t>(i)];
      auto& connection = *static_cast<Connection*>(event.data.ptr);
      if ((event.events & EPOLLOUT) != 0) write(connection);
      if ((event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) != 0) receive(connection);
    }
  }
}

void KeepAliveClient::receive(Connection& connection) {
  static thread_local std::array<char, 256 * 1024> buffer;
  for (;;) {
    const auto count = ::recv(connection.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) return break_off(connection);
    take(connection, {buffer.data(), static_cast<std::size_t>(count)});
  }
}

void KeepAliveClient::take(Connection& connection, std::string_view received) {
  if (!connection.has_head) {
    connection.head += received;
    const auto end = connection.head.find(kHeadEnd);
    if (end == std::string::npos) return;
    connection.has_head = true;
    const std::string_view head(connection.head.data(), end + 2);
    connection.answer.status = number_in<int>(head.substr(9));
    connection.answer.etag = header(head, "ETag");
    connection.answer.location = header(head, "Location");
    connection.body_left = number_in<std::size_t>(header(head, "Content-Length"));
    received = std::string_view(connection.head).substr(end + kHeadEnd.size());
  }
  if (connection.call.keeps_body) connection.answer.body += received;
  connection.body_left -= std::min(connection.body_left, received.size());
  if (connection.body_left == 0) finish(connection);
}

void KeepAliveClient::finish(Connection& connection) {
  --under_way_;
  const Call call = std::exchange(connection.call, {});
  Answer answer = std::exchange(connection.answer, {});
  answer.microseconds = steady_microseconds() - call.due;
  if (waiting_.empty()) {
    free_.push_back(&connection);
  } else {
    Call next = std::move(waiting_.front());
    waiting_.pop_front();
    begin(connection, std::move(next));
  }
  call.answered(answer);
}

void KeepAliveClient::break_off(Connection& connection) {
  ::close(connection.socket);
  connect(connection);
  if (!connection.call.answered) return;  // it was idle
  // The host closed it, being idle, while the request was on its way: what only reads is
  // sent once more, as browsers do (RFC 9110, 9.2.2).
  if (connection.head.empty() && !connection.is_second_try &&
      connection.call.request.compare(0, 4, "GET ") == 0) {
    connection.is_second_try = true;
    return write_from_the_beginning(connection);
  }
  connection.answer = {};
  finish(connection);
}

}  // namespace pilah::bench
