// The HTTP server of one host.
//
//   ServerOptions options;
//   options.address = ListenAddress::parse("127.0.0.1:8013");
//   options.conduct.report = [&](const std::string& line) { log(line); };
//   Server server(api_routes(environment, sentences), sentences,
//                 environment.steady_milliseconds, std::move(options));  // listens from here on
//   server.run();                                                        // until stop()
//
// Threads: run() serves in the thread that calls it and makes a bounded number
// of workers (options.pool), which it joins before it returns; use cases are
// called from the workers. stop() may come from any thread or a signal handler.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/application.hpp"
#include "pilah/http/front/front.hpp"
#include "pilah/http/front/listener.hpp"
#include "pilah/http/front/worker_pool.hpp"
#include "pilah/http/route_table.hpp"

namespace pilah::http {

struct ServerOptions {
  ListenAddress address;  ///< port 0: a free one
  FrontLimits limits;     ///< limits.framing.body is set by the routes
  PoolSize pool;
  Conduct conduct;  ///< its clock and the ids of requests may be left out
  /// Where long bodies lie while they come in; empty: in memory.
  std::filesystem::path spool_folder = {};
  std::size_t max_spooled = std::size_t{1024} * 1024 * 1024;  ///< bytes of all of them
};

class Server {
 public:
  /// Listens. Throws Refusal(kUnavailable) when the port cannot be had.
  /// `sentences`, and what the routes refer to, must outlive it.
  /// `steady_milliseconds`: a clock that never goes back.
  Server(std::unique_ptr<RouteTable> routes, const catalogue::Sentences& sentences,
         std::function<std::int64_t()> steady_milliseconds, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Where it listens, with the port that was really taken.
  const ListenAddress& address() const;
  const RouteTable& routes() const { return *routes_; }
  /// How busy it is; from a handler.
  FrontLoad load() const { return front_->load(); }

  /// Serves until stop(), then finishes the requests under way. Called once.
  void run();
  void stop() noexcept;

 private:
  std::unique_ptr<RouteTable> routes_;  // at a fixed place: handlers refer to it
  std::unique_ptr<Application> application_;
  std::unique_ptr<Front> front_;
};

}  // namespace pilah::http
