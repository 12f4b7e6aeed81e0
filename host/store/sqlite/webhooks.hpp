// Webhooks in the catalogue's database, in tables of their own.
#pragma once

#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/webhooks.hpp"

namespace pilah::store::sqlite {

/// Within a transaction of `database`, for the thread that has it.
class SqliteWebhooks : public WebhookWriter {
 public:
  explicit SqliteWebhooks(Database& database) : database_(database) {}

  std::optional<WebhookRow> webhook(const catalogue::WebhookId& id) override;
  std::vector<WebhookRow> webhooks(const catalogue::RegionCode& region) override;
  std::vector<catalogue::WebhookId> due_webhooks(std::int64_t now) override;
  std::optional<catalogue::Delivery> first_waiting(const catalogue::WebhookId& id) override;
  std::optional<catalogue::Delivery> delivery(const catalogue::WebhookId& id,
                                              std::int64_t number) override;
  std::vector<catalogue::Delivery> deliveries(const catalogue::WebhookId& id, std::int64_t before,
                                              std::size_t limit) override;
  void put_webhook(const WebhookRow& row) override;
  void drop_webhook(const catalogue::WebhookId& id) override;
  void put_delivery(const catalogue::Delivery& delivery) override;
  void drop_deliveries(const catalogue::RegionCode& region, std::int64_t at) override;

 private:
  Database& database_;
};

}  // namespace pilah::store::sqlite
