// The front: accepts connections, reads whole requests, hands them to workers,
// writes the responses. One thread waits for all sockets; a connection that is
// idle, slow to send or slow to read holds no thread, only a few hundred bytes
// and what of its request or response is under way (bounded).
//
// A connection is closed: idle, after idle_milliseconds; with a request that
// has not come whole within request_milliseconds, and what its body may take at the least
// rate (408); when it takes nothing of
// its response for stall_milliseconds; when told to stop while a stream has nothing to
// say; and, beyond max_connections or
// max_held, the one first that has made no progress for longest.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pilah/http/front/connection.hpp"
#include "pilah/http/front/connection_orders.hpp"
#include "pilah/http/front/listener.hpp"
#include "pilah/http/front/stream_piece.hpp"
#include "pilah/http/front/worker_pool.hpp"

namespace pilah::http {

struct FrontLimits {
  FramingLimits framing;
  std::size_t max_connections = 4000;        ///< less when the process may open fewer files
  std::size_t max_held = 128 * 1024 * 1024;  ///< bytes of requests and responses, in all
  std::int64_t idle_milliseconds = 60'000;
  std::int64_t request_milliseconds = 15'000;
  /// Bytes a second of a body that buy it more time: a slow line may bring a large file.
  std::int64_t least_body_rate = 16 * 1024;
  std::int64_t stall_milliseconds = 20'000;
  std::int64_t linger_milliseconds = 1'000;
  std::int64_t stream_pause_milliseconds = 500;  ///< until a quiet stream is asked again
  std::int64_t stop_milliseconds = 10'000;       ///< for responses under way when told to stop
};

/// The bytes of a whole response, or those of its head and what its body comes from; and
/// whether the connection ends with it.
struct FramedResponse {
  std::string bytes;
  bool closes = false;
  std::shared_ptr<BodyStream> stream = nullptr;
  bool is_chunked = false;  ///< the stream's pieces go out as chunks
};

/// How busy the front is.
struct FrontLoad {
  std::size_t connections = 0;
  std::size_t held = 0;  ///< bytes of requests and responses under way
  WorkerPool::Load workers = {};
};

struct FrontWork {
  /// Answers a request; runs in the worker's thread; must not throw.
  std::function<FramedResponse(std::size_t worker, FramedRequest request)> answer;
  std::function<Lane(const FramedRequest& request)> lane;
  /// The response to a request that is not taken; quick, must not throw.
  std::function<std::string(const FramingRefusal& refusal)> refuse;
  /// Told of what went wrong inside; from the front's thread. May be empty.
  std::function<void(const std::string& line)> report = nullptr;
};

class Front {
 public:
  /// `steady_milliseconds`: a clock that never goes back.
  Front(Listener listener, FrontLimits limits, PoolSize pool, FrontWork work,
        std::function<std::int64_t()> steady_milliseconds);
  ~Front();
  Front(const Front&) = delete;
  Front& operator=(const Front&) = delete;

  const ListenAddress& address() const { return listener_.address(); }

  /// From the front's thread or a worker's.
  FrontLoad load() const;

  /// Serves until stop(), then finishes the requests that were received whole.
  /// Called once.
  void run();
  /// From any thread, also from a signal handler; also before run().
  void stop() noexcept;

 private:
  /// What a worker made for a connection: a response, or a piece of a stream.
  struct Answered {
    Connection* connection;
    FramedResponse response;
    std::optional<StreamPiece> piece = std::nullopt;
  };

  void handle_events(int timeout);
  static void watch(int epoll, int descriptor, std::uint32_t events, void* who);
  void accept_connections();
  void add(Descriptor socket, std::string peer);
  void collect_answers();
  void expire();
  void begin_stop();
  int next_timeout() const;

  void advance(Connection& connection);
  bool read_request(Connection& connection);
  bool send_response(Connection& connection);
  void drop_input(Connection& connection);
  void dispatch(Connection& connection);
  void refuse(Connection& connection, const FramingRefusal& refusal);
  void respond(Connection& connection, FramedResponse response);
  void begin_sending(Connection& connection);
  void pull(Connection& connection);
  void send_piece(Connection& connection, StreamPiece piece);
  void pause(Connection& connection);
  void tell(Answered answered);
  void rest(Connection& connection);
  void close(Connection& connection);
  bool close_longest_waiting();

  void allow_time_for_request(Connection& connection);
  void set_deadline(Connection& connection, std::int64_t milliseconds_from_now);
  void hold(Connection& connection, std::size_t bytes);

  Listener listener_;
  const FrontLimits limits_;
  const FrontWork work_;
  const std::function<std::int64_t()> clock_;
  const PoolSize pool_size_;
  std::size_t max_connections_;
  Descriptor epoll_;
  Descriptor answered_event_;
  Descriptor stop_event_;

  std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
  std::vector<std::unique_ptr<Connection>> closed_;  // until no event can name them
  std::vector<Connection*> again_;                   // not read empty yet
  ConnectionOrders orders_;
  std::int64_t now_ = 0;
  bool stopping_ = false;
  std::int64_t stop_deadline_ = 0;
  std::int64_t accept_again_ = 0;  // no accepting before; 0: accepting
  std::array<char, 64 * 1024> buffer_{};

  std::atomic<std::size_t> load_connections_{0};
  std::atomic<std::size_t> load_held_{0};
  std::atomic<const WorkerPool*> load_pool_{nullptr};  // while it may be asked

  std::mutex answered_mutex_;
  std::vector<Answered> answered_;
  std::unique_ptr<WorkerPool> pool_;  // last: its threads use what stands above
};

}  // namespace pilah::http
