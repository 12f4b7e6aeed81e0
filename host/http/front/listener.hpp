// Where the server listens: a port of this machine's loopback, and no other address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pilah/http/front/descriptor.hpp"

namespace pilah::http {

/// A loopback address and a port, e.g. "127.0.0.1:8080" or "[::1]:8080".
struct ListenAddress {
  bool is_ipv6 = false;
  std::uint16_t port = 0;  ///< 0: a free one, chosen at listening

  std::string text() const;
  /// Takes "127.0.0.1:PORT", "[::1]:PORT" and "localhost:PORT". Throws
  /// Refusal(kForbidden) for any other address (there are no accounts yet),
  /// Refusal(kInvalid) for another form.
  static ListenAddress parse(std::string_view text);
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
