// Routes that need no catalogue, for tests of the server itself.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <memory>

#include "pilah/http/route_table.hpp"

namespace pilah::tests {

/// Holds requests to /wait and /long until it is opened.
struct Gate {
  std::promise<void> opening;
  std::shared_future<void> opened = opening.get_future().share();
  std::atomic<int> waiting{0};
  std::atomic<int> streams{0};  ///< of /quiet, that are open

  /// Returns once `count` requests wait.
  void wait_for(int count) const {
    for (int seen = waiting; seen < count; seen = waiting) waiting.wait(seen);
  }
};

/// GET /ping, GET /large/{size}, POST /echo, GET /throw,
/// GET /pieces/{count}, /quiet and /breaks, which stream their bodies,
/// GET /wait (quick lane) and GET /long (long lane), which stop at the gate.
std::unique_ptr<http::RouteTable> tiny_routes(Gate& gate);

}  // namespace pilah::tests
