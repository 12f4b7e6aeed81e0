// The threads that send what waits for webhooks.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "pilah/http/outgoing/send_telling.hpp"
#include "pilah/main/service_log.hpp"
#include "pilah/registry/webhooks/delivery.hpp"

namespace pilah::host {

/// Four: so many receivers can keep silent at once, ten seconds each, before others wait,
/// and after that they rest. No request waits for any of them.
class WebhookCouriers {
 public:
  WebhookCouriers(const registry::Environment& environment, ServiceLog& log,
                  http::SendingOptions options);
  /// Breaks off what is being sent, within about a second: it is sent again later.
  ~WebhookCouriers();
  WebhookCouriers(const WebhookCouriers&) = delete;
  WebhookCouriers& operator=(const WebhookCouriers&) = delete;

 private:
  void run();

  http::SendingOptions options_;
  registry::Courier courier_;
  ServiceLog& log_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> threads_;
};

}  // namespace pilah::host
