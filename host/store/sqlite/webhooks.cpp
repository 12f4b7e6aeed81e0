#include "pilah/store/sqlite/webhooks.hpp"

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/store/sqlite/columns.hpp"

namespace pilah::store::sqlite {

using catalogue::Delivery;
using catalogue::DeliveryState;
using catalogue::RegionCode;
using catalogue::Webhook;
using catalogue::WebhookId;

namespace {

/// Of a row that begins with document, secret, failures, due.
WebhookRow row_of(Statement& row) {
  return {catalogue::from_json<Webhook>(catalogue::parse_json(row.text(0))),
          std::string(row.text(1)), static_cast<std::int32_t>(row.integer(2)), row.integer(3)};
}

/// Of a row with number, state, attempts, since, tried, failure, status.
Delivery delivery_of(const WebhookId& webhook, Statement& row) {
  return {webhook,
          row.integer(0),
          static_cast<DeliveryState>(row.integer(1)),
          static_cast<std::int32_t>(row.integer(2)),
          row.integer(3),
          row.integer(4),
          std::string(row.text(5)),
          static_cast<std::int32_t>(row.integer(6))};
}

}  // namespace

std::optional<WebhookRow> SqliteWebhooks::webhook(const WebhookId& id) {
  Statement row =
      database_.prepare("SELECT document, secret, failures, due FROM webhook WHERE id = ?");
  if (!row.bind(1, id.uuid.bytes).step()) return std::nullopt;
  return row_of(row);
}

std::vector<WebhookRow> SqliteWebhooks::webhooks(const RegionCode& region) {
  std::vector<WebhookRow> all;
  Statement row = database_.prepare(
      "SELECT document, secret, failures, due FROM webhook WHERE region = ? ORDER BY id");
  row.bind(1, std::string_view(region.text()));
  while (row.step()) all.push_back(row_of(row));
  return all;
}

std::vector<WebhookId> SqliteWebhooks::due_webhooks(std::int64_t now) {
  std::vector<WebhookId> all;
  Statement row = database_.prepare(
      "SELECT id FROM webhook WHERE due <= ? AND EXISTS (SELECT 1 FROM webhook_delivery "
      "WHERE webhook = webhook.id AND state = 0) ORDER BY due, id");
  row.bind(1, now);
  while (row.step()) all.push_back(WebhookId{uuid_of(row.blob(0))});
  return all;
}

std::optional<Delivery> SqliteWebhooks::first_waiting(const WebhookId& id) {
  Statement row = database_.prepare(
      "SELECT number, state, attempts, since, tried, failure, status FROM webhook_delivery "
      "WHERE webhook = ? AND state = 0 ORDER BY number LIMIT 1");
  if (!row.bind(1, id.uuid.bytes).step()) return std::nullopt;
  return delivery_of(id, row);
}

std::optional<Delivery> SqliteWebhooks::delivery(const WebhookId& id, std::int64_t number) {
  Statement row = database_.prepare(
      "SELECT number, state, attempts, since, tried, failure, status FROM webhook_delivery "
      "WHERE webhook = ? AND number = ?");
  if (!row.bind(1, id.uuid.bytes).bind(2, number).step()) return std::nullopt;
  return delivery_of(id, row);
}

std::vector<Delivery> SqliteWebhooks::deliveries(const WebhookId& id, std::int64_t before,
                                                 std::size_t limit) {
  std::vector<Delivery> all;
  Statement row = database_.prepare(
      "SELECT number, state, attempts, since, tried, failure, status FROM webhook_delivery "
      "WHERE webhook = ? AND number < ? ORDER BY number DESC LIMIT ?");
  row.bind(1, id.uuid.bytes).bind(2, before).bind(3, static_cast<std::int64_t>(limit));
  while (row.step()) all.push_back(delivery_of(id, row));
  return all;
}

void SqliteWebhooks::put_webhook(const WebhookRow& row) {
  Statement put = database_.prepare(
      "INSERT INTO webhook (id, region, document, secret, failures, due) VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (id) DO UPDATE SET document = excluded.document, secret = excluded.secret, "
      "failures = excluded.failures, due = excluded.due");
  const std::string document = boost::json::serialize(catalogue::to_json(row.webhook));
  put.bind(1, row.webhook.id.uuid.bytes).bind(2, std::string_view(row.webhook.region.text()));
  put.bind(3, std::string_view(document)).bind(4, std::string_view(row.secret));
  put.bind(5, std::int64_t{row.failures}).bind(6, row.due).run();
}

void SqliteWebhooks::drop_webhook(const WebhookId& id) {
  for (const char* sql :
       {"DELETE FROM webhook_delivery WHERE webhook = ?", "DELETE FROM webhook WHERE id = ?"}) {
    database_.prepare(sql).bind(1, id.uuid.bytes).run();
  }
}

void SqliteWebhooks::put_delivery(const Delivery& delivery) {
  Statement put = database_.prepare(
      "INSERT INTO webhook_delivery "
      "(webhook, number, state, attempts, since, tried, failure, status) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (webhook, number) DO UPDATE SET "
      "state = excluded.state, attempts = excluded.attempts, since = excluded.since, "
      "tried = excluded.tried, failure = excluded.failure, status = excluded.status");
  put.bind(1, delivery.webhook.uuid.bytes).bind(2, delivery.number);
  put.bind(3, static_cast<std::int64_t>(delivery.state)).bind(4, std::int64_t{delivery.attempts});
  put.bind(5, delivery.since).bind(6, delivery.tried);
  put.bind(7, std::string_view(delivery.failure)).bind(8, std::int64_t{delivery.status}).run();
}

void SqliteWebhooks::drop_deliveries(const RegionCode& region, std::int64_t at) {
  Statement drop = database_.prepare(
      "DELETE FROM webhook_delivery WHERE state <> 0 AND tried < ? AND webhook IN "
      "(SELECT id FROM webhook WHERE region = ?)");
  drop.bind(1, at).bind(2, std::string_view(region.text())).run();
}

}  // namespace pilah::store::sqlite
