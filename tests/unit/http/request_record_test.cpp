#include "pilah/http/operation/request_record.hpp"

#include <boost/json.hpp>

#include "support/catch.hpp"

using namespace pilah::http;

TEST_CASE("A request keeps the id that it brings, unless that could forge a line of a log") {
  const auto made = [] { return std::string("made"); };
  CHECK(request_id("trace-7_a.B", made) == "trace-7_a.B");
  CHECK(request_id(std::string(64, 'a'), made) == std::string(64, 'a'));
  for (const std::string& sent :
       {std::string(), std::string(65, 'a'), std::string("a b"), std::string("a\"b"),
        std::string("a\nb"), std::string("\xc3\xa9")}) {
    CAPTURE(sent);
    CHECK(request_id(sent, made) == "made");
  }
}

TEST_CASE("A line of the log is one JSON object with the route, not the path") {
  const auto line = log_line({"7", known_method("GET"), "/api/v1/innovations/{id}", 200, 1'500, 42},
                             "2026-01-31T00:00:00Z");
  CHECK(boost::json::parse(line) ==
        boost::json::parse(R"({"time": "2026-01-31T00:00:00Z", "id": "7", "method": "GET",
                               "route": "/api/v1/innovations/{id}", "status": 200,
                               "milliseconds": 1.5, "bytes": 42})"));
  CHECK(line.find("\"milliseconds\":1.500}") != std::string::npos);
  CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("A method that nobody knows is counted as OTHER") {
  CHECK(known_method("PATCH") == "PATCH");
  CHECK(known_method("BREW") == "OTHER");
}
