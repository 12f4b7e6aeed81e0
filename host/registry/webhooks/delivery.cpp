#include "pilah/registry/webhooks/delivery.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/registry/documents/happening.hpp"
#include "pilah/registry/webhooks/signature.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Delivery;
using catalogue::DeliveryState;
using catalogue::Happening;
using catalogue::WebhookId;

namespace {

/// What is to be sent, as the store knew it before.
struct Next {
  store::WebhookRow row;
  Delivery delivery;
  std::optional<Happening> happening;  ///< none: too old to be known
};

std::optional<Next> next_of(const Environment& environment, const WebhookId& id) {
  std::optional<Next> next;
  environment.store.read([&](store::Reader& reader) {
    next.reset();
    auto row = reader.webhooks().webhook(id);
    auto delivery = reader.webhooks().first_waiting(id);
    if (!row || !delivery) return;
    auto happening = reader.happenings().happening(row->webhook.region, delivery->number);
    next = Next{*std::move(row), *std::move(delivery), std::move(happening)};
  });
  return next;
}

Telling telling_of(const Next& next, std::int64_t now) {
  const Happening& happening = *next.happening;
  Telling telling;
  telling.address = next.row.webhook.address;
  telling.id = happening.region.text() + '-' + std::to_string(happening.number);
  telling.timestamp = now / 1000;
  auto document = happening_document(happening);
  document["id"] = telling.id;
  document["region"] = happening.region.text();
  telling.body = boost::json::serialize(document);
  telling.signature = signature_of(next.row.secret, telling.id, telling.timestamp, telling.body);
  return telling;
}

/// What the attempt makes of the delivery and its webhook.
void take_note(store::WebhookRow& row, Delivery& delivery, const Receipt& receipt,
               std::int64_t now) {
  ++delivery.attempts;
  delivery.tried = now;
  delivery.status = receipt.status;
  delivery.failure = receipt.failure;
  if (receipt.failure.empty()) {
    delivery.state = DeliveryState::kDelivered;
    row.failures = 0;
    row.due = now;  // those that have waited longer come first
    return;
  }
  if (delivery.attempts >= kMostAttempts || now - delivery.since >= kLongestWait) {
    delivery.state = DeliveryState::kGivenUp;
  }
  row.due = now + rest_after(++row.failures);
}

}  // namespace

std::int64_t rest_after(std::int32_t failures) {
  std::int64_t rest = kFirstRest;
  for (std::int32_t i = 1; i < failures && rest < kLongestRest; ++i) rest *= 2;
  return std::min(rest, kLongestRest);
}

bool Courier::work() {
  const auto webhook = take_due();
  if (!webhook) return false;
  // However the attempt ends, the webhook is free again.
  struct Release {
    Courier& courier;
    const WebhookId& webhook;
    ~Release() {
      const std::lock_guard lock(courier.mutex_);
      courier.busy_.erase(webhook);
    }
  } const release{*this, *webhook};
  attempt(*webhook);
  return true;
}

std::optional<WebhookId> Courier::take_due() {
  // Under the lock: a webhook that another thread has just finished is not taken by what
  // was read before.
  const std::lock_guard lock(mutex_);
  std::vector<WebhookId> due;
  environment_.store.read(
      [&](store::Reader& reader) { due = reader.webhooks().due_webhooks(environment_.now()); });
  for (const auto& webhook : due) {
    if (busy_.insert(webhook).second) return webhook;
  }
  return std::nullopt;
}

void Courier::attempt(const WebhookId& webhook) {
  const auto next = next_of(environment_, webhook);
  if (!next) return;
  Receipt receipt{0, "webhook.too_old"};
  if (next->happening) receipt = send_(telling_of(*next, environment_.now()));
  const std::int64_t now = environment_.now();
  environment_.store.write({"webhooks"}, [&](store::Writer& writer) {
    // It may have been removed meanwhile, or put into the queue anew.
    auto row = writer.webhooks().webhook(webhook);
    auto delivery = writer.webhooks().delivery(webhook, next->delivery.number);
    if (!row || !delivery || *delivery != next->delivery) return;
    take_note(*row, *delivery, receipt, now);
    writer.webhooks().put_delivery(*delivery);
    writer.webhooks().put_webhook(*row);
  });
}

}  // namespace pilah::registry
