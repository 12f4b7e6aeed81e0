// The webhooks of a region: addresses outside that are told what happens there.
//
// For whoever administers the region. The secret is told once, when the webhook is made;
// no list, log, history or later answer has it. Who takes over makes a new webhook.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "pilah/catalogue/webhook.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Writer;
}

namespace pilah::registry {

inline constexpr std::size_t kMostWebhooks = 10;  // of a region

/// What webhooks can be told of: all but what is between two accounts.
const std::vector<catalogue::HappeningKind>& webhook_kinds();

struct NewWebhook {
  std::string address;
  std::vector<catalogue::HappeningKind> kinds;  ///< at least one of webhook_kinds()
};

struct MadeWebhook {
  catalogue::Webhook webhook;
  std::string secret;  ///< told here alone
};

/// Throws Refusal(kInvalid) for an address or kind that cannot be, Refusal(kConflict) when
/// the region has its most, or one with that address.
MadeWebhook add_webhook(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, const NewWebhook& wanted);

struct WebhookStanding {
  catalogue::Webhook webhook;
  std::int32_t failures = 0;  ///< attempts in a row that failed
  std::int64_t due = 0;       ///< of the next attempt, while there are failures
};

/// By id, which is by time.
std::vector<WebhookStanding> webhooks(const Environment& environment, const Caller& caller,
                                      const catalogue::RegionCode& region);

/// What was not delivered yet never will be. Throws Refusal(kNotFound).
void remove_webhook(const Environment& environment, const Caller& caller,
                    const catalogue::RegionCode& region, const catalogue::WebhookId& id);

/// A delivery, and of what.
struct ListedDelivery {
  catalogue::Delivery delivery;
  catalogue::Happening happening;
};

struct DeliveryPage {
  std::vector<ListedDelivery> deliveries;  ///< the newest first
  std::int64_t next = 0;                   ///< where the next page goes on; 0: it was the last
};

/// `limit`: 1 to 200. Throws Refusal(kNotFound).
DeliveryPage deliveries(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, const catalogue::WebhookId& id,
                        std::int64_t before = std::numeric_limits<std::int64_t>::max(),
                        std::size_t limit = 50);

/// Puts one that was delivered or given up into the queue again, with all its attempts, and
/// lets the webhook try at once. Throws Refusal(kNotFound).
ListedDelivery send_again(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region, const catalogue::WebhookId& id,
                          std::int64_t number);

/// Within the write that makes it happen: puts happening `number` into the queue of each
/// webhook that is to be told of it.
void queue_for_webhooks(store::Writer& writer, const catalogue::RegionCode& region,
                        std::int64_t number);

/// Drops deliveries that ended longer than 30 days ago. A serving host does so every hour.
void drop_old_deliveries(const Environment& environment, const catalogue::RegionCode& region);

}  // namespace pilah::registry
