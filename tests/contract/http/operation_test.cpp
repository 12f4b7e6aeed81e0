// How a server is run: behind a proxy, under a public name, read by pages of other
// origins, watched by logs and metrics.
#include <boost/json.hpp>

#include "contract/http/api_client.hpp"
#include "pilah/http/api.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// One route that tells who asks, and one that may be asked twice.
std::unique_ptr<http::RouteTable> telling_routes() {
  auto table = std::make_unique<http::RouteTable>();
  const auto plain = [](std::string body) {
    http::Response response;
    response.content_type = "text/plain";
    response.body = std::move(body);
    return response;
  };
  table->add({"GET", "/who", [plain](const http::Request& request, const http::PathValues&) {
                return plain(request.client + ' ' + request.id);
              }});
  table->add({"GET", "/cookie", [plain](const http::Request& request, const http::PathValues&) {
                return plain(request.cookie);
              }});
  http::Route twice{"GET", "/twice/{x}",
                    [plain](const http::Request&, const http::PathValues&) { return plain("ok"); }};
  twice.rate = http::Rate{2, 60'000};
  table->add(std::move(twice));
  return table;
}

http::ServerOptions behind_proxy() {
  http::ServerOptions options;
  options.conduct.public_addresses = {"https://pilah.example.go.id"};
  options.conduct.trusted_proxies = {"127.0.0.1"};
  options.conduct.allowed_origins = {"https://dashboard.example"};
  return options;
}

std::string through_proxy(std::string_view target, std::string_view headers = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: pilah.example.go.id\r\n" +
         std::string(headers) + "\r\n";
}

}  // namespace

TEST_CASE("Behind a trusted proxy a request has the address that the proxy tells") {
  RunningServer server(telling_routes(), behind_proxy());
  SocketClient client(server.port());
  const auto who = [&client](std::string_view headers) {
    const auto body = client.exchange(through_proxy("/who", headers)).body;
    return body.substr(0, body.find(' '));
  };
  CHECK(who("") == "127.0.0.1");
  CHECK(who("X-Forwarded-For: 192.0.2.7\r\n") == "192.0.2.7");
  CHECK(who("X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 192.0.2.7\r\n") == "192.0.2.7");
  CHECK(who("Forwarded: for=\"[2001:db8::1]:80\"\r\n") == "2001:db8::1");
}

TEST_CASE("Without a trusted proxy the connection's own address counts") {
  RunningServer server(telling_routes());
  SocketClient client(server.port());
  const auto response =
      client.exchange(get(server.port(), "/who", "X-Forwarded-For: 192.0.2.7\r\n"));
  CHECK(response.body == "127.0.0.1 1");
}

TEST_CASE("A server answers under its public name, and to its own pages there") {
  RunningServer server(telling_routes(), behind_proxy());
  SocketClient client(server.port());
  CHECK(client.exchange(through_proxy("/who")).status == 200);
  CHECK(client.exchange(through_proxy("/who", "Origin: https://pilah.example.go.id\r\n")).status ==
        200);
  CHECK(client.exchange(through_proxy("/who", "Origin: http://pilah.example.go.id\r\n")).status ==
        403);
  CHECK(client.exchange("GET /who HTTP/1.1\r\nHost: other.example\r\n\r\n").status == 403);
  CHECK(client.exchange(get(server.port(), "/who")).status == 200);  // loopback as ever
}

TEST_CASE("Pages of an allowed origin may read and are told what they may send") {
  RunningServer server(telling_routes(), behind_proxy());
  SocketClient client(server.port());
  const std::string origin = "Origin: https://dashboard.example\r\n";
  const auto read = client.exchange(through_proxy("/who", origin));
  CHECK(read.status == 200);
  CHECK(read.headers.at("access-control-allow-origin") == "https://dashboard.example");
  CHECK(read.headers.at("cross-origin-resource-policy") == "cross-origin");
  auto preflight = through_proxy("/who", origin + "Access-Control-Request-Method: GET\r\n");
  preflight.replace(0, 3, "OPTIONS");
  const auto answer = client.exchange(preflight);
  CHECK(answer.status == 204);
  CHECK(answer.headers.at("access-control-allow-methods") == "GET, HEAD, OPTIONS");
  // Problems, too: the page must be able to read what was wrong.
  CHECK(client.exchange(through_proxy("/nowhere", origin))
            .headers.count("access-control-allow-origin") == 1);
}

