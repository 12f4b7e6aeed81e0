// Where the server listens: a port of this machine's loopback, unless more was allowed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pilah/http/front/descriptor.hpp"

namespace pilah::http {

/// From where a server may be reached.
enum class Reach {
  kLoopback,  ///< this machine alone, a proxy on it for all others
  kNetwork,   ///< any address: whoever runs it has said that plain HTTP may leave the machine
};

/// An address and a port, e.g. "127.0.0.1:8080" or "[::1]:8080".
struct ListenAddress {
  std::string host = "127.0.0.1";  ///< as inet_ntop(3) writes it, without brackets
  std::uint16_t port = 0;          ///< 0: a free one, chosen at listening

  bool is_loopback() const;
  bool is_ipv6() const { return host.find(':') != std::string::npos; }
  std::string text() const;
  /// Takes "127.0.0.1:PORT", "[::1]:PORT" and "localhost:PORT"; with Reach::kNetwork any
  /// other address, too. Throws Refusal(kForbidden) for one that reaches further than it
  /// may, Refusal(kInvalid) for another form.
  static ListenAddress parse(std::string_view text, Reach reach = Reach::kLoopback);
};

/// A listening socket that does not block.
class Listener {
 public:
  /// Throws Refusal(kUnavailable) when the port is taken or not allowed.
  explicit Listener(const ListenAddress& address);

  int descriptor() const { return socket_.get(); }
  /// With the port that was really taken.
  const ListenAddress& address() const { return address_; }
  void close() { socket_.reset(); }

 private:
  Descriptor socket_;
  ListenAddress address_;
};

}  // namespace pilah::http
