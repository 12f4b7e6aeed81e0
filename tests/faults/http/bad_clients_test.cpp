// Clients that send what they should not, too much, too slowly, or break off.
#include <vector>

#include "contract/http/running_server.hpp"
#include "contract/http/socket_client.hpp"
#include "faults/http/tiny_routes.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// One bound is short, so that only what it is about can run out of time.
http::ServerOptions with_short(std::int64_t http::FrontLimits::*bound, std::int64_t milliseconds) {
  http::ServerOptions options;
  options.limits.*bound = milliseconds;
  return options;
}

}  // namespace

TEST_CASE("A request that does not come whole in time ends with 408, however it trickles") {
  Gate gate;
  RunningServer server(tiny_routes(gate),
                       with_short(&http::FrontLimits::request_milliseconds, 150));
  SocketClient client(server.port());
  client.send("GET /ping HTTP/1.1\r\nX: ");
  // Each part is progress, and yet the time for the whole request runs out.
  while (!client.has_something(10)) {
    if (!client.send_some("xxxxxxxxxxxxxxxx")) break;
  }
  const auto response = client.receive();
  CHECK(response.status == 408);
  CHECK(response.headers.at("connection") == "close");
  CHECK(response.headers.at("content-type") == "application/problem+json");
  CHECK(response.body.find("http.request_too_slow") != std::string::npos);
  CHECK(client.receive_rest().empty());
}

TEST_CASE("A body that does not come whole in time ends with 408") {
  Gate gate;
  RunningServer server(tiny_routes(gate),
                       with_short(&http::FrontLimits::request_milliseconds, 150));
  SocketClient client(server.port());
  const auto whole = with_body(server.port(), "POST", "/echo", "0123456789");
  client.send(whole.substr(0, whole.size() - 1));
  CHECK(client.receive().status == 408);
}

TEST_CASE("A body that keeps coming, if slowly, has the time that it takes") {
  Gate gate;
  auto options = with_short(&http::FrontLimits::request_milliseconds, 150);
  options.limits.least_body_rate = 1;
  RunningServer server(tiny_routes(gate), options);
  SocketClient client(server.port());
  const std::string body(50, 'x');
  const auto whole = with_body(server.port(), "POST", "/echo", body);
  client.send(whole.substr(0, whole.size() - body.size()));
  for (const char each : body) {
    CHECK_FALSE(client.has_something(10));
    client.send(std::string(1, each));
  }
  CHECK(client.receive().body == body);
}

TEST_CASE("An idle connection is closed after its time, silently") {
  Gate gate;
  RunningServer server(tiny_routes(gate), with_short(&http::FrontLimits::idle_milliseconds, 1000));
  SocketClient fresh(server.port());
  SocketClient used(server.port());
  CHECK(used.exchange(get(server.port(), "/ping")).status == 200);
  CHECK(fresh.receive_rest().empty());
  CHECK(used.receive_rest().empty());
}

TEST_CASE("A client that takes nothing of its response is closed after its time") {
  Gate gate;
  RunningServer server(tiny_routes(gate), with_short(&http::FrontLimits::stall_milliseconds, 150));
  SocketClient client(server.port());
  client.receive_little();
  client.send(get(server.port(), "/large/30000000"));
  CHECK(client.wait_for_close());
  CHECK(SocketClient(server.port()).exchange(get(server.port(), "/ping")).status == 200);
}

TEST_CASE("Requests sent at once are answered one after the other, in their order") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  const auto port = server.port();
  SocketClient client(port);
  std::string all;
  for (int i = 0; i < 50; ++i) all += with_body(port, "POST", "/echo", std::to_string(i));
  client.send(all + get(port, "/large/300000") + get(port, "/ping", "Connection: close\r\n") +
              get(port, "/ping"));
  for (int i = 0; i < 50; ++i) CHECK(client.receive().body == std::to_string(i));
  CHECK(client.receive().body.size() == 300000);
  const auto last = client.receive();
  CHECK(last.body == "pong");
  CHECK(last.headers.at("connection") == "close");
  CHECK(client.receive_rest().empty());  // what came behind the close is not answered
}

