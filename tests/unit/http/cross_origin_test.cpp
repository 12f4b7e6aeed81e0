#include "pilah/http/operation/cross_origin.hpp"

#include <map>

#include "support/catch.hpp"

using namespace pilah::http;

namespace {

std::map<std::string, std::string> opened(const CrossOrigin& others, const char* origin) {
  Request request;
  request.origin = origin;
  Response response;
  others.open(request, response);
  return {response.headers.begin(), response.headers.end()};
}

}  // namespace

TEST_CASE("Only the named origins may read, and never with cookies") {
  const CrossOrigin others({"https://dashboard.example"});
  const auto headers = opened(others, "https://dashboard.example");
  CHECK(headers.at("Access-Control-Allow-Origin") == "https://dashboard.example");
  CHECK(headers.at("Cross-Origin-Resource-Policy") == "cross-origin");
  CHECK(headers.count("Access-Control-Allow-Credentials") == 0);
  for (const char* origin : {"", "https://evil.example", "http://dashboard.example",
                             "https://dashboard.example.evil.example", "null"}) {
    CAPTURE(origin);
    CHECK(opened(others, origin).empty());
  }
}

TEST_CASE("A star opens the API to every origin, nothing opens it to none") {
  CHECK(opened(CrossOrigin({"*"}), "https://any.example").size() == 3);
  CHECK(opened(CrossOrigin(), "https://any.example").empty());
}

TEST_CASE("A preflight tells the methods of the address") {
  Request request;
  request.origin = "https://dashboard.example";
  Response response;
  response.headers = {{"Allow", "GET, HEAD, OPTIONS"}};
  CrossOrigin({"*"}).open_preflight(request, response);
  const std::map<std::string, std::string> headers(response.headers.begin(),
                                                   response.headers.end());
  CHECK(headers.at("Access-Control-Allow-Methods") == "GET, HEAD, OPTIONS");
  CHECK(headers.at("Access-Control-Allow-Headers").find("Authorization") != std::string::npos);
}
