// What holds for every address.
#include "contract/http/api_client.hpp"
#include "pilah/http/api.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE("The health check answers in plain text") {
  ApiClient api;
  const auto response = api.get("/healthz");
  CHECK(response.status == 200);
  CHECK(response.body == "ok\n");
  CHECK(response.headers.at("cache-control") == "no-store");
}

TEST_CASE("A host whose search index is built says that it is ready") {
  ApiClient api;
  // Nothing was searched yet: here whoever searches builds it.
  const auto building = api.get("/readyz");
  CHECK(building.status == 503);
  CHECK(building.headers.at("retry-after") == "1");
  CHECK(building.body == "the search index is being built: 0 of 2 regions, 0 innovations\n");
  CHECK(api.get("/api/v1/regions/13.11/innovations?q=x").status == 200);
  CHECK(api.get("/api/v1/regions/16.02/innovations?q=x").status == 200);
  const auto ready = api.get("/readyz");
  CHECK(ready.status == 200);
  CHECK(ready.body == "ready\n");
  CHECK(ready.headers.at("cache-control") == "no-store");
}

TEST_CASE("The index and the page at / list every address that is served") {
  ApiClient api;
  const auto index = json_of(api.get("/api/v1"));
  const auto page = api.get("/");
  CHECK(page.headers.at("content-type") == "text/html; charset=utf-8");
  std::size_t listed = 0;
  for (const auto& resource : index.at("resources").as_array()) {
    CHECK(page.body.find("<code>" + std::string(resource.at("path").as_string()) + "</code>") !=
          std::string::npos);
    listed += resource.at("methods").as_array().size();
  }
  // All but the pages, the script of one, the two checks of the host and its metrics.
  CHECK(listed + 6 == api.server().server().routes().routes().size());
  for (const char* forbidden : {"<script", "<style", "style=", "http://", "https://"}) {
    CAPTURE(forbidden);
    CHECK(page.body.find(forbidden) == std::string::npos);
  }
}

TEST_CASE("Every response, also a refusal, carries the headers that protect it") {
  ApiClient api;
  for (const char* target : {"/", "/api/v1/taxonomy", "/nowhere", "/healthz"}) {
    CAPTURE(target);
    const auto response = api.get(target);
    CHECK(response.headers.at("x-content-type-options") == "nosniff");
    CHECK(response.headers.at("content-security-policy").find("default-src 'none'") == 0);
    CHECK(response.headers.at("vary") ==
          "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie, Origin");
    CHECK_FALSE(response.headers.at("x-request-id").empty());
    CHECK(response.headers.count("access-control-allow-origin") == 0);
    CHECK(response.headers.count("cache-control") == 1);
  }
  CHECK(api.get("/api/v1/taxonomy").headers.at("cache-control") == "private, no-cache");
}

