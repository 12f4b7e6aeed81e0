#include "pilah/http/front/connection.hpp"

#include <cerrno>

#include <sys/socket.h>

namespace pilah::http {

Connection::Received Connection::receive(char* buffer, std::size_t size,
                                         std::string_view& received) {
  ssize_t count = 0;
  do {
    count = ::recv(socket_.get(), buffer, size, 0);
  } while (count < 0 && errno == EINTR);
  if (count > 0) {
    received = {buffer, static_cast<std::size_t>(count)};
    return Received::kSome;
  }
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
    readable = false;
    return Received::kNothing;
  }
  return Received::kEnd;
}

bool Connection::flush() {
  while (writable && unsent() > 0) {
    const ssize_t count =
        ::send(socket_.get(), output_.data() + sent_, unsent(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      sent_ += static_cast<std::size_t>(count);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      writable = false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  if (unsent() == 0) {
    std::string().swap(output_);
    sent_ = 0;
  }
  return true;
}

void Connection::send(std::string bytes) {
  if (output_.empty()) {
    output_ = std::move(bytes);
  } else {
    output_ += bytes;
  }
}

void Connection::break_off() {
  const linger at_once{1, 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

void Connection::finish_sending() { ::shutdown(socket_.get(), SHUT_WR); }

}  // namespace pilah::http
