// How often one client may do something: a bounded memory of who did what when.
//
// A rate lets `burst` requests through at once and then one every `milliseconds`: the
// generic cell rate algorithm (ITU-T I.371), which needs one number per client and limit.
// Clients are told apart by address, those of IPv6 by their network (/64), of which one
// customer has all addresses. Beyond `most` clients those that waited longest are
// forgotten first, so that many addresses cannot fill the memory.
//
// Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace pilah::http {

struct Rate {
  std::int64_t burst = 1;
  std::int64_t milliseconds = 1000;  ///< from one to the next, once the burst is used up
};

class RateLimiter {
 public:
  /// `steady_milliseconds`: a clock that never goes back.
  explicit RateLimiter(std::function<std::int64_t()> steady_milliseconds, std::size_t most = 20'000)
      : clock_(std::move(steady_milliseconds)), most_(most) {}

  /// 0: it may go on, and counts. Else it may not: milliseconds until it is worth trying
  /// again. `limit` names what is limited, `address` whom.
  std::int64_t take(std::string_view limit, std::string_view address, const Rate& rate);

 private:
  using Key = std::string;

  void forget(std::int64_t now);

  const std::function<std::int64_t()> clock_;
  const std::size_t most_;
  std::mutex mutex_;
  // By client and limit: when the next would be due, were there no burst.
  std::unordered_map<Key, std::int64_t> free_at_;
  std::set<std::pair<std::int64_t, Key>> by_free_at_;  // the same, earliest first
};

}  // namespace pilah::http
