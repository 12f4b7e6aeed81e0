// Many connections that do nothing, or little, beside one that wants an answer.
#include <algorithm>
#include <vector>

#include <sys/resource.h>

#include "contract/http/running_server.hpp"
#include "contract/http/socket_client.hpp"
#include "faults/http/tiny_routes.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// Both ends of a thousand connections are open in this process.
void allow_many_files() {
  rlimit files{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &files) == 0);
  REQUIRE(files.rlim_max >= 4096);
  files.rlim_cur = std::max<rlim_t>(files.rlim_cur, 4096);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &files) == 0);
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// A request that is never finished: its sender adds a byte now and then.
class SlowSender {
 public:
  explicit SlowSender(std::uint16_t port) : client_(port) {
    client_.send("POST /echo HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
                 "\r\nContent-Length: 100000\r\nX: ");
  }
  bool send_byte() { return client_.send_some("x"); }

 private:
  SocketClient client_;
};

/// The CPU time of `count` requests, each on a connection of its own.
template <class Between>
double cost_of_fresh_requests(std::uint16_t port, int count, Between between) {
  const double before = cpu_seconds();
  for (int i = 0; i < count; ++i) {
    SocketClient client(port);
    const auto response = client.exchange(get(port, "/ping"));
    REQUIRE(response.status == 200);
    REQUIRE(response.body == "pong");
    between(i);
  }
  return cpu_seconds() - before;
}

}  // namespace

TEST_CASE("500 idle connections and 500 slow senders delay nobody and cost next to nothing") {
  allow_many_files();
  Gate gate;
  http::ServerOptions options;
  options.limits.idle_milliseconds = 600'000;  // nobody is sent away during the test
  options.limits.request_milliseconds = 600'000;
  RunningServer server(tiny_routes(gate), options);
  const auto port = server.port();
  constexpr int kRequests = 2000;

  cost_of_fresh_requests(port, 200, [](int) {});  // warm
  std::vector<SocketClient> idle;
  std::vector<SlowSender> slow;
  // Each answered request has a byte of a slow sender beside it: one's, then 500 others'.
  const auto send_byte = [&slow](int i) {
    REQUIRE(slow[static_cast<std::size_t>(i) % slow.size()].send_byte());
  };
  slow.emplace_back(port);
  const double alone = cost_of_fresh_requests(port, kRequests, send_byte);
  for (int i = 0; i < 500; ++i) {
    idle.emplace_back(port);
    if (i % 2 == 0) CHECK(idle.back().exchange(get(port, "/ping")).status == 200);
    slow.emplace_back(port);
  }
  const double crowded = cost_of_fresh_requests(port, kRequests, send_byte);  // all thousand stay
  for (auto& client : idle) CHECK(client.exchange(get(port, "/ping")).status == 200);

  INFO("CPU seconds for " << kRequests << " requests: " << alone << " beside one slow sender, "
                          << crowded << " in the crowd");
  // A server that looked at all thousand for each request would take twenty times as long.
  CHECK(crowded < alone * 2.5);
}

TEST_CASE("A crowd of clients that do not read their responses delays nobody") {
  allow_many_files();
  Gate gate;
  http::ServerOptions options;
  options.limits.stall_milliseconds = 600'000;
  options.limits.max_held = 1'000'000'000;
  RunningServer server(tiny_routes(gate), options);
  const auto port = server.port();
  std::vector<SocketClient> deaf;
  for (int i = 0; i < 20; ++i) {
    deaf.emplace_back(port);
    deaf.back().receive_little();
    deaf.back().send(get(port, "/large/10000000"));  // more than the kernel takes
  }
  for (int i = 0; i < 100; ++i) {
    SocketClient client(port);
    CHECK(client.exchange(get(port, "/ping")).status == 200);
  }
  // Who reads after all gets everything.
  CHECK(deaf.front().receive().body.size() == 10'000'000);
  CHECK(deaf.back().receive().body.size() == 10'000'000);
}

TEST_CASE("What all connections hold is bounded: the longest without progress gives way") {
  Gate gate;
  http::ServerOptions options;
  options.limits.stall_milliseconds = 600'000;
  options.limits.max_held = 40'000'000;
  RunningServer server(tiny_routes(gate), options);
  const auto port = server.port();
  SocketClient idle(port);
  std::vector<SocketClient> deaf;
  for (int i = 0; i < 10; ++i) {
    deaf.emplace_back(port);
    deaf.back().receive_little();
    deaf.back().send(get(port, "/large/10000000"));
    REQUIRE(SocketClient(port).exchange(get(port, "/ping")).status == 200);
  }
  CHECK(deaf.back().receive().body.size() == 10'000'000);
  CHECK_THROWS(deaf.front().receive());
  CHECK(idle.exchange(get(port, "/ping")).status == 200);  // who holds nothing stays
}

TEST_CASE("Beyond the bound of connections the one that waits longest is closed") {
  Gate gate;
  http::ServerOptions options;
  options.limits.max_connections = 10;
  RunningServer server(tiny_routes(gate), options);
  const auto port = server.port();
  std::vector<SocketClient> clients;
  for (int i = 0; i < 10; ++i) {
    clients.emplace_back(port);
    CHECK(clients.back().exchange(get(port, "/ping")).status == 200);
  }
  CHECK(clients[0].exchange(get(port, "/ping")).status == 200);  // now the second waits longest
  SocketClient late(port);
  CHECK(late.exchange(get(port, "/ping")).status == 200);
  CHECK(clients[1].receive_rest().empty());
  for (const std::size_t i : {0U, 2U, 9U}) {
    CHECK(clients[i].exchange(get(port, "/ping")).status == 200);
  }
}

TEST_CASE("With every connection at work a further one is turned away, none is cut off") {
  Gate gate;
  http::ServerOptions options;
  options.limits.max_connections = 3;
  options.pool.threads = 4;
  RunningServer server(tiny_routes(gate), options);
  const auto port = server.port();
  std::vector<SocketClient> busy;
  for (int i = 0; i < 3; ++i) {
    busy.emplace_back(port);
    busy.back().send(get(port, "/wait"));
  }
  gate.wait_for(3);
  SocketClient further(port);
  CHECK(further.receive_rest().empty());
  gate.opening.set_value();
  for (auto& client : busy) CHECK(client.receive().body == "opened");
}

TEST_CASE("Long work holds its share of the threads, more of it than waits is told to come again") {
  Gate gate;
  http::ServerOptions options;
  options.pool = {3, 2, 1};
  RunningServer server(tiny_routes(gate), options);
  const auto port = server.port();
  std::vector<SocketClient> clients;
  for (int i = 0; i < 3; ++i) {
    clients.emplace_back(port);
    clients.back().send(get(port, "/long"));
    // One after the other, so that the first two run and the third waits.
    if (i < 2) gate.wait_for(i + 1);
    CHECK(SocketClient(port).exchange(get(port, "/ping")).status == 200);
  }
  SocketClient refused(port);
  const auto response = refused.exchange(get(port, "/long"));
  CHECK(response.status == 503);
  CHECK(response.headers.at("retry-after") == "2");
  CHECK(response.body.find("http.too_much_work") != std::string::npos);
  gate.opening.set_value();
  for (auto& client : clients) CHECK(client.receive().body == "opened");
}
