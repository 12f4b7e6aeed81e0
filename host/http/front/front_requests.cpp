// How the front reads requests, hands each to a worker once it is whole, and what it does
// with a connection before and behind them.
#include <string_view>
#include <utility>

#include "pilah/http/front/front.hpp"

namespace pilah::http {
namespace {

/// Reads of one connection before the others have their turn.
constexpr int kReadsAtOnce = 16;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

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
      connection.receiving_since = now_;
      allow_time_for_request(connection);
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
        if (connection.state == State::kReceiving) allow_time_for_request(connection);
        break;
      case Connection::Received::kNothing:
        return false;
      case Connection::Received::kEnd:
        close(connection);
        return false;
    }
  }
}

void Front::allow_time_for_request(Connection& connection) {
  constexpr std::int64_t kSecond = 1'000;
  const auto of_body = static_cast<std::int64_t>(connection.framing().body_size());
  orders_.set_deadline(connection, connection.receiving_since + limits_.request_milliseconds +
                                       of_body * kSecond / limits_.least_body_rate);
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

void Front::refuse(Connection& connection, const FramingRefusal& refusal) {
  respond(connection, {work_.refuse(refusal), true});
}

/// The connection waits for its next request; it may be here already.
void Front::rest(Connection& connection) {
  connection.state = Connection::State::kIdle;
  orders_.begin_waiting(connection);
  set_deadline(connection, limits_.idle_milliseconds);
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

}  // namespace pilah::http
