// Sends requests over a bounded number of kept connections and tells of each answer how
// long it took since it was due.
//
// A request that finds no free connection waits, and its waiting counts: a server that
// falls behind is not asked less for it (no coordinated omission).
//
// For one thread. Addresses of loopback only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::bench {

struct Answer {
  int status = 0;  ///< 0: the connection broke before the answer was there
  std::string etag;
  std::string location;
  std::string body;               ///< only where it was asked for
  std::int64_t microseconds = 0;  ///< since the request was due
};

struct Call {
  std::string request;   ///< all its bytes
  std::int64_t due = 0;  ///< steady_microseconds()
  bool keeps_body = false;
  std::function<void(const Answer&)> answered;
};

std::int64_t steady_microseconds();

class KeepAliveClient {
 public:
  /// Throws std::system_error when the port does not answer.
  KeepAliveClient(std::uint16_t port, std::size_t connections);
  ~KeepAliveClient();
  KeepAliveClient(const KeepAliveClient&) = delete;
  KeepAliveClient& operator=(const KeepAliveClient&) = delete;

  void send(Call call);
  /// Sends and receives until then, or until all is answered when `until_quiet`.
  void run(std::int64_t until_microseconds, bool until_quiet = false);
  /// Not answered yet, sent or waiting.
  std::size_t open_calls() const { return waiting_.size() + under_way_; }

 private:
  struct Connection;

  void connect(Connection& connection);
  void begin(Connection& connection, Call call);
  void write_from_the_beginning(Connection& connection);
  void write(Connection& connection);
  void receive(Connection& connection);
  void take(Connection& connection, std::string_view received);
  void finish(Connection& connection);
  void break_off(Connection& connection);

  const std::uint16_t port_;
  int epoll_ = -1;
  std::vector<std::unique_ptr<Connection>> connections_;
  std::vector<Connection*> free_;
  std::deque<Call> waiting_;
  std::size_t under_way_ = 0;
};

}  // namespace pilah::bench
