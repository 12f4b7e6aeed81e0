#include "contract/http/running_server.hpp"

#include <chrono>
#include <utility>

#include "support/registry_data.hpp"

namespace pilah::tests {

std::int64_t steady_milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

const catalogue::Sentences& all_sentences() {
  static const catalogue::Sentences kSentences = [] {
    catalogue::Sentences sentences;
    for (const auto& file : message_files()) sentences.add(file);
    return sentences;
  }();
  return kSentences;
}

http::ServerOptions RunningServer::reporting(http::ServerOptions options) {
  options.conduct.report = [this](const std::string& line) {
    const std::lock_guard lock(mutex_);
    reports_.push_back(line);
  };
  return options;
}

RunningServer::RunningServer(std::unique_ptr<http::RouteTable> routes, http::ServerOptions options)
    : server_(std::make_unique<http::Server>(std::move(routes), all_sentences(),
                                             steady_milliseconds, reporting(std::move(options)))),
      thread_([this] { server_->run(); }) {}

void RunningServer::stop() {
  server_->stop();
  if (thread_.joinable()) thread_.join();
}

RunningServer::~RunningServer() { stop(); }

std::vector<std::string> RunningServer::reports() {
  const std::lock_guard lock(mutex_);
  return reports_;
}

}  // namespace pilah::tests
