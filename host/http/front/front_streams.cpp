// How the front sends streamed bodies: one piece at a time, made by a worker once the
// piece before has been taken.
#include <utility>

#include "pilah/http/front/front.hpp"

namespace pilah::http {

/// The head of its response was sent, or the piece before.
void Front::pull(Connection& connection) {
  connection.state = Connection::State::kWorking;
  orders_.end_waiting(connection);
  orders_.clear_deadline(connection);
  Connection* const who = &connection;
  const bool taken = pool_->submit(Lane::kQuick, [this, who, stream = connection.stream,
                                                  chunked = connection.is_chunked](std::size_t) {
    tell({who, {}, next_piece(*stream, chunked)});
  });
  if (!taken) pause(connection);
}

void Front::send_piece(Connection& connection, StreamPiece piece) {
  if (!piece.failure.empty()) {
    if (work_.report) work_.report("a streamed answer broke off: " + piece.failure);
    connection.break_off();
    return close(connection);
  }
  if (piece.state == BodyStream::State::kEnd) connection.stream.reset();
  connection.is_paused = piece.state == BodyStream::State::kLater;
  connection.send(std::move(piece.bytes));
  begin_sending(connection);
}

/// It has nothing to say now. A client that goes away meanwhile is noticed at once.
void Front::pause(Connection& connection) {
  connection.state = Connection::State::kPausing;
  orders_.begin_waiting(connection);
  set_deadline(connection, limits_.stream_pause_milliseconds);
}

}  // namespace pilah::http
