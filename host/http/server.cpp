#include "pilah/http/server.hpp"

#include <atomic>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/http/library/request_engine.hpp"

namespace pilah::http {
namespace {

std::string_view without_query(std::string_view target) {
  return target.substr(0, target.find('?'));
}

Lane lane_of(const Route* route, std::string_view method) {
  const bool reads = method == "GET" || method == "HEAD" || method == "OPTIONS";
  const Lane usual = route && !reads ? Lane::kChange : Lane::kQuick;
  return route ? route->lane.value_or(usual) : usual;
}

std::unique_ptr<Front> make_front(const RouteTable& routes, const Application& application,
                                  Listener listener, ServerOptions options,
                                  std::function<std::int64_t()> clock) {
  options.limits.framing.body = [&routes](std::string_view method, std::string_view target) {
    const Route* route = routes.peek(method, without_query(target));
    return route ? route->max_body : Route{}.max_body;
  };
  if (!options.spool_folder.empty()) {
    options.limits.framing.spool = [folder = options.spool_folder,
                                    room = std::make_shared<SpoolRoom>(options.max_spooled)] {
      return std::make_shared<BodySpool>(folder, room);
    };
  }
  // The library's object is not made for several threads: each worker has its own.
  auto engines = std::make_shared<std::vector<std::unique_ptr<RequestEngine>>>();
  for (std::size_t i = 0; i < options.pool.all_threads(); ++i) {
    engines->push_back(std::make_unique<RequestEngine>(
        [&application](Request request) { return application.answer(std::move(request)); }));
  }
  FrontWork work;
  work.answer = [engines](std::size_t worker, FramedRequest request) {
    return (*engines)[worker]->process(std::move(request));
  };
  work.lane = [&routes](const FramedRequest& request) {
    const std::string_view method = request.method();
    return lane_of(routes.peek(method, without_query(request.target())), method);
  };
  work.report = [&application](const std::string& line) { application.report(line); };
  work.refuse = [&application](const FramingRefusal& refusal) {
    return application.refusal_bytes(refusal);
  };
  return std::make_unique<Front>(std::move(listener), std::move(options.limits), options.pool,
                                 std::move(work), std::move(clock));
}

}  // namespace

Server::Server(std::unique_ptr<RouteTable> routes, const catalogue::Sentences& sentences,
               std::function<std::int64_t()> steady_milliseconds, ServerOptions options)
    : routes_(std::move(routes)) {
  Listener listener(options.address);
  Conduct conduct = std::move(options.conduct);
  if (!conduct.steady_microseconds) {
    conduct.steady_microseconds = [clock = steady_milliseconds] { return clock() * 1000; };
  }
  if (!conduct.new_request_id) {
    conduct.new_request_id = [number = std::make_shared<std::atomic<std::uint64_t>>(0)] {
      return std::to_string(++*number);
    };
  }
  application_ = std::make_unique<Application>(*routes_, sentences, listener.address().port,
                                               std::move(conduct));
  front_ = make_front(*routes_, *application_, std::move(listener), std::move(options),
                      std::move(steady_milliseconds));
}

Server::~Server() = default;

const ListenAddress& Server::address() const { return front_->address(); }

void Server::run() { front_->run(); }

void Server::stop() noexcept { front_->stop(); }

}  // namespace pilah::http
