#include "pilah/http/operation/front_gauges.hpp"

namespace pilah::http {

std::vector<Gauge> gauges_of(const FrontLoad& load) {
  const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
  return {{"pilah_http_connections", "Open connections.", {{{}, number(load.connections)}}},
          {"pilah_http_held_bytes",
           "Bytes of requests and responses under way.",
           {{{}, number(load.held)}}},
          {"pilah_http_waiting",
           "Requests that wait for a worker.",
           {{{{"lane", "quick"}}, number(load.workers.quick_waiting)},
            {{{"lane", "long"}}, number(load.workers.long_waiting)}}},
          {"pilah_http_running",
           "Requests that are being answered.",
           {{{}, number(load.workers.running)}}}};
}

}  // namespace pilah::http
