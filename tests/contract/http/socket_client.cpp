#include "contract/http/socket_client.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilah::tests {
namespace {

constexpr int kPatience = 30'000;  // milliseconds

void wait_for(int socket, short events) {
  pollfd waiting{socket, events, 0};
  if (::poll(&waiting, 1, kPatience) == 0) throw std::runtime_error("the server says nothing");
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

}  // namespace

SocketClient::SocketClient(std::uint16_t port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (socket_ < 0 ||
      ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

SocketClient::SocketClient(SocketClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), input_(std::move(other.input_)) {}

SocketClient::~SocketClient() {
  if (socket_ >= 0) ::close(socket_);
}

void SocketClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("the server has closed");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool SocketClient::send_some(std::string_view bytes) {
  const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  return sent > 0 || errno == EAGAIN;
}

void SocketClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

void SocketClient::receive_little() {
  const int size = 64 * 1024;
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
}

bool SocketClient::fill() {
  std::array<char, 65536> buffer{};
  wait_for(socket_, POLLIN);
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count <= 0) return false;
  input_.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

/// The next `size` bytes.
std::string SocketClient::take(std::size_t size) {
  while (input_.size() < size) {
    if (!fill()) throw std::runtime_error("closed within the body");
  }
  std::string bytes = input_.substr(0, size);
  input_.erase(0, size);
  return bytes;
}

std::string SocketClient::receive_until(std::string_view mark) {
  std::size_t at = 0;
  while ((at = input_.find(mark)) == std::string::npos) {
    if (!fill()) throw std::runtime_error("closed before what was waited for: " + input_);
  }
  return take(at + mark.size());
}

/// A body in chunks, joined.
std::string SocketClient::receive_chunks() {
  std::string body;
  for (;;) {
    const std::size_t size = std::stoul(receive_until("\r\n"), nullptr, 16);
    body += take(size);
    if (take(2) != "\r\n") throw std::runtime_error("a chunk does not end where it says");
    if (size == 0) return body;
  }
}

ClientResponse SocketClient::receive(bool to_head) {
  ClientResponse response = receive_head();
  if (to_head) return response;
  const auto coding = response.headers.find("transfer-encoding");
  const auto length = response.headers.find("content-length");
  if (coding != response.headers.end()) {
    response.body = receive_chunks();
  } else if (length != response.headers.end()) {
    response.body = take(std::stoul(length->second));
  }
  return response;
}

ClientResponse SocketClient::receive_head() {
  std::size_t end = 0;
  while ((end = input_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) throw std::runtime_error("closed within the head: " + input_);
  }
  ClientResponse response;
  response.status = std::stoi(input_.substr(9, 3));
  for (std::size_t at = input_.find("\r\n") + 2; at < end + 2;) {
    const auto line_end = input_.find("\r\n", at);
    const auto colon = input_.find(':', at);
    response.headers[lower(input_.substr(at, colon - at))] =
        input_.substr(colon + 2, line_end - colon - 2);
    at = line_end + 2;
  }
  input_.erase(0, end + 4);
  return response;
}

std::string SocketClient::receive_rest() {
  while (fill()) {
  }
  return std::exchange(input_, {});
}

bool SocketClient::has_something(int milliseconds) const {
  pollfd waiting{socket_, POLLIN, 0};
  return !input_.empty() || ::poll(&waiting, 1, milliseconds) > 0;
}

bool SocketClient::wait_for_close() const {
  pollfd waiting{socket_, POLLRDHUP, 0};
  return ::poll(&waiting, 1, kPatience) > 0;
}

void SocketClient::reset_at_close() {
  const linger at_once{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

std::string get(std::uint16_t port, std::string_view target, std::string_view headers) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
         "\r\n" + std::string(headers) + "\r\n";
}

std::string with_body(std::uint16_t port, std::string_view method, std::string_view target,
                      std::string_view body, std::string_view headers,
                      std::string_view content_type) {
  return std::string(method) + " " + std::string(target) +
         " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
         "\r\nContent-Type: " + std::string(content_type) +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(headers) +
         "\r\n" + std::string(body);
}

}  // namespace pilah::tests
