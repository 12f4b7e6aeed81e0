#include "pilah/http/operation/rate_limiter.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace pilah::http {
namespace {

/// The first 64 bits of an IPv6 address; any other text as it is.
std::string network_of(std::string_view address) {
  std::string text(address);
  in6_addr six{};
  if (::inet_pton(AF_INET6, text.c_str(), &six) != 1) return text;
  std::memset(&six.s6_addr[8], 0, 8);
  std::array<char, INET6_ADDRSTRLEN> written{};
  ::inet_ntop(AF_INET6, &six, written.data(), written.size());
  return written.data();
}

}  // namespace

std::int64_t RateLimiter::take(std::string_view limit, std::string_view address, const Rate& rate) {
  Key key = std::string(limit) + ' ' + network_of(address);
  const std::lock_guard lock(mutex_);
  const std::int64_t now = clock_();
  const auto found = free_at_.find(key);
  const std::int64_t free_at = found == free_at_.end() ? now : std::max(found->second, now);
  const std::int64_t ahead = (rate.burst - 1) * rate.milliseconds;
  if (free_at - now > ahead) return free_at - now - ahead;
  if (found != free_at_.end()) {
    by_free_at_.erase({found->second, key});
  } else if (free_at_.size() >= most_) {
    forget(now);
  }
  free_at_[key] = free_at + rate.milliseconds;
  by_free_at_.emplace(free_at + rate.milliseconds, std::move(key));
  return 0;
}

/// All that are as if they had never come; at least one.
void RateLimiter::forget(std::int64_t now) {
  do {
    free_at_.erase(by_free_at_.begin()->second);
    by_free_at_.erase(by_free_at_.begin());
  } while (!by_free_at_.empty() && by_free_at_.begin()->first <= now);
}

}  // namespace pilah::http
