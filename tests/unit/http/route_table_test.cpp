#include "pilah/http/route_table.hpp"

#include "pilah/http/description/operation.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/percent_encoding.hpp"
#include "pilah/http/tables/table_form.hpp"
#include "support/catch.hpp"

using namespace pilah::http;

namespace {

RouteTable table() {
  RouteTable routes;
  const auto handler = [](const Request&, const PathValues&) { return Response{}; };
  routes.add({"GET", "/", handler});
  routes.add({"GET", "/regions/{code}", handler});
  routes.add({"PATCH", "/regions/{code}", handler});
  routes.add({"GET", "/regions/{code}/innovations/{id}", handler});
  return routes;
}

}  // namespace

TEST_CASE("A path finds its route and the values of its places, decoded") {
  const auto routes = table();
  CHECK(routes.find("GET", "/").route == &routes.routes()[0]);
  const auto match = routes.find("GET", "/regions/13.11/innovations/a%2Fb%20c");
  REQUIRE(match.route == &routes.routes()[3]);
  CHECK(match.values == PathValues{"13.11", "a/b c"});
  CHECK(routes.find("PATCH", "/regions/x").route == &routes.routes()[2]);
  CHECK(routes.find("HEAD", "/regions/x").route == &routes.routes()[1]);
}

TEST_CASE("No other path is taken: no prefix, no empty place, no dots that climb") {
  const auto routes = table();
  for (const char* path :
       {"/regions", "/regions/", "/regions/x/", "//", "/regions//innovations/1",
        "/regions/x/innovations", "/regions/x/y", "/regions/../x/y", "/REGIONS/x"}) {
    CAPTURE(path);
    const auto match = routes.find("GET", path);
    CHECK_FALSE(match.route);
    CHECK(match.allowed.empty());
  }
  CHECK(routes.find("GET", "/regions/..").values == PathValues{".."});  // a name like any other
}

TEST_CASE("A method that does not apply learns which ones do") {
  const auto routes = table();
  const auto match = routes.find("DELETE", "/regions/x");
  CHECK_FALSE(match.route);
  CHECK(match.allowed == std::vector<std::string>{"GET", "HEAD", "PATCH"});
}

TEST_CASE("A place that does not decode to text is refused") {
  const auto routes = table();
  for (const char* path : {"/regions/%", "/regions/%4", "/regions/%zz", "/regions/a%00b",
                           "/regions/%0d%0aX", "/regions/%ff", "/regions/%c3%28", "/regions/%7f"}) {
    CAPTURE(path);
    CHECK_THROWS_AS(routes.find("GET", path), HttpRefusal);
    CHECK(routes.peek("GET", path) == &routes.routes()[1]);
  }
}

TEST_CASE("What is percent-encoded decodes to what it was") {
  const std::string text = "Delapan quick win/2024 & caf\xC3\xA9 +%";
  CHECK(percent_encoded(text) == "Delapan%20quick%20win%2F2024%20%26%20caf%C3%A9%20%2B%25");
  CHECK(percent_decoded(percent_encoded(text)) == text);
  CHECK(percent_decoded("a+b") == "a+b");
}

TEST_CASE("What is described, or made a table of, must be a route") {
  RouteTable table;
  table.add({"GET", "/a/{b}", nullptr});
  table.describe("GET", "/a/{b}", {"getB", "letters"});
  CHECK(table.routes().front().about->id == "getB");
  CHECK_THROWS_AS(table.describe("POST", "/a/{b}", {"addB", "letters"}), std::invalid_argument);
  CHECK_THROWS_AS(table.tabulate("GET", "/a", {"rows", "B", {}}), std::invalid_argument);
}
