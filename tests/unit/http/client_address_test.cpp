#include "pilah/http/operation/client_address.hpp"

#include "support/catch.hpp"

using namespace pilah::http;

TEST_CASE("Addresses are read with and without brackets and port") {
  CHECK(plain_address("192.0.2.7") == "192.0.2.7");
  CHECK(plain_address(" 192.0.2.7:4711") == "192.0.2.7");
  CHECK(plain_address("[2001:DB8::1]:443") == "2001:db8::1");
  CHECK(plain_address("2001:db8:0:0::1") == "2001:db8::1");
  CHECK(plain_address("::ffff:192.0.2.7") == "192.0.2.7");
  for (const char* text :
       {"", "unknown", "_hidden", "192.0.2", "1.2.3.4.5", "[::zz]", "example.org"}) {
    CAPTURE(text);
    CHECK_FALSE(plain_address(text).has_value());
  }
}

TEST_CASE("The address of a request is believed from the right, as far as proxies are trusted") {
  struct Row {
    const char* peer;
    const char* x_forwarded_for;
    const char* forwarded;
    const char* client;
  };
  const std::vector<std::string> trusted = {"127.0.0.1", "10.0.0.2"};
  const std::vector<Row> rows = {
      // Nobody in between.
      {"192.0.2.7", "", "", "192.0.2.7"},
      // A client that says it were somebody else.
      {"192.0.2.7", "198.51.100.1", "", "192.0.2.7"},
      {"127.0.0.1", "", "", "127.0.0.1"},
      {"127.0.0.1", "192.0.2.7", "", "192.0.2.7"},
      // The left part came from the client.
      {"127.0.0.1", "198.51.100.1, 192.0.2.7", "", "192.0.2.7"},
      // Two proxies, one behind the other.
      {"127.0.0.1", "198.51.100.1, 192.0.2.7, 10.0.0.2", "", "192.0.2.7"},
      // All are proxies: the first of them asks for itself.
      {"127.0.0.1", "10.0.0.2", "", "10.0.0.2"},
      // What cannot be read ends the list.
      {"127.0.0.1", "192.0.2.7, nonsense", "", "127.0.0.1"},
      {"127.0.0.1", "192.0.2.7, nonsense, 10.0.0.2", "", "10.0.0.2"},
      {"127.0.0.1", ",", "", "127.0.0.1"},
      {"127.0.0.1", "", "for=192.0.2.7;proto=https", "192.0.2.7"},
      {"127.0.0.1", "", "for=198.51.100.1, proto=https;For=\"[2001:db8::1]:80\"", "2001:db8::1"},
      {"127.0.0.1", "", "for=_hidden", "127.0.0.1"},
      // Where both are there, the older one, which proxies set without being asked.
      {"127.0.0.1", "192.0.2.7", "for=192.0.2.8", "192.0.2.7"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.peer, row.x_forwarded_for, row.forwarded);
    CHECK(client_address(row.peer, trusted, row.x_forwarded_for, row.forwarded) == row.client);
  }
}

TEST_CASE("Without a trusted proxy no header is believed") {
  CHECK(client_address("127.0.0.1", {}, "192.0.2.7", "for=192.0.2.7") == "127.0.0.1");
}
