// Sending what waits for webhooks.
//
// What happens is put into the queues by the change itself (webhooks.hpp). A Courier takes
// it out: the deliveries of one webhook one after another, in the order of what happened,
// those of several webhooks beside one another. A delivery is made at least once: when the
// host ends between an answer and its note, the receiver gets it again, under the same id.
//
// After a failed attempt the webhook rests: 10 seconds, twice that after each further
// failure in a row, an hour at most. A delivery is given up after 12 attempts, or when it
// has waited for three days; then the next one has its turn.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "pilah/catalogue/webhook.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::int32_t kMostAttempts = 12;
inline constexpr std::int64_t kFirstRest = 10'000;                // milliseconds
inline constexpr std::int64_t kLongestRest = 3'600'000;           // milliseconds
inline constexpr std::int64_t kLongestWait = 3 * 24 * 3'600'000;  // milliseconds

/// One request to a receiver.
struct Telling {
  std::string address;
  std::string id;              ///< the same however often it is sent
  std::int64_t timestamp = 0;  ///< seconds since 1970
  std::string signature;
  std::string body;  ///< JSON
};

/// How a receiver took it.
struct Receipt {
  std::int32_t status = 0;  ///< of HTTP; 0: none came
  std::string failure;      ///< "webhook.timed_out", ...; empty: the receiver has it
};

/// Sends it, within bounded time. What it throws leaves the delivery as it was: it is sent
/// again.
using Send = std::function<Receipt(const Telling&)>;

/// How long a webhook rests after so many failures in a row.
std::int64_t rest_after(std::int32_t failures);

/// Any number of threads may call work() of one object.
class Courier {
 public:
  /// `environment` must outlive it.
  Courier(const Environment& environment, Send send)
      : environment_(environment), send_(std::move(send)) {}

  /// Makes one attempt that is due, of a webhook that no other thread is at; false: there
  /// is none. Throws what the store or `send` throws: what was sent then is sent again.
  bool work();

 private:
  std::optional<catalogue::WebhookId> take_due();
  void attempt(const catalogue::WebhookId& webhook);

  const Environment& environment_;
  const Send send_;
  std::mutex mutex_;
  std::set<catalogue::WebhookId> busy_;
};

}  // namespace pilah::registry