TEST_CASE("A foreign Host or Origin is refused on every address") {
  ApiClient api;
  SocketClient client(api.port());
  const auto host = client.exchange("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  CHECK(host.status == 403);
  CHECK(errors_of(host) == " http.foreign_host");
  const auto origin = api.get("/api/v1/taxonomy", "Origin: https://evil.example\r\n");
  CHECK(origin.status == 403);
  CHECK(errors_of(origin) == " http.foreign_origin");
  const auto own = "Origin: http://localhost:" + std::to_string(api.port()) + "\r\n";
  CHECK(api.get("/api/v1/taxonomy", own).status == 200);
}

TEST_CASE("Unknown addresses are 404, other methods 405 with what is allowed") {
  ApiClient api;
  for (const char* target :
       {"/api", "/api/v2", "/api/v1/", "/api/v1/taxonomy/x", "/../etc/passwd", "/api/v1/regions//",
        "/api/v1/../v1/taxonomy", "/%2e%2e/etc/passwd", "//healthz"}) {
    CAPTURE(target);
    const auto response = api.get(target);
    CHECK(response.status == 404);
    CHECK(errors_of(response) == " http.no_such_address");
  }
  const auto response = api.send("DELETE", "/api/v1/regions/13.11/innovations", "");
  CHECK(response.status == 405);
  CHECK(response.headers.at("allow") == "GET, HEAD, OPTIONS, POST");
  CHECK(errors_of(response) == " http.method_not_allowed");
  const auto options = api.send("OPTIONS", "/api/v1/taxonomy", "");
  CHECK(options.status == 204);
  CHECK(options.headers.at("allow") == "GET, HEAD, OPTIONS");
  CHECK(options.headers.count("content-length") == 0);
}

TEST_CASE("A path that is no text is 400") {
  ApiClient api;
  for (const char* code : {"%00", "13%2", "%ff"}) {
    CAPTURE(code);
    const auto response = api.get("/api/v1/regions/" + std::string(code));
    CHECK(response.status == 400);
    CHECK(errors_of(response) == " http.path_malformed");
  }
}

TEST_CASE("HEAD answers what GET would, without the body") {
  ApiClient api;
  const auto whole = api.get("/api/v1/taxonomy");
  SocketClient client(api.port());
  auto request = get(api.port(), "/api/v1/taxonomy");
  request.replace(0, 3, "HEAD");
  const auto head = client.exchange(request);
  CHECK(head.status == 200);
  CHECK(head.headers.at("content-length") == std::to_string(whole.body.size()));
  CHECK(head.headers.at("etag") == whole.headers.at("etag"));
  CHECK(client.exchange(get(api.port(), "/healthz")).body == "ok\n");  // nothing was left over
}

TEST_CASE("A read that has not changed is 304") {
  ApiClient api;
  const auto first = api.get("/api/v1/taxonomy");
  const auto tag = first.headers.at("etag");
  const auto again = api.get("/api/v1/taxonomy", "If-None-Match: " + tag + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.headers.at("etag") == tag);
  CHECK(again.headers.count("content-length") == 0);
  CHECK(api.get("/api/v1/taxonomy", "If-None-Match: \"other\"\r\n").status == 200);
  CHECK(api.get("/healthz").status == 200);
}

TEST_CASE("A client that takes gzip gets it, under a tag that is understood again") {
  ApiClient api;
  const auto plain = api.get("/api/v1/taxonomy");
  const auto zipped = api.get("/api/v1/taxonomy", "Accept-Encoding: gzip, br\r\n");
  CHECK(zipped.headers.at("content-encoding") == "gzip");
  CHECK(zipped.body.size() < plain.body.size());
  CHECK(zipped.headers.at("etag") != plain.headers.at("etag"));
  const auto again =
      api.get("/api/v1/taxonomy",
              "Accept-Encoding: gzip\r\nIf-None-Match: " + zipped.headers.at("etag") + "\r\n");
  CHECK(again.status == 304);
}

TEST_CASE("Problems speak the language asked for, else Indonesian") {
  ApiClient api;
  const auto title = [&api](const char* headers) {
    const auto response = api.get("/nowhere", headers);
    return response.headers.at("content-language") + ": " +
           std::string(json_of(response).at("title").as_string());
  };
  CHECK(title("") == "id: Tidak ditemukan");
  CHECK(title("Accept-Language: en-GB,en;q=0.9\r\n") == "en: Not found");
  CHECK(title("Accept-Language: fr\r\n") == "id: Tidak ditemukan");
}

TEST_CASE("A body of another type, or none that is JSON, is told so with its place") {
  ApiClient api;
  const std::string target = "/api/v1/regions/13.11/organisations";
  const auto form = api.send("POST", target, "name=x", "", "application/x-www-form-urlencoded");
  CHECK(form.status == 415);
  CHECK(form.headers.at("accept-post") == "application/json");
  const auto broken = api.send("POST", target, R"({"name": "x",})");
  CHECK(broken.status == 400);
  CHECK(errors_of(broken) == " json.syntax");
  CHECK(broken.body.find("13") != std::string::npos);  // the byte where it broke
  const auto list = api.send("POST", target, "[]");
  CHECK(list.status == 422);
  CHECK(errors_of(list) == " http.not_an_object");
  CHECK(api.send("POST", target, "").status == 400);
}

TEST_CASE("Nothing that changes the catalogue takes the threads of those who read") {
  ApiClient api;
  for (const auto& route : api.server().server().routes().routes()) {
    if (route.method == "GET") continue;
    INFO(route.method << " " << route.pattern);
    const std::string innovations = "/api/v1/regions/{code}/innovations";
    const bool asks = route.pattern == innovations + "/likely-duplicates" ||
                      route.pattern == innovations + "/area-suggestions";
    CHECK((route.lane == http::Lane::kQuick) == asks);
  }
}
