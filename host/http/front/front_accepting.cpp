// How the front takes new connections.
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "pilah/http/front/front.hpp"

namespace pilah::http {
namespace {

constexpr int kAcceptedAtOnce = 256;
/// How long no connection is accepted when the process can open no more files.
constexpr std::int64_t kAcceptPause = 100;

std::string address_text(const sockaddr_storage& storage) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (storage.ss_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &storage, sizeof(four));
    ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
  } else if (storage.ss_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &storage, sizeof(six));
    ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace

void Front::accept_connections() {
  // Not without end: those that are connected have their turn, too.
  for (int i = 0; i < kAcceptedAtOnce; ++i) {
    sockaddr_storage peer{};
    socklen_t size = sizeof(peer);
    Descriptor socket(::accept4(listener_.descriptor(), reinterpret_cast<sockaddr*>(&peer), &size,
                                SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket) {
      add(std::move(socket), address_text(peer));
    } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      if (close_longest_waiting()) continue;
      // Nothing to give up: look away for a moment instead of turning in circles.
      ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, listener_.descriptor(), nullptr);
      accept_again_ = now_ + kAcceptPause;
      return;
    } else if (errno != EINTR && errno != ECONNABORTED) {
      return;
    }
  }
}

void Front::add(Descriptor socket, std::string peer) {
  const int yes = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
  if (connections_.size() >= max_connections_ && !close_longest_waiting()) {
    return;  // every connection is at work: this one has to come again
  }
  auto owned = std::make_unique<Connection>(std::move(socket), std::move(peer), limits_.framing);
  Connection& connection = *owned;
  connections_.emplace(&connection, std::move(owned));
  watch(epoll_.get(), connection.descriptor(), EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET,
        &connection);
  rest(connection);
  advance(connection);
}

}  // namespace pilah::http