TEST_CASE("The sender who waits for 100 Continue gets it, and not when the body is too large") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  const auto port = server.port();
  SocketClient client(port);
  const auto whole = with_body(port, "POST", "/echo", "hello", "Expect: 100-continue\r\n");
  client.send(whole.substr(0, whole.size() - 5));
  CHECK(client.receive().status == 100);
  CHECK(client.exchange("hello").body == "hello");

  client.send("POST /echo HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
              "\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.receive().status == 413);
}

TEST_CASE("A chunked body arrives joined") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  SocketClient client(server.port());
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: localhost:" + std::to_string(server.port()) +
      "\r\nTransfer-Encoding: chunked\r\n\r\n";
  CHECK(client.exchange(head + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n").body == "hello world");
  CHECK(client.exchange(head + "0\r\n\r\n").body.empty());
}

TEST_CASE("What is too large or malformed is told so before the connection ends") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  const std::string host = "Host: localhost:" + std::to_string(server.port()) + "\r\n";
  const auto status = [&server](const std::string& bytes) {
    SocketClient client(server.port());
    client.send(bytes);
    const auto response = client.receive();
    CHECK(client.receive_rest().empty());
    return response.status;
  };
  // The rest of the body is already on its way: its sender still reads why.
  CHECK(status("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3000000\r\n\r\n" +
               std::string(1'500'000, 'x')) == 413);
  CHECK(status("POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1E8480\r\n" +
               std::string(500'000, 'x')) == 413);
  CHECK(status("GET /" + std::string(20'000, 'x')) == 431);
  CHECK(status("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\n" + host + "\r\n") == 414);
  CHECK(status("\x16\x03\x01\x02") == 400);
  CHECK(status("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(status("BREW /pot HTTP/1.1\r\n" + host + "\r\n") == 501);
  CHECK(status("GET /ping HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n") == 403);
}

TEST_CASE("A client that has said all it will say still gets its answer") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  SocketClient client(server.port());
  client.send(get(server.port(), "/ping"));
  client.finish_sending();
  CHECK(client.receive().body == "pong");
  CHECK(client.receive_rest().empty());
}

TEST_CASE("Clients that break off at any point harm nobody") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  const auto port = server.port();
  const std::string whole = with_body(port, "POST", "/echo", std::string(100, 'x'));
  for (std::size_t sent = 0; sent <= whole.size(); ++sent) {
    SocketClient client(port);
    client.send(std::string_view(whole).substr(0, sent));
    if (sent % 2 == 0) client.reset_at_close();
  }
  for (int i = 0; i < 20; ++i) {
    SocketClient client(port);
    client.send(get(port, "/large/5000000"));
    if (i % 2 == 0) client.reset_at_close();
  }
  CHECK(SocketClient(port).exchange(get(port, "/ping")).status == 200);
}

TEST_CASE("A client that breaks off while its request is worked on costs only that work") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  const auto port = server.port();
  {
    SocketClient client(port);
    client.send(get(port, "/wait"));
    gate.wait_for(1);
    client.reset_at_close();
  }
  CHECK(SocketClient(port).exchange(get(port, "/ping")).status == 200);
  gate.opening.set_value();
  CHECK(SocketClient(port).exchange(get(port, "/wait")).body == "opened");
}

TEST_CASE("An unexpected failure inside is a 500 that tells nothing, and is reported") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  SocketClient client(server.port());
  const auto response = client.exchange(get(server.port(), "/throw"));
  CHECK(response.status == 500);
  CHECK(response.body.find("secret") == std::string::npos);
  REQUIRE(server.reports().size() == 1);
  CHECK(server.reports().front() == "GET /throw (request 1): the password is secret");
  CHECK(client.exchange(get(server.port(), "/ping")).status == 200);  // the connection goes on
}
