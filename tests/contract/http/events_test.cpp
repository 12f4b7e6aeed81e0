// A region's stream of events, as a browser's EventSource reads it.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kEvents = "/api/v1/regions/13.11/events";

}  // namespace

TEST_CASE("A stream tells of each change soon after it, by the region's revision") {
  ApiClient api;
  SocketClient watching(api.port());
  watching.send(get(api.port(), kEvents));
  const auto head = watching.receive_head();
  CHECK(head.status == 200);
  CHECK(head.headers.at("content-type") == "text/event-stream");
  CHECK(head.headers.at("cache-control") == "no-store");
  CHECK(watching.receive_until("\"kinds\":[]}").find("id: 0\nevent: revision\n") !=
        std::string::npos);
  api.add_organisation("DINKES");
  CHECK(watching.receive_until("\"kinds\":[\"organisation\"]}").find("id: 1\n") !=
        std::string::npos);
}

TEST_CASE("A client that comes again is told what it missed") {
  ApiClient api;
  const auto owner = api.add_organisation("DINKES");
  api.add_innovation("Antrean", owner, "health");
  SocketClient watching(api.port());
  watching.send(get(api.port(), kEvents, "Last-Event-ID: 1\r\n"));
  CHECK(watching.receive_head().status == 200);
  CHECK(watching.receive_until("}").find("{\"region\":\"13.11\",\"revision\":2,\"kinds\":["
                                         "\"innovation\"]}") != std::string::npos);
}

TEST_CASE("What is no event's id, no region, or one stream too many is refused") {
  ApiClient api;
  CHECK(errors_of(api.get(kEvents, "Last-Event-ID: yesterday\r\n")) == " http.event_id_malformed");
  CHECK(api.get("/api/v1/regions/99.99/events").status == 404);
  std::vector<SocketClient> streams;
  for (int i = 0; i < 50; ++i) {
    streams.emplace_back(api.port()).send(get(api.port(), kEvents));
    CHECK(streams.back().receive_head().status == 200);
  }
  const auto refused = api.get(kEvents);
  CHECK(refused.status == 503);
  CHECK(errors_of(refused) == " http.too_many_streams");
}
