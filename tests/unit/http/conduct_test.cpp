#include "pilah/http/conduct.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"

using namespace pilah::http;
using pilah::catalogue::Refusal;

TEST_CASE("The address of a site is taken in the form in which browsers name it") {
  CHECK(public_address_of("https://Pilah.Example.go.id/") == "https://pilah.example.go.id");
  CHECK(public_address_of("https://pilah.example:443") == "https://pilah.example");
  CHECK(public_address_of("http://10.0.0.5:8013") == "http://10.0.0.5:8013");
  CHECK(public_address_of("http://10.0.0.5:80") == "http://10.0.0.5");
  for (const char* text : {"", "pilah.example", "https://", "https://a/b", "ftp://a", "https://a b",
                           "https://a@b", "*"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(public_address_of(text), Refusal);
  }
  CHECK(origin_of("*") == "*");
}

TEST_CASE("A proxy is named by its address") {
  CHECK(proxy_of("127.0.0.1") == "127.0.0.1");
  CHECK(proxy_of("::1") == "::1");
  CHECK_THROWS_AS(proxy_of("proxy.example"), Refusal);
}
