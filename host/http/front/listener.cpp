#include "pilah/http/front/listener.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <system_error>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/operation/client_address.hpp"

namespace pilah::http {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

Refusal cannot_listen(const ListenAddress& address, int error) {
  const char* kind = error == EADDRINUSE ? "http.port_in_use"
                     : error == EACCES   ? "http.port_not_allowed"
                                         : "http.cannot_listen";
  return Refusal(
      RefusalKind::kUnavailable,
      Message{kind,
              {{"address", address.text()}, {"why", std::generic_category().message(error)}},
              ""});
}

/// The address in the form that the socket calls take.
struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;

  explicit SocketAddress(const ListenAddress& address) {
    if (address.is_ipv6()) {
      sockaddr_in6 six{};
      six.sin6_family = AF_INET6;
      ::inet_pton(AF_INET6, address.host.c_str(), &six.sin6_addr);
      six.sin6_port = htons(address.port);
      std::memcpy(&storage, &six, size = sizeof(six));
    } else {
      sockaddr_in four{};
      four.sin_family = AF_INET;
      ::inet_pton(AF_INET, address.host.c_str(), &four.sin_addr);
      four.sin_port = htons(address.port);
      std::memcpy(&storage, &four, size = sizeof(four));
    }
  }
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

std::uint16_t bound_port(int socket) {
  sockaddr_storage storage{};
  socklen_t size = sizeof(storage);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &size);
  // The port stands at the same place in both kinds of address.
  sockaddr_in four{};
  std::memcpy(&four, &storage, sizeof(four));
  return ntohs(four.sin_port);
}

}  // namespace

bool ListenAddress::is_loopback() const { return host == "127.0.0.1" || host == "::1"; }

std::string ListenAddress::text() const {
  return (is_ipv6() ? '[' + host + "]:" : host + ':') + std::to_string(port);
}

ListenAddress ListenAddress::parse(std::string_view text, Reach reach) {
  const auto colon = text.rfind(':');
  const std::string_view host = text.substr(0, colon);
  const std::string_view digits =
      colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  ListenAddress address;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"http.address_malformed", {{"address", std::string(text)}}, ""});
  }
  const auto plain = plain_address(host == "localhost" ? "127.0.0.1" : host);
  if (plain) address.host = *plain;
  if (!(plain && address.is_loopback()) && reach == Reach::kLoopback) {
    throw Refusal(RefusalKind::kForbidden,
                  Message{"http.address_not_loopback", {{"address", std::string(text)}}, ""});
  }
  if (!plain) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"http.address_malformed", {{"address", std::string(text)}}, ""});
  }
  return address;
}

Listener::Listener(const ListenAddress& address) : address_(address) {
  socket_ = Descriptor(::socket(address.is_ipv6() ? AF_INET6 : AF_INET,
                                SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket_) throw cannot_listen(address, errno);
  // A port whose last connections are still fading away may be taken again at once.
  const int yes = 1;
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  SocketAddress bound(address);
  constexpr int kBacklog = 1024;
  if (::bind(socket_.get(), bound.get(), bound.size) != 0 ||
      ::listen(socket_.get(), kBacklog) != 0) {
    throw cannot_listen(address, errno);
  }
  address_.port = bound_port(socket_.get());
}

}  // namespace pilah::http
