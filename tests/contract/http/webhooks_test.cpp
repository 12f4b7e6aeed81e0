// Webhooks over HTTP, and what goes out to a real receiver on this machine.
#include "pilah/registry/webhooks/webhooks.hpp"

#include <stdlib.h>

#include "contract/http/api_client.hpp"
#include "contract/http/receiver.hpp"
#include "pilah/http/outgoing/send_telling.hpp"
#include "pilah/registry/webhooks/signature.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace http = pilah::http;
namespace registry = pilah::registry;
using pilah::catalogue::RegionCode;

namespace {

const std::string kWebhooks = "/api/v1/regions/13.11/webhooks";

/// As the operator may set it for a receiver on trial.
http::SendingOptions to_loopback() {
  http::SendingOptions options;
  options.to_loopback = true;
  return options;
}

registry::Telling telling(const std::string& address) {
  return {address, "13.11-57", 1'770'000'000, "v1,c2lnbmF0dXJl", R"({"id":"13.11-57"})"};
}

std::string failure(const std::string& address, const http::SendingOptions& options) {
  return http::send_telling(telling(address), options).failure;
}

}  // namespace

TEST_CASE("A receiver gets one POST with id, time, signature and a small JSON document") {
  const Receiver receiver;
  const auto receipt = http::send_telling(telling(receiver.address()), to_loopback());
  CHECK(receipt.failure.empty());
  CHECK(receipt.status == 204);
  REQUIRE(receiver.requests().size() == 1);
  const auto request = receiver.requests().front();
  CHECK(request.line.rfind("POST /pilah HTTP/1.1", 0) == 0);
  CHECK(request.body == R"({"id":"13.11-57"})");
  CHECK(request.headers.at("content-type") == "application/json");
  CHECK(request.headers.at("webhook-id") == "13.11-57");
  CHECK(request.headers.at("webhook-timestamp") == "1770000000");
  CHECK(request.headers.at("webhook-signature") == "v1,c2lnbmF0dXJl");
}

TEST_CASE("To this machine nothing goes unless the operator says so") {
  const Receiver receiver;
  CHECK(failure(receiver.address(), {}) == "webhook.plain_http");
  const auto port = std::to_string(receiver.port());
  CHECK(failure("https://127.0.0.1:" + port + "/", {}) == "webhook.address_closed");
  CHECK(failure("https://localhost:" + port + "/", {}) == "webhook.address_closed");
  CHECK(receiver.requests().empty());
}

TEST_CASE("A name that means an address within the network is refused when it is connected to") {
  for (const char* address :
       {"127.0.0.1", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "[::1]", "[fd00:ec2::254]", "[fe80::1]", "[::ffff:10.0.0.7]",
        "[64:ff9b::a00:7]", "10.0.0.7,127.0.0.1"}) {
    CAPTURE(address);
    http::SendingOptions options;
    options.resolved = {"dasbor.example.go.id:443:" + std::string(address)};
    CHECK(failure("https://dasbor.example.go.id/", options) == "webhook.address_closed");
  }
  // Not even where this machine may be told.
  auto options = to_loopback();
  options.resolved = {"dasbor.example.go.id:443:10.0.0.7", "dasbor.example.go.id:80:8.8.8.8"};
  CHECK(failure("https://dasbor.example.go.id/", options) == "webhook.address_closed");
  CHECK(failure("http://dasbor.example.go.id/", options) == "webhook.address_closed");
}

TEST_CASE("A redirect is not followed") {
  const Receiver other;
  const Receiver receiver("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + other.address() +
                          "\r\nContent-Length: 0\r\n\r\n");
  const auto receipt = http::send_telling(telling(receiver.address()), to_loopback());
  CHECK(receipt.failure == "webhook.redirected");
  CHECK(receipt.status == 307);
  CHECK(receiver.requests().size() == 1);
  CHECK(other.requests().empty());
}

TEST_CASE("A proxy of the environment is not used") {
  const Receiver proxy;
  const Receiver receiver;
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"}) {
    ::setenv(name, proxy.address("").c_str(), 1);
  }
  CHECK(failure(receiver.address(), to_loopback()).empty());
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"}) {
    ::unsetenv(name);
  }
  CHECK(proxy.requests().empty());
  CHECK(receiver.requests().size() == 1);
}

TEST_CASE("Whatever answer is no success is a failure, and says which") {
  for (const int status : {400, 401, 404, 410, 429, 500, 503}) {
    CAPTURE(status);
    const Receiver receiver("HTTP/1.1 " + std::to_string(status) +
                            " Tidak\r\nContent-Length: 0\r\n\r\n");
    const auto receipt = http::send_telling(telling(receiver.address()), to_loopback());
    CHECK(receipt.failure == "webhook.answered");
    CHECK(receipt.status == status);
  }
  const Receiver no_http("Selamat pagi.\r\n\r\n");
  CHECK(failure(no_http.address(), to_loopback()) == "webhook.unreachable");
}

TEST_CASE("A receiver that keeps silent is left after a while") {
  const Receiver receiver("");
  auto options = to_loopback();
  options.longest_milliseconds = 100;
  CHECK(failure(receiver.address(), options) == "webhook.timed_out");
}

TEST_CASE("A host that is stopped does not wait for a silent receiver, nor take it for a failure") {
  const Receiver receiver("");
  auto options = to_loopback();
  options.stopped = [&] { return !receiver.requests().empty(); };
  CHECK_THROWS_AS(http::send_telling(telling(receiver.address()), options), http::SendingStopped);
}

