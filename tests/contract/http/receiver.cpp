#include "contract/http/receiver.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <system_error>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilah::tests {
namespace {

Receiver::Request parsed(const std::string& head, std::string body) {
  Receiver::Request request;
  std::istringstream lines(head);
  std::getline(lines, request.line);
  for (std::string line; std::getline(lines, line);) {
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string value = line.substr(colon + 2);
    while (!value.empty() && value.back() == '\r') value.pop_back();
    request.headers[name] = value;
  }
  request.body = std::move(body);
  return request;
}

/// Head and body; nothing when the sender goes away before.
bool read_request(int connection, Receiver::Request& request) {
  std::string bytes;
  std::array<char, 4096> piece{};
  for (;;) {
    constexpr char kGreetingOfTls = '\x16';
    if (!bytes.empty() && bytes.front() == kGreetingOfTls) return true;
    const auto end = bytes.find("\r\n\r\n");
    if (end != std::string::npos) {
      request = parsed(bytes.substr(0, end), bytes.substr(end + 4));
      const auto length = request.headers.find("content-length");
      if (length == request.headers.end() || request.body.size() >= std::stoul(length->second)) {
        return true;
      }
    }
    const auto got = ::recv(connection, piece.data(), piece.size(), 0);
    if (got <= 0) return false;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Receiver::Receiver(std::string answer, std::size_t then_zeros)
    : answer_(std::move(answer)), then_zeros_(then_zeros) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  auto* address = reinterpret_cast<sockaddr*>(&place);
  if (::bind(listener_, address, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, address, &size) != 0) {
    throw std::system_error(errno, std::generic_category(), "a receiver cannot listen");
  }
  port_ = ntohs(place.sin_port);
  thread_ = std::thread([this] { run(); });
}

Receiver::~Receiver() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

std::string Receiver::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<Receiver::Request> Receiver::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::size_t Receiver::zeros_taken() const {
  const std::lock_guard lock(mutex_);
  return zeros_taken_;
}

void Receiver::run() {
  for (;;) {
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    serve(connection);
    ::close(connection);
  }
}

void Receiver::serve(int connection) {
  Request request;
  if (!read_request(connection, request)) return;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
  }
  if (answer_.empty()) {
    char byte = 0;
    static_cast<void>(::recv(connection, &byte, 1, 0));  // until the sender goes away
    return;
  }
  ::send(connection, answer_.data(), answer_.size(), MSG_NOSIGNAL);
  const std::string zeros(64 * 1024, '0');
  std::size_t taken = 0;
  while (taken < then_zeros_) {
    const auto sent = ::send(connection, zeros.data(), zeros.size(), MSG_NOSIGNAL);
    if (sent <= 0) break;
    taken += static_cast<std::size_t>(sent);
  }
  const std::lock_guard lock(mutex_);
  zeros_taken_ += taken;
}

}  // namespace pilah::tests
