#include "pilah/http/front/connection_orders.hpp"

#include <algorithm>
#include <utility>

namespace pilah::http {

void ConnectionOrders::begin_waiting(Connection& connection) {
  if (connection.waiting) {
    waiting_.splice(waiting_.end(), waiting_, *connection.waiting);
  } else {
    connection.waiting = waiting_.insert(waiting_.end(), &connection);
  }
}

void ConnectionOrders::end_waiting(Connection& connection) {
  if (!connection.waiting) return;
  waiting_.erase(*connection.waiting);
  connection.waiting.reset();
}

Connection* ConnectionOrders::longest_waiting() const {
  return waiting_.empty() ? nullptr : waiting_.front();
}

void ConnectionOrders::set_deadline(Connection& connection, std::int64_t at) {
  if (connection.deadline) {
    auto node = deadlines_.extract(*connection.deadline);
    node.value().first = at;
    connection.deadline = deadlines_.insert(std::move(node)).position;
  } else {
    connection.deadline = deadlines_.emplace(at, &connection).first;
  }
}

void ConnectionOrders::clear_deadline(Connection& connection) {
  if (!connection.deadline) return;
  deadlines_.erase(*connection.deadline);
  connection.deadline.reset();
}

std::optional<std::int64_t> ConnectionOrders::next_deadline() const {
  if (deadlines_.empty()) return std::nullopt;
  return deadlines_.begin()->first;
}

Connection* ConnectionOrders::due(std::int64_t now) const {
  const bool is_due = !deadlines_.empty() && deadlines_.begin()->first <= now;
  return is_due ? deadlines_.begin()->second : nullptr;
}

void ConnectionOrders::hold(Connection& connection, std::size_t bytes) {
  held_ = held_ - connection.held + bytes;
  connection.held = bytes;
}

Connection* ConnectionOrders::longest_waiting_holder() const {
  const auto found = std::find_if(waiting_.begin(), waiting_.end(),
                                  [](const Connection* each) { return each->held > 0; });
  return found == waiting_.end() ? nullptr : *found;
}

void ConnectionOrders::remove(Connection& connection) {
  end_waiting(connection);
  clear_deadline(connection);
  hold(connection, 0);
}

}  // namespace pilah::http
