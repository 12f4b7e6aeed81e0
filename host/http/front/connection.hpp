// One client's connection: its socket, what came in, what still has to go out.
//
// Belongs to the front's thread, but for the time that a worker answers its
// request: then nobody touches it (state kWorking).
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "pilah/http/body_stream.hpp"
#include "pilah/http/front/descriptor.hpp"
#include "pilah/http/front/request_framing.hpp"

namespace pilah::http {

class Connection {
 public:
  enum class State {
    kIdle,       ///< nothing of a request is here
    kReceiving,  ///< a part of a request is here
    kWorking,    ///< a whole request is with a worker
    kSending,    ///< the response goes out, or a piece of it
    kPausing,    ///< its body is a stream that has nothing to say now
    kLingering,  ///< the last response went out; what still comes in is dropped
    kClosed,
  };
  enum class Received { kSome, kNothing, kEnd };

  using Deadlines = std::set<std::pair<std::int64_t, Connection*>>;
  using Waiting = std::list<Connection*>;

  /// `peer`: the address of the other end.
  Connection(Descriptor socket, std::string peer, const FramingLimits& limits)
      : socket_(std::move(socket)), peer_(std::move(peer)), framing_(limits) {}

  /// Reads once, at most `size` bytes into `buffer`; `received` are those.
  Received receive(char* buffer, std::size_t size, std::string_view& received);
  /// Sends what the socket takes; false when the peer is gone.
  bool flush();
  void send(std::string bytes);
  std::size_t unsent() const { return output_.size() - sent_; }
  /// No more will be sent; the peer is told so.
  void finish_sending();
  /// Makes the close to come a reset: what the kernel still holds for a client
  /// that does not read is dropped, and the client learns that it lacks something.
  void break_off();
  void close() {
    socket_.reset();
    state = State::kClosed;
  }
  int descriptor() const { return socket_.get(); }
  const std::string& peer() const { return peer_; }
  RequestFraming& framing() { return framing_; }

  State state = State::kIdle;
  // Edge-triggered readiness: true until the socket has said otherwise.
  bool readable = true;
  bool writable = true;
  std::int64_t receiving_since = 0;  ///< by the front's clock; of kReceiving
  bool closes_after_response = false;
  bool is_gone = false;                ///< the peer broke off while a worker was busy
  std::shared_ptr<BodyStream> stream;  ///< what the rest of the response comes from
  bool is_chunked = false;             ///< the stream's pieces go out as chunks
  bool is_paused = false;              ///< the stream had nothing more to say
  // Places in the front's orders, when it stands in them.
  std::optional<Deadlines::iterator> deadline;
  std::optional<Waiting::iterator> waiting;
  std::size_t held = 0;  ///< bytes of its request or response, in the front's sum

 private:
  Descriptor socket_;
  std::string peer_;
  RequestFraming framing_;
  std::string output_;
  std::size_t sent_ = 0;
};

}  // namespace pilah::http
