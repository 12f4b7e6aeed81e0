// How the server ends.
#include <thread>

#include "contract/http/running_server.hpp"
#include "contract/http/socket_client.hpp"
#include "faults/http/tiny_routes.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE("Told to stop, the server finishes what was received and closes the rest") {
  Gate gate;
  RunningServer server(tiny_routes(gate));
  const auto port = server.port();
  SocketClient idle(port);
  CHECK(idle.exchange(get(port, "/ping")).status == 200);
  SocketClient partial(port);
  partial.send("GET /pi");
  SocketClient running(port);
  running.send(get(port, "/wait") + get(port, "/ping"));
  gate.wait_for(1);

  server.server().stop();
  CHECK(idle.receive_rest().empty());
  CHECK(partial.receive_rest().empty());
  CHECK_THROWS(SocketClient(port).exchange(get(port, "/ping")));  // nobody new
  gate.opening.set_value();
  const auto response = running.receive();
  CHECK(response.body == "opened");
  CHECK(running.receive_rest().empty());
  server.stop();
}

TEST_CASE("A server that is told to stop before it runs ends at once") {
  Gate gate;
  http::Server server(tiny_routes(gate), all_sentences(), steady_milliseconds, {});
  server.stop();
  server.run();
  CHECK_THROWS(SocketClient(server.address().port).exchange(get(server.address().port, "/ping")));
}

TEST_CASE("A client that does not take its response cannot keep the server from its end") {
  Gate gate;
  http::ServerOptions options;
  options.limits.stop_milliseconds = 100;
  RunningServer server(tiny_routes(gate), options);
  SocketClient deaf(server.port());
  deaf.receive_little();
  deaf.send(get(server.port(), "/large/30000000"));
  CHECK(deaf.has_something(30'000));
  server.stop();
  CHECK_THROWS(deaf.receive());
}

TEST_CASE("After its end the port is free for the next server") {
  Gate gate;
  http::ServerOptions options;
  {
    RunningServer first(tiny_routes(gate), options);
    options.address = first.server().address();
    CHECK(SocketClient(first.port()).exchange(get(first.port(), "/ping")).status == 200);
  }
  RunningServer second(tiny_routes(gate), options);
  CHECK(SocketClient(second.port()).exchange(get(second.port(), "/ping")).status == 200);
}
