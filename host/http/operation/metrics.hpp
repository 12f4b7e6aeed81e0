// What Prometheus reads: numbers of requests by route and status, how long they took,
// and whatever gauges the host adds, in the text format 0.0.4.
//
// The format is a page of rules; prometheus-cpp would be a library for it, its pull
// server not wanted. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/http/operation/request_record.hpp"

namespace pilah::http {

/// One line of a gauge: its labels, e.g. {{"region", "13.11"}}, and its value.
struct GaugeValue {
  std::vector<std::pair<std::string, std::string>> labels = {};
  std::int64_t value = 0;
};

struct Gauge {
  std::string name;  ///< e.g. "pilah_revision"
  std::string help;
  std::vector<GaugeValue> values;
};

class Metrics {
 public:
  using Gauges = std::function<std::vector<Gauge>()>;

  void count(const RequestRecord& record);
  /// Asked whenever somebody reads; before the server runs.
  void add_gauges(Gauges gauges) { gauges_.push_back(std::move(gauges)); }

  std::string text() const;

 private:
  /// Upper bounds in microseconds; behind the last: without bound.
  static constexpr std::array<std::int64_t, 10> kBounds{
      1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 1'000'000, 10'000'000};
  struct Latency {
    std::array<std::uint64_t, kBounds.size() + 1> buckets{};
    std::uint64_t microseconds = 0;
  };
  struct OfRoute {
    std::map<std::pair<std::string, int>, std::uint64_t> requests;  // by method and status
    Latency latency;
  };

  mutable std::mutex mutex_;
  std::map<std::string, OfRoute, std::less<>> routes_;
  std::vector<Gauges> gauges_;
};

}  // namespace pilah::http
