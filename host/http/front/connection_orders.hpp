// The orders in which connections give way: by deadline, and by how long they
// have made no progress; and the sum of what they hold.
//
// Belongs to the front's thread. Refers to connections; whoever closes one
// calls remove() first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "pilah/http/front/connection.hpp"

namespace pilah::http {

class ConnectionOrders {
 public:
  /// From now on it waits: it is the last that gives way.
  void begin_waiting(Connection& connection);
  /// It is at work and cannot give way.
  void end_waiting(Connection& connection);
  /// The one without progress for longest; null: none waits.
  Connection* longest_waiting() const;

  void set_deadline(Connection& connection, std::int64_t at);
  void clear_deadline(Connection& connection);
  std::optional<std::int64_t> next_deadline() const;
  /// One whose deadline has come; null: none.
  Connection* due(std::int64_t now) const;

  /// It now holds so many bytes of a request or a response.
  void hold(Connection& connection, std::size_t bytes);
  std::size_t held() const { return held_; }
  /// The longest waiting of those that hold something; null: none does.
  Connection* longest_waiting_holder() const;

  void remove(Connection& connection);

 private:
  Connection::Deadlines deadlines_;
  Connection::Waiting waiting_;  // longest without progress first
  std::size_t held_ = 0;
};

}  // namespace pilah::http
