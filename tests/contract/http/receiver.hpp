// What a webhook is told, taken in by a small server on this machine.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace pilah::tests {

/// Listens on 127.0.0.1 and answers every request alike, one connection after another.
class Receiver {
 public:
  struct Request {
    std::string line;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
  };

  /// `answer`: the bytes of it; empty: it keeps silent until the sender goes away.
  /// `then_zeros`: so many bytes behind it, as far as they are taken.
  explicit Receiver(std::string answer = "HTTP/1.1 204 No Content\r\n\r\n",
                    std::size_t then_zeros = 0);
  ~Receiver();
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  std::uint16_t port() const { return port_; }
  std::string address(const std::string& path = "/pilah") const;
  std::vector<Request> requests() const;
  /// How many of the zeros the senders took, all together.
  std::size_t zeros_taken() const;

 private:
  void run();
  void serve(int connection);

  const std::string answer_;
  const std::size_t then_zeros_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::size_t zeros_taken_ = 0;
  std::thread thread_;
};

}  // namespace pilah::tests
