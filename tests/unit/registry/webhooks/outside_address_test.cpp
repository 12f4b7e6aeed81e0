#include "pilah/registry/webhooks/outside_address.hpp"

#include "support/catch.hpp"
#include "unit/registry/workflow/desk.hpp"

namespace pilah::registry::tests {

using pilah::tests::refused;

TEST_CASE("Addresses of this machine, of networks behind it and of no machine are closed") {
  for (const char* address : {
           "0.0.0.0",
           "10.0.0.1",
           "10.255.255.255",
           "100.64.0.1",
           "100.127.255.255",
           "127.0.0.1",
           "127.255.0.1",
           "169.254.169.254",
           "172.16.0.1",
           "172.31.255.255",
           "192.0.0.8",
           "192.0.2.1",
           "192.88.99.1",
           "192.168.1.1",
           "198.18.0.1",
           "198.19.255.255",
           "198.51.100.7",
           "203.0.113.7",
           "224.0.0.1",
           "239.255.255.255",
           "240.0.0.1",
           "255.255.255.255",
           "::",
           "::1",
           "::ffff:8.8.8.8",
           "::ffff:10.0.0.1",
           "::8.8.8.8",
           "64:ff9b::8.8.8.8",
           "64:ff9b:1::1",
           "100::1",
           "2001::1",
           "2001:2::1",
           "2001:10::1",
           "2001:db8::1",
           "2002:808:808::1",
           "3fff::1",
           "fc00::1",
           "fd00:ec2::254",
           "fe80::1",
           "fec0::1",
           "ff02::1",
           "nama.example",
           "",
           "8.8.8",
           "0x08080808",
       }) {
    CAPTURE(address);
    CHECK_FALSE(is_of_internet(std::string_view(address)));
  }
}

TEST_CASE("Addresses of the internet are open, also those beside the closed ones") {
  for (const char* address :
       {"1.1.1.1",         "8.8.8.8",     "9.255.255.255",        "11.0.0.0",
        "100.63.255.255",  "100.128.0.0", "126.255.255.255",      "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255",       "172.32.0.0",
        "192.167.255.255", "192.169.0.0", "198.17.255.255",       "198.20.0.0",
        "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2400::1",
        "2606:4700::1111"}) {
    CAPTURE(address);
    CHECK(is_of_internet(std::string_view(address)));
  }
}

TEST_CASE("A webhook's address is https to a name or to a number of the internet") {
  for (const char* address :
       {"https://dasbor.example.go.id/pilah", "https://dasbor.example.go.id",
        "https://dasbor.example.go.id:8443/a?b=c", "https://8.8.8.8/", "https://[2606:4700::1111]/",
        "http://127.0.0.1:9000/hook", "http://[::1]:9000/hook"}) {
    CAPTURE(address);
    CHECK(refused([&] { require_webhook_address(address); }) == "not refused");
  }
}

TEST_CASE("Any other address is refused, and says why") {
  struct Row {
    const char* address;
    const char* refusal;
  };
  for (const auto& [address, refusal] : {
           Row{"", "invalid webhook.no_address/address"},
           Row{"dasbor.example.go.id", "invalid webhook.no_address/address"},
           Row{"ftp://dasbor.example.go.id/", "invalid webhook.no_address/address"},
           Row{"file:///etc/passwd", "invalid webhook.no_address/address"},
           Row{"https://", "invalid webhook.no_address/address"},
           Row{"https:///pilah", "invalid webhook.no_address/address"},
           Row{"https://siti:rahasia@dasbor.example.go.id/", "invalid webhook.no_address/address"},
           Row{"https://8.8.8.8@10.0.0.1/", "invalid webhook.no_address/address"},
           Row{"https://dasbor.example.go.id/#a", "invalid webhook.no_address/address"},
           Row{"https://dasbor.example.go.id/a b", "invalid webhook.no_address/address"},
           Row{"https://dasbor.example.go.id/\r\nX: 1", "invalid webhook.no_address/address"},
           Row{"https://dasbor.example.go.id:0/", "invalid webhook.no_address/address"},
           Row{"https://dasbor.example.go.id:65536/", "invalid webhook.no_address/address"},
           Row{"https://dasbor.example.go.id:443x/", "invalid webhook.no_address/address"},
           Row{"https://2130706433/", "invalid webhook.no_address/address"},
           Row{"https://0x7f.1/", "invalid webhook.no_address/address"},
           Row{"https://127.1/", "invalid webhook.no_address/address"},
           Row{"https://nama.0x7f/", "invalid webhook.no_address/address"},
           Row{"https://[::1/", "invalid webhook.no_address/address"},
           Row{"http://dasbor.example.go.id/", "invalid webhook.not_https/address"},
           Row{"http://10.0.0.1/", "invalid webhook.not_https/address"},
           Row{"https://127.0.0.1/", "invalid webhook.not_outside/address"},
           Row{"https://10.0.0.1/", "invalid webhook.not_outside/address"},
           Row{"https://169.254.169.254/latest", "invalid webhook.not_outside/address"},
           Row{"https://[::1]/", "invalid webhook.not_outside/address"},
           Row{"https://[::ffff:10.0.0.1]/", "invalid webhook.not_outside/address"},
       }) {
    CAPTURE(address);
    CHECK(refused([&, text = std::string(address)] { require_webhook_address(text); }) == refusal);
  }
  CHECK(refused([] { require_webhook_address("https://nama.example/" + std::string(500, 'a')); }) ==
        "invalid webhook.no_address/address");
}

}  // namespace pilah::registry::tests
