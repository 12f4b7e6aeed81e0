#include "pilah/http/operation/front_gauges.hpp"

namespace pilah::http {

std::vector<Gauge> gauges_of(const FrontLoad& load) {
  const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
  const auto waiting = [&](Lane lane) {
    return number(load.workers.waiting[static_cast<std::size_t>(lane)]);
  };
  return {{"pilah_http_connections", "Open connections.", {{{}, number(load.connections)}}},
          {"pilah_http_held_bytes",
           "Bytes of requests and responses under way.",
           {{{}, number(load.held)}}},
          {"pilah_http_waiting",
           "Requests that wait for a worker.",
           {{{{"lane", "quick"}}, waiting(Lane::kQuick)},
            {{{"lane", "long"}}, waiting(Lane::kLong)},
            {{{"lane", "password"}}, waiting(Lane::kPassword)},
            {{{"lane", "change"}}, waiting(Lane::kChange)}}},
          {"pilah_http_running",
           "Requests that are being answered.",
           {{{}, number(load.workers.running)}}}};
}

}  // namespace pilah::http