TEST_CASE("A page of another site cannot use somebody's session, its own pages can") {
  RunningServer server(telling_routes(), behind_proxy());
  SocketClient client(server.port());
  const auto cookie = [&](std::string_view origin) {
    return client
        .exchange(through_proxy("/cookie", "Cookie: pilah_session=x\r\n" + std::string(origin)))
        .body;
  };
  CHECK(cookie("") == "pilah_session=x");
  CHECK(cookie("Origin: https://pilah.example.go.id\r\n") == "pilah_session=x");
  CHECK(cookie("Origin: https://dashboard.example\r\n").empty());
}

TEST_CASE("A request's id comes back, its own or a new one") {
  RunningServer server(telling_routes());
  SocketClient client(server.port());
  const auto id_of = [&](std::string_view headers) {
    return client.exchange(get(server.port(), "/who", headers)).headers.at("x-request-id");
  };
  CHECK(id_of("X-Request-Id: trace-7\r\n") == "trace-7");
  CHECK(id_of("X-Request-Id: <script>\r\n") == "1");
  CHECK(id_of("") == "2");
  client.send("nonsense\r\n\r\n");
  CHECK(client.receive().headers.at("x-request-id") == "3");
}

TEST_CASE("Whoever asks too often is told when to come again, others are not") {
  RunningServer server(telling_routes(), behind_proxy());
  SocketClient client(server.port());
  const auto ask = [&](const char* address) {
    return client.exchange(through_proxy(
        "/twice/a", "X-Forwarded-For: " + std::string(address) + "\r\nAccept-Language: en\r\n"));
  };
  CHECK(ask("192.0.2.7").status == 200);
  CHECK(ask("192.0.2.7").status == 200);
  const auto refused = ask("192.0.2.7");
  CHECK(refused.status == 429);
  CHECK(errors_of(refused) == " http.too_often");
  const int seconds = std::stoi(refused.headers.at("retry-after"));
  CHECK(seconds >= 1);
  CHECK(seconds <= 60);
  CHECK(ask("192.0.2.8").status == 200);
}

TEST_CASE("Each answered request is told of by its route, never by its path") {
  std::mutex mutex;
  std::vector<std::string> told;
  http::ServerOptions options;
  options.conduct.observe = [&](const http::RequestRecord& record) {
    const std::lock_guard lock(mutex);
    told.push_back(std::string(record.id) + ' ' + std::string(record.method) + ' ' +
                   std::string(record.route) + ' ' + std::to_string(record.status) + ' ' +
                   std::to_string(record.bytes));
  };
  RunningServer server(telling_routes(), std::move(options));
  SocketClient client(server.port());
  client.exchange(get(server.port(), "/twice/3171234567890001"));
  client.exchange(get(server.port(), "/secret?q=x"));
  const std::lock_guard lock(mutex);
  REQUIRE(told.size() == 2);
  CHECK(told[0] == "1 GET /twice/{x} 200 2");
  CHECK(told[1].substr(0, 11) == "2 GET  404 ");
}

TEST_CASE("Metrics are for the machine itself, with revision and index of every region") {
  auto metrics = std::make_shared<http::Metrics>();
  SampleHost host;
  auto options = behind_proxy();
  options.conduct.observe = [metrics](const auto& record) { metrics->count(record); };
  RunningServer server(http::api_routes(host.environment(), all_sentences(), metrics),
                       std::move(options));
  SocketClient client(server.port());
  CHECK(client.exchange(get(server.port(), "/api/v1/regions/13.11")).status == 200);
  const auto response = client.exchange(get(server.port(), "/metrics"));
  CHECK(response.headers.at("content-type") == "text/plain; version=0.0.4; charset=utf-8");
  for (const char* line :
       {"\npilah_http_requests_total{route=\"/api/v1/regions/"
        "{code}\",method=\"GET\",status=\"200\"} 1\n",
        "\npilah_revision{region=\"13.11\"} 0\n", "\npilah_index_lag{region=\"16.02\"} 0\n"}) {
    CAPTURE(line, response.body);
    CHECK(response.body.find(line) != std::string::npos);
  }
  const auto outside = client.exchange(through_proxy("/metrics", "X-Forwarded-For: 192.0.2.7\r\n"));
  CHECK(outside.status == 403);
  CHECK(errors_of(outside) == " http.for_this_machine");
}
