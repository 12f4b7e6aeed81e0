// A server on a free port of loopback, in a thread of its own, for one test.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/server.hpp"

namespace pilah::tests {

/// Milliseconds of a clock that never goes back.
std::int64_t steady_milliseconds();

/// The sentences of every room that an answer may need.
const catalogue::Sentences& all_sentences();

class RunningServer {
 public:
  explicit RunningServer(std::unique_ptr<http::RouteTable> routes,
                         http::ServerOptions options = {});
  /// Stops it and waits for its end.
  ~RunningServer();

  std::uint16_t port() const { return server_->address().port; }
  http::Server& server() { return *server_; }
  void stop();
  std::vector<std::string> reports();

 private:
  http::ServerOptions reporting(http::ServerOptions options);

  std::mutex mutex_;
  std::vector<std::string> reports_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

}  // namespace pilah::tests
