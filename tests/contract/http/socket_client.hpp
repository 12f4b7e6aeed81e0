// A client of raw bytes, for tests: sees exactly what the server sends, and
// sends what no well-behaved client would.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pilah::tests {

struct ClientResponse {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

/// One connection to 127.0.0.1. Waits by poll(), at most half a minute for
/// anything: a server that says nothing for so long throws std::runtime_error.
class SocketClient {
 public:
  explicit SocketClient(std::uint16_t port);
  ~SocketClient();
  SocketClient(SocketClient&& other) noexcept;
  SocketClient(const SocketClient&) = delete;
  SocketClient& operator=(const SocketClient&) = delete;

  /// All of it; throws when the server has closed.
  void send(std::string_view bytes);
  /// As much as goes without waiting; false when the server has closed.
  bool send_some(std::string_view bytes);
  void finish_sending();
  /// A small receive buffer, so that the server soon cannot send more.
  void receive_little();

  /// The next response; `to_head`: it has no body whatever its length says.
  ClientResponse receive(bool to_head = false);
  /// The head of the next response; its body is still to come.
  ClientResponse receive_head();
  /// What comes up to and with `mark`; throws when the server closes before.
  std::string receive_until(std::string_view mark);
  /// Sends and receives.
  ClientResponse exchange(std::string_view request) {
    send(request);
    return receive(request.substr(0, 5) == "HEAD ");
  }
  /// Waits until the server has closed; answers what came before.
  std::string receive_rest();
  /// Whether bytes, or the end, come within so many milliseconds.
  bool has_something(int milliseconds = 0) const;
  /// Waits, reading nothing, until the server has closed; false: it does not.
  bool wait_for_close() const;
  /// The end of this client is a reset, not an orderly close.
  void reset_at_close();

 private:
  bool fill();  // false at the end
  std::string take(std::size_t size);
  std::string receive_chunks();

  int socket_;
  std::string input_;
};

/// "GET /x HTTP/1.1" with the Host of `port` and the further header lines.
std::string get(std::uint16_t port, std::string_view target, std::string_view headers = "");
std::string with_body(std::uint16_t port, std::string_view method, std::string_view target,
                      std::string_view body, std::string_view headers = "",
                      std::string_view content_type = "application/json");

}  // namespace pilah::tests
