#include "pilah/store/webhooks.hpp"

#include <limits>

#include "backend.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

using catalogue::Delivery;
using catalogue::DeliveryState;
using catalogue::HappeningKind;
using catalogue::WebhookId;
using store::WebhookRow;

constexpr auto kEnd = std::numeric_limits<std::int64_t>::max();

WebhookRow row(std::uint64_t number, const char* region = "13.11") {
  return {{id<WebhookId>(number),
           code(region),
           "https://dasbor.example/" + std::to_string(number),
           {HappeningKind::kVerified, HappeningKind::kReturned},
           "siti",
           1'000},
          "whsec_" + std::to_string(number),
          0,
          0};
}

Delivery delivery(std::uint64_t webhook, std::int64_t number,
                  DeliveryState state = DeliveryState::kWaiting) {
  return {id<WebhookId>(webhook), number, state, 2, 5'000, 6'000, "webhook.answered", 503};
}

TEST_CASE("Webhooks, their secrets and their queues stay over a restart") {
  const auto backend = make_backend();
  {
    const auto store = backend->open();
    put_regions(*store);
    store->write(kActor, [](store::Writer& writer) {
      auto& webhooks = writer.webhooks();
      webhooks.put_webhook(row(2));
      webhooks.put_webhook(row(1));
      webhooks.put_webhook(row(3, "51.08"));
      webhooks.put_delivery(delivery(1, 8));
      webhooks.put_delivery(delivery(1, 7));
    });
  }
  const auto store = backend->open();
  store->read([](store::Reader& reader) {
    auto& webhooks = reader.webhooks();
    const auto of_region = webhooks.webhooks(code("13.11"));
    REQUIRE(of_region.size() == 2);
    CHECK(of_region[0].webhook == row(1).webhook);
    CHECK(of_region[1].webhook == row(2).webhook);
    CHECK(webhooks.webhook(id<WebhookId>(3))->secret == "whsec_3");
    CHECK_FALSE(webhooks.webhook(id<WebhookId>(4)));
    CHECK(webhooks.first_waiting(id<WebhookId>(1)) == delivery(1, 7));
    CHECK_FALSE(webhooks.first_waiting(id<WebhookId>(2)));
    CHECK(webhooks.delivery(id<WebhookId>(1), 8) == delivery(1, 8));
    CHECK_FALSE(webhooks.delivery(id<WebhookId>(2), 8));
    CHECK(webhooks.deliveries(id<WebhookId>(1), kEnd, 10) ==
          std::vector{delivery(1, 8), delivery(1, 7)});
    CHECK(webhooks.deliveries(id<WebhookId>(1), 8, 10) == std::vector{delivery(1, 7)});
    CHECK(webhooks.deliveries(id<WebhookId>(1), kEnd, 1) == std::vector{delivery(1, 8)});
  });
}

TEST_CASE("Due are those for whom something waits, who has waited longest first") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    auto& webhooks = writer.webhooks();
    for (std::uint64_t number = 1; number <= 4; ++number) {
      auto one = row(number);
      one.due = std::int64_t{500} - static_cast<std::int64_t>(number) * 100;
      webhooks.put_webhook(one);
    }
    webhooks.put_delivery(delivery(1, 1));
    webhooks.put_delivery(delivery(2, 1));
    webhooks.put_delivery(delivery(3, 1, DeliveryState::kGivenUp));
    webhooks.put_delivery(delivery(4, 1));
    webhooks.put_delivery(delivery(4, 1, DeliveryState::kDelivered));
    webhooks.put_delivery(delivery(4, 2));
  });
  const auto due = [&](std::int64_t now) {
    std::vector<WebhookId> all;
    store->read([&](store::Reader& reader) { all = reader.webhooks().due_webhooks(now); });
    return all;
  };
  CHECK(due(99).empty());
  CHECK(due(300) == std::vector{id<WebhookId>(4), id<WebhookId>(2)});
  CHECK(due(400) == std::vector{id<WebhookId>(4), id<WebhookId>(2), id<WebhookId>(1)});
}

TEST_CASE("A webhook is dropped with its deliveries, old ones are dropped unless they wait") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    auto& webhooks = writer.webhooks();
    for (const std::uint64_t number : {1U, 2U}) {
      webhooks.put_webhook(row(number));
      webhooks.put_delivery(delivery(number, 1, DeliveryState::kDelivered));
      webhooks.put_delivery(delivery(number, 2, DeliveryState::kGivenUp));
      webhooks.put_delivery(delivery(number, 3));
    }
    webhooks.drop_webhook(id<WebhookId>(2));
    webhooks.drop_deliveries(code("51.08"), kEnd);  // of another region
    webhooks.drop_deliveries(code("13.11"), 6'000);
    CHECK(webhooks.deliveries(id<WebhookId>(1), kEnd, 10).size() == 3);
    webhooks.drop_deliveries(code("13.11"), 6'001);
  });
  store->read([](store::Reader& reader) {
    CHECK(reader.webhooks().deliveries(id<WebhookId>(1), kEnd, 10) == std::vector{delivery(1, 3)});
    CHECK_FALSE(reader.webhooks().webhook(id<WebhookId>(2)));
    CHECK(reader.webhooks().deliveries(id<WebhookId>(2), kEnd, 10).empty());
  });
}

}  // namespace
}  // namespace pilah::tests
