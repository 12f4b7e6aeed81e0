#include "pilah/http/operation/metrics.hpp"

#include <algorithm>

namespace pilah::http {
namespace {

/// As a label's value is written: nothing may end it early.
std::string escaped(std::string_view text) {
  std::string written;
  for (const char c : text) {
    if (c == '\\' || c == '"') written += '\\';
    written += c == '\n' ? ' ' : c;
  }
  return written;
}

std::string labelled(const std::vector<std::pair<std::string, std::string>>& labels) {
  std::string text;
  for (const auto& [name, value] : labels) {
    text += (text.empty() ? "{" : ",") + name + "=\"" + escaped(value) + '"';
  }
  return text.empty() ? text : text + '}';
}

void head(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  text.append("# HELP ").append(name).append(" ").append(help);
  text.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

/// Seconds with six decimals, whatever the language of the process.
std::string seconds(std::uint64_t microseconds) {
  std::string fraction = std::to_string(microseconds % 1'000'000);
  return std::to_string(microseconds / 1'000'000) + '.' + std::string(6 - fraction.size(), '0') +
         fraction;
}

}  // namespace

void Metrics::count(const RequestRecord& record) {
  const auto bucket = static_cast<std::size_t>(
      std::lower_bound(kBounds.begin(), kBounds.end(), record.microseconds) - kBounds.begin());
  const std::lock_guard lock(mutex_);
  auto found = routes_.find(record.route);
  if (found == routes_.end()) found = routes_.emplace(record.route, OfRoute{}).first;
  auto& [requests, latency] = found->second;
  ++requests[{std::string(record.method), record.status}];
  ++latency.buckets[bucket];
  latency.microseconds += static_cast<std::uint64_t>(record.microseconds);
}

std::string Metrics::text() const {
  std::string text;
  {
    const std::lock_guard lock(mutex_);
    head(text, "pilah_http_requests_total", "counter", "Answered requests.");
    for (const auto& [route, counted] : routes_) {
      for (const auto& [key, number] : counted.requests) {
        text +=
            "pilah_http_requests_total" +
            labelled(
                {{"route", route}, {"method", key.first}, {"status", std::to_string(key.second)}}) +
            ' ' + std::to_string(number) + '\n';
      }
    }
    head(text, "pilah_http_request_seconds", "histogram", "Time from request to response.");
    for (const auto& [route, counted] : routes_) {
      const auto& latency = counted.latency;
      std::uint64_t sum = 0;
      for (std::size_t i = 0; i < latency.buckets.size(); ++i) {
        sum += latency.buckets[i];
        const std::string bound =
            i < kBounds.size() ? seconds(static_cast<std::uint64_t>(kBounds[i])) : "+Inf";
        text += "pilah_http_request_seconds_bucket" + labelled({{"route", route}, {"le", bound}}) +
                ' ' + std::to_string(sum) + '\n';
      }
      text += "pilah_http_request_seconds_sum" + labelled({{"route", route}}) + ' ' +
              seconds(latency.microseconds) + '\n';
      text += "pilah_http_request_seconds_count" + labelled({{"route", route}}) + ' ' +
              std::to_string(sum) + '\n';
    }
  }
  for (const auto& source : gauges_) {
    for (const auto& gauge : source()) {
      head(text, gauge.name, "gauge", gauge.help);
      for (const auto& [labels, value] : gauge.values) {
        text += gauge.name + labelled(labels) + ' ' + std::to_string(value) + '\n';
      }
    }
  }
  return text;
}

}  // namespace pilah::http
