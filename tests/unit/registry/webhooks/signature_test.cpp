#include "pilah/registry/webhooks/signature.hpp"

#include <stdexcept>

#include "support/catch.hpp"

namespace pilah::registry::tests {

// As the convention's own libraries hold it; docs/dashboard.md checks the same by openssl.
TEST_CASE("A signature is that of the Standard Webhooks convention") {
  CHECK(signature_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                     1614265330, R"({"test": 2432232314})") ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("Another body, time, id or secret has another signature") {
  const std::string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const auto usual = signature_of(secret, "13.11-1", 1, "{}");
  CHECK(signature_of(secret, "13.11-1", 1, "{ }") != usual);
  CHECK(signature_of(secret, "13.11-1", 2, "{}") != usual);
  CHECK(signature_of(secret, "13.11-2", 1, "{}") != usual);
  CHECK(signature_of("whsec_AAAA", "13.11-1", 1, "{}") != usual);
}

TEST_CASE("What is no secret signs nothing") {
  for (const char* secret : {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!"}) {
    CAPTURE(secret);
    CHECK_THROWS_AS(signature_of(secret, "1", 1, "{}"), std::invalid_argument);
  }
}

}  // namespace pilah::registry::tests
