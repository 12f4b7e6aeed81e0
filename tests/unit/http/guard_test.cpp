#include "pilah/http/guard.hpp"

#include "support/catch.hpp"

using namespace pilah::http;

namespace {

std::string refused(const char* host, const char* origin, std::uint16_t port = 8013) {
  Request request;
  request.host = host;
  request.origin = origin;
  const auto refusal = refusal_of_guard(request, {port, {}}, CrossOrigin());
  return refusal ? refusal->kind : "";
}

}  // namespace

TEST_CASE("The server answers to its own names with its port") {
  for (const char* host : {"localhost:8013", "LocalHost:8013", "127.0.0.1:8013", "[::1]:8013"}) {
    CAPTURE(host);
    CHECK(refused(host, "").empty());
    CHECK(refused("localhost:8013", (std::string("http://") + host).c_str()).empty());
  }
  CHECK(refused("localhost", "", 80).empty());
}

TEST_CASE("Any other Host is foreign: a name may be made to point here") {
  for (const char* host :
       {"", "localhost", "localhost:80", "localhost:80130", "localhost:", "evil.example:8013",
        "localhost.evil.example:8013", "127.0.0.1.evil.example:8013", "127.0.0.2:8013",
        "0.0.0.0:8013", "::1:8013", "localhost:8013:8013", "[::1]"}) {
    CAPTURE(host);
    CHECK(refused(host, "") == "http.foreign_host");
  }
}

TEST_CASE("Any other Origin is foreign") {
  for (const char* origin :
       {"null", "http://evil.example", "http://evil.example:8013", "https://localhost:8013",
        "http://localhost", "http://localhost:3000", "http://localhost:8013/", "localhost:8013",
        "http://localhost:8013.evil.example", "http://user@localhost:8013"}) {
    CAPTURE(origin);
    CHECK(refused("localhost:8013", origin) == "http.foreign_origin");
  }
}
