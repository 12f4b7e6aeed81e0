// Bodies that are made piece by piece: whole for whoever reads, no burden when nobody does.
#include <thread>
#include <vector>

#include "contract/http/running_server.hpp"
#include "contract/http/socket_client.hpp"
#include "faults/http/tiny_routes.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

http::ServerOptions impatient() {
  http::ServerOptions options;
  options.limits.stream_pause_milliseconds = 5;
  options.pool = {2, 1, 4};
  return options;
}

void wait_for_streams(const Gate& gate, int count) {
  for (int seen = gate.streams; seen != count; seen = gate.streams) gate.streams.wait(seen);
}

}  // namespace

TEST_CASE("A streamed body arrives whole, and the connection goes on behind it") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  SocketClient client(server.port());
  client.send(get(server.port(), "/pieces/300") + get(server.port(), "/ping"));
  const auto response = client.receive();
  CHECK(response.headers.at("transfer-encoding") == "chunked");
  CHECK(response.headers.count("content-length") == 0);
  CHECK(response.headers.count("etag") == 0);
  CHECK(response.body == "first;" + std::string(30'000'000, 'x'));
  CHECK(client.receive().body == "pong");
  CHECK(client.exchange(get(server.port(), "/pieces/0")).body == "first;");
}

TEST_CASE("A client of HTTP/1.0 gets the body without chunks, up to the end of the connection") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  SocketClient client(server.port());
  client.send("GET /pieces/2 HTTP/1.0\r\nHost: localhost:" + std::to_string(server.port()) +
              "\r\n\r\n");
  const auto head = client.receive_head();
  CHECK(head.headers.count("transfer-encoding") == 0);
  CHECK(client.receive_rest() == "first;" + std::string(200'000, 'x'));
}

TEST_CASE("HEAD of a streamed body is its head alone") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  SocketClient client(server.port());
  auto request = get(server.port(), "/pieces/300");
  request.replace(0, 3, "HEAD");
  CHECK(client.exchange(request).status == 200);
  CHECK(client.exchange(get(server.port(), "/ping")).body == "pong");
}

TEST_CASE("A hundred quiet streams hold no worker, and end when they have something to say") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  std::vector<SocketClient> clients;
  for (int i = 0; i < 100; ++i) {
    clients.emplace_back(server.port()).send(get(server.port(), "/quiet"));
    CHECK(clients.back().receive_head().status == 200);
  }
  wait_for_streams(gate, 100);
  SocketClient other(server.port());
  CHECK(other.exchange(get(server.port(), "/ping")).body == "pong");
  gate.opening.set_value();
  for (auto& client : clients)
    CHECK(client.receive_until("0\r\n\r\n").find("last") != std::string::npos);
  wait_for_streams(gate, 0);
}

TEST_CASE("A client that leaves a quiet stream frees it at once") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  {
    SocketClient client(server.port());
    client.send(get(server.port(), "/quiet"));
    CHECK(client.receive_head().status == 200);
    wait_for_streams(gate, 1);
  }
  wait_for_streams(gate, 0);
}

TEST_CASE("A reader that stops is cut, and holds one piece of a long body at most") {
  Gate gate;
  auto options = impatient();
  options.limits.stall_milliseconds = 50;
  options.limits.max_held = 2'000'000;
  RunningServer server(tiny_routes(gate), options);
  SocketClient deaf(server.port());
  deaf.receive_little();
  deaf.send(get(server.port(), "/pieces/10000"));  // a gigabyte
  CHECK(deaf.wait_for_close());
  SocketClient other(server.port());
  CHECK(other.exchange(get(server.port(), "/ping")).body == "pong");
}

TEST_CASE("A stream that fails breaks its connection off: no client takes a part for the whole") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  SocketClient client(server.port());
  client.send(get(server.port(), "/breaks"));
  CHECK(client.receive_head().status == 200);
  CHECK_THROWS(client.receive_until("0\r\n\r\n"));
  REQUIRE(server.reports().size() == 1);
  CHECK(server.reports().front() == "a streamed answer broke off: the disk is gone");
}

TEST_CASE("Told to stop, the server ends quiet streams and finishes those under way") {
  Gate gate;
  RunningServer server(tiny_routes(gate), impatient());
  SocketClient quiet(server.port());
  quiet.send(get(server.port(), "/quiet"));
  CHECK(quiet.receive_head().status == 200);
  SocketClient reading(server.port());
  reading.send(get(server.port(), "/pieces/100"));
  CHECK(reading.receive_head().status == 200);
  server.server().stop();
  quiet.receive_rest();
  const auto rest = reading.receive_until("0\r\n\r\n");
  CHECK(rest.size() > 10'000'000);
  server.stop();
}
