#include "pilah/http/front/listener.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"

using namespace pilah::http;
using pilah::catalogue::Refusal;
using pilah::catalogue::RefusalKind;

namespace {

std::string refused(const char* text) {
  try {
    return "taken: " + ListenAddress::parse(text).text();
  } catch (const Refusal& refusal) {
    return refusal.messages().front().kind;
  }
}

}  // namespace

TEST_CASE("Loopback addresses are taken, with their port") {
  CHECK(ListenAddress::parse("127.0.0.1:8013").text() == "127.0.0.1:8013");
  CHECK(ListenAddress::parse("localhost:0").text() == "127.0.0.1:0");
  CHECK(ListenAddress::parse("[::1]:65535").text() == "[::1]:65535");
}

TEST_CASE("Any address is taken when plain HTTP may leave the machine") {
  for (const char* text : {"0.0.0.0:80", "[::]:80", "192.168.1.5:8013", "127.0.0.1:0"}) {
    CHECK(ListenAddress::parse(text, Reach::kNetwork).text() == text);
  }
  CHECK_THROWS_AS(ListenAddress::parse("example.org:80", Reach::kNetwork), Refusal);
}

TEST_CASE("Without that every address but loopback is refused") {
  for (const char* text :
       {"0.0.0.0:80", "[::]:80", "192.168.1.5:8013", "127.0.0.2:80", "example.org:80", ":80"}) {
    CAPTURE(text);
    CHECK(refused(text) == "http.address_not_loopback");
  }
  for (const char* text : {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
                           "127.0.0.1:-1", "127.0.0.1:80 "}) {
    CAPTURE(text);
    CHECK(refused(text) == "http.address_malformed");
  }
}

TEST_CASE("A free port is found, and a taken one is refused with what to do") {
  const Listener first(ListenAddress::parse("127.0.0.1:0"));
  CHECK(first.address().port != 0);
  try {
    const Listener second(first.address());
    FAIL("the same port was taken twice");
  } catch (const Refusal& refusal) {
    CHECK(refusal.kind() == RefusalKind::kUnavailable);
    CHECK(refusal.messages().front().kind == "http.port_in_use");
  }
}
