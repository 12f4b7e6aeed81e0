#include "pilah/http/operation/rate_limiter.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace pilah::http;

namespace {

struct Limited {
  std::int64_t now = 1'000'000;
  RateLimiter limiter;

  explicit Limited(std::size_t most = 100) : limiter([this] { return now; }, most) {}
  std::int64_t take(std::string_view address, std::string_view limit = "login") {
    return limiter.take(limit, address, {3, 1000});
  }
};

}  // namespace

TEST_CASE("A burst goes through, then one each interval, and the refusal says when") {
  Limited limited;
  for (int i = 0; i < 3; ++i) CHECK(limited.take("192.0.2.7") == 0);
  CHECK(limited.take("192.0.2.7") == 1000);
  limited.now += 400;
  CHECK(limited.take("192.0.2.7") == 600);  // asking too early costs nothing
  limited.now += 600;
  CHECK(limited.take("192.0.2.7") == 0);
  CHECK(limited.take("192.0.2.7") == 1000);
  limited.now += 60'000;
  for (int i = 0; i < 3; ++i) CHECK(limited.take("192.0.2.7") == 0);
  CHECK(limited.take("192.0.2.7") == 1000);
}

TEST_CASE("Clients and limits are counted apart") {
  Limited limited;
  for (int i = 0; i < 3; ++i) CHECK(limited.take("192.0.2.7") == 0);
  CHECK(limited.take("192.0.2.7") != 0);
  CHECK(limited.take("192.0.2.8") == 0);
  CHECK(limited.take("192.0.2.7", "proposal") == 0);
}

TEST_CASE("All addresses of one IPv6 network are one client") {
  Limited limited;
  for (const char* address : {"2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3"}) {
    CHECK(limited.take(address) == 0);
  }
  CHECK(limited.take("2001:db8::4") != 0);
  CHECK(limited.take("2001:db8:0:1::1") == 0);
}

TEST_CASE("Its memory is bounded: many addresses cannot fill it, nor free the one that asks most") {
  Limited limited(100);
  for (int i = 0; i < 3; ++i) limited.take("192.0.2.7");
  for (int i = 0; i < 10'000; ++i) {
    limited.take("198.51.100." + std::to_string(i));
    // Whoever has used up his burst is free last of all.
    CHECK(limited.take("192.0.2.7") != 0);
  }
}
