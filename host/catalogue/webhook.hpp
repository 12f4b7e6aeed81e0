// An address outside that is told what happens in a region, and how each telling went.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/happening.hpp"
#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

using WebhookId = Id<struct Webhook>;

/// Its secret lies apart: what is handed on of a webhook cannot hold it.
struct Webhook {
  WebhookId id;
  RegionCode region;
  std::string address;               ///< https://...
  std::vector<HappeningKind> kinds;  ///< that it is told of
  std::string made_by;               ///< whom history names
  std::int64_t made = 0;             ///< milliseconds since 1970

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("address", self.address);
    visit("kinds", self.kinds);
    visit("made_by", self.made_by);
    visit("made", self.made);
  }
  friend bool operator==(const Webhook&, const Webhook&) = default;
};

/// The numbers are written into databases: append, never renumber.
enum class DeliveryState : std::int32_t {
  kWaiting,    ///< for its turn, or for its next attempt
  kDelivered,  ///< its receiver has said so
  kGivenUp,    ///< after so many attempts, or so long
};

/// The telling of one happening to one webhook.
struct Delivery {
  WebhookId webhook;
  std::int64_t number = 0;  ///< the happening's
  DeliveryState state = DeliveryState::kWaiting;
  std::int32_t attempts = 0;
  std::int64_t since = 0;  ///< that it waits, ms since 1970; anew when it is sent again
  std::int64_t tried = 0;  ///< when it was last tried; 0: not yet
  /// How the last attempt ended: "webhook.timed_out", ...; empty: well, or there was none.
  std::string failure;
  std::int32_t status = 0;  ///< of HTTP, as the receiver last answered; 0: it did not

  friend bool operator==(const Delivery&, const Delivery&) = default;
};

}  // namespace pilah::catalogue
