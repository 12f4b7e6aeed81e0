#include "pilah/main/webhook_couriers.hpp"

#include <chrono>
#include <exception>
#include <string>
#include <utility>

namespace pilah::host {
namespace {

constexpr int kThreads = 4;
constexpr std::chrono::milliseconds kPause{1'000};
constexpr std::chrono::milliseconds kPauseAfterFailure{5'000};

}  // namespace

WebhookCouriers::WebhookCouriers(const registry::Environment& environment, ServiceLog& log,
                                 http::SendingOptions options)
    : options_(std::move(options)),
      courier_(environment,
               [this](const registry::Telling& telling) {
                 return http::send_telling(telling, options_);
               }),
      log_(log) {
  options_.stopped = [this] { return stopping_.load(); };
  for (int i = 0; i < kThreads; ++i) threads_.emplace_back([this] { run(); });
}

WebhookCouriers::~WebhookCouriers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void WebhookCouriers::run() {
  while (!stopping_) {
    auto pause = kPause;
    try {
      if (courier_.work()) continue;
    } catch (const http::SendingStopped&) {
      return;
    } catch (const std::exception& failure) {
      log_.error(std::string("webhooks cannot be told: ") + failure.what());
      pause = kPauseAfterFailure;
    }
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, pause, [this] { return stopping_.load(); });
  }
}

}  // namespace pilah::host