TEST_CASE("A receiver that answers without end is left after a few kilobytes") {
  constexpr std::size_t kEndless = std::size_t{1} << 30;
  {
    const Receiver receiver("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", kEndless);
    const auto receipt = http::send_telling(telling(receiver.address()), to_loopback());
    CHECK(receipt.failure.empty());  // it has it, whatever else it says
    CHECK(receipt.status == 200);
    CHECK(receiver.requests().size() == 1);
  }
  const Receiver head("HTTP/1.1 200 OK\r\nX-A: ", kEndless);
  http::send_telling(telling(head.address()), to_loopback());
  CHECK(head.zeros_taken() < kEndless);
}

TEST_CASE("Nobody at the address is a failure, and so is a receiver without TLS") {
  std::string closed;
  {
    const Receiver receiver;
    closed = receiver.address();
  }
  CHECK(failure(closed, to_loopback()) == "webhook.unreachable");
  const Receiver plain;
  CHECK(failure("https://127.0.0.1:" + std::to_string(plain.port()) + "/", to_loopback()) ==
        "webhook.no_certificate");
}

TEST_CASE("An administrator adds a webhook, sees its deliveries and sends one again") {
  ApiClient api;
  const Receiver receiver;
  const auto made = api.send(
      "POST", kWebhooks,
      R"({"address": ")" + receiver.address() + R"(", "kinds": ["verified", "submitted"]})");
  INFO(made.body);
  REQUIRE(made.status == 201);
  CHECK(made.headers.at("cache-control") == "no-store");
  const auto id = std::string(json_of(made).at("id").as_string());
  const auto secret = std::string(json_of(made).at("secret").as_string());
  const auto owner = api.add_organisation("DINKES");
  const auto draft =
      api.send("POST", "/api/v1/regions/13.11/innovations",
               R"({"name": "Sibatuah", "summary": "Ibu dijemput.", "owner": ")" + owner +
                   R"(", "mappings": [{"area": "health", "primary": true}]})");
  REQUIRE(
      api.send("POST", draft.headers.at("location") + "/submit", "", "If-Match: *\r\n").status ==
      200);

  registry::Courier courier(api.environment(), [](const registry::Telling& telling) {
    return http::send_telling(telling, to_loopback());
  });
  CHECK(courier.work());
  CHECK_FALSE(courier.work());
  REQUIRE(receiver.requests().size() == 1);
  const auto request = receiver.requests().front();
  CHECK(request.headers.at("webhook-signature") ==
        registry::signature_of(secret, request.headers.at("webhook-id"),
                               std::stoll(request.headers.at("webhook-timestamp")), request.body));
  CHECK(request.body.find("Sibatuah") == std::string::npos);

  const auto place = kWebhooks + "/" + id + "/deliveries";
  const auto one = json_of(api.get(place)).at("deliveries").at(0).as_object();
  CHECK(one.at("kind") == "submitted");
  CHECK(one.at("state") == "delivered");
  CHECK(one.at("attempts") == 1);
  CHECK(one.at("status") == 204);
  const auto number = std::to_string(one.at("number").as_int64());
  const auto again = api.send("POST", place + "/" + number + "/send-again", "");
  CHECK(json_of(again).at("state") == "waiting");
  CHECK(courier.work());
  CHECK(receiver.requests().size() == 2);
  CHECK(api.send("POST", place + "/99/send-again", "").status == 404);

  CHECK(api.send("DELETE", kWebhooks + "/" + id, "").status == 204);
  CHECK(api.get(place).status == 404);
  CHECK(json_of(api.get(kWebhooks)).at("webhooks").as_array().empty());
}

TEST_CASE("A secret is told once: in no list, no delivery, no history and under no key") {
  ApiClient api;
  const std::string body =
      R"({"address": "https://dasbor.example.go.id/pilah", "kinds": ["verified"]})";
  const auto made = api.send("POST", kWebhooks, body, "Idempotency-Key: satu\r\n");
  REQUIRE(made.status == 201);
  const auto secret = std::string(json_of(made).at("secret").as_string());
  const auto id = std::string(json_of(made).at("id").as_string());
  CHECK(secret.rfind("whsec_", 0) == 0);
  for (const auto& place :
       {kWebhooks, kWebhooks + "/" + id + "/deliveries", std::string("/api/v1/regions/13.11")}) {
    CAPTURE(place);
    CHECK(api.get(place).body.find("whsec_") == std::string::npos);
  }
  const auto repeated = api.send("POST", kWebhooks, body, "Idempotency-Key: satu\r\n");
  CHECK(repeated.status == 409);
  CHECK(repeated.body.find(secret) == std::string::npos);
}

TEST_CASE("An address or a kind that cannot be is refused with its place") {
  ApiClient api;
  const auto refused = [&](const std::string& address, const std::string& kind) {
    return errors_of(api.send(
        "POST", kWebhooks, R"({"address": ")" + address + R"(", "kinds": [")" + kind + R"("]})"));
  };
  CHECK(refused("https://10.0.0.1/", "verified") == "/address webhook.not_outside");
  CHECK(refused("http://dasbor.example.go.id/", "verified") == "/address webhook.not_https");
  CHECK(refused("https://dasbor.example.go.id/", "handed-over") ==
        "/kinds/0 webhook.kind_not_told");
  CHECK(api.send("POST", kWebhooks, R"({"address": "https://a.example/", "kinds": ["apa"]})")
            .status == 422);
}
