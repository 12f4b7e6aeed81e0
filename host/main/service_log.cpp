#include "pilah/main/service_log.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include <boost/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace pilah::host {
namespace {

/// "2026-01-31T04:05:06.789Z".
std::string now_text() {
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
  const std::time_t seconds = static_cast<std::time_t>(since / 1000);
  std::tm calendar{};
  ::gmtime_r(&seconds, &calendar);
  std::array<char, 32> text{};
  const auto written = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &calendar);
  std::snprintf(text.data() + written, text.size() - written, ".%03dZ",
                static_cast<int>(since % 1000));
  return text.data();
}

}  // namespace

ServiceLog::ServiceLog()
    : log_(std::make_shared<spdlog::logger>("pilah",
                                            std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
  log_->set_pattern("%v");
}

ServiceLog::~ServiceLog() = default;

void ServiceLog::request(const http::RequestRecord& record) {
  log_->info("{}", http::log_line(record, now_text()));
}

void ServiceLog::error(const std::string& message) {
  log_->error("{}", boost::json::serialize(boost::json::object{
                        {"time", now_text()}, {"level", "error"}, {"message", message}}));
}

}  // namespace pilah::host
