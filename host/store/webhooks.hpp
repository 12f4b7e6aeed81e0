// Webhooks in the store, with their secrets and the queue of each.
//
// A delivery is put into the queue by the change that it tells of: neither is stored
// without the other. Beside the catalogue: no revision, no history, and no secret in either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/webhook.hpp"

namespace pilah::store {

struct WebhookRow {
  catalogue::Webhook webhook;
  std::string secret;         ///< what its receiver checks signatures with
  std::int32_t failures = 0;  ///< attempts in a row that failed
  std::int64_t due = 0;       ///< when the next attempt may be made, ms since 1970
};

class WebhookReader {
 public:
  virtual ~WebhookReader() = default;

  virtual std::optional<WebhookRow> webhook(const catalogue::WebhookId& id) = 0;
  /// Of the region, by id.
  virtual std::vector<WebhookRow> webhooks(const catalogue::RegionCode& region) = 0;
  /// Of the host: those of which a delivery waits, and whose next attempt is due at `now`.
  virtual std::vector<catalogue::WebhookId> due_webhooks(std::int64_t now) = 0;
  /// The one that is sent next: with the lowest number.
  virtual std::optional<catalogue::Delivery> first_waiting(const catalogue::WebhookId& id) = 0;
  virtual std::optional<catalogue::Delivery> delivery(const catalogue::WebhookId& id,
                                                      std::int64_t number) = 0;
  /// With numbers below `before`, the newest first, `limit` at most.
  virtual std::vector<catalogue::Delivery> deliveries(const catalogue::WebhookId& id,
                                                      std::int64_t before, std::size_t limit) = 0;
};

class WebhookWriter : public WebhookReader {
 public:
  /// Adds or replaces.
  virtual void put_webhook(const WebhookRow& row) = 0;
  /// With all its deliveries.
  virtual void drop_webhook(const catalogue::WebhookId& id) = 0;
  /// Adds or replaces. Requires: the webhook is there.
  virtual void put_delivery(const catalogue::Delivery& delivery) = 0;
  /// Those of the region that do not wait and were last tried before `at`.
  virtual void drop_deliveries(const catalogue::RegionCode& region, std::int64_t at) = 0;
};

}  // namespace pilah::store
