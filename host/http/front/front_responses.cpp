// How the front gets responses from its workers and sends them, as far as each socket takes.
#include <utility>

#include "pilah/http/front/event.hpp"
#include "pilah/http/front/front.hpp"

namespace pilah::http {

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

}  // namespace pilah::http
