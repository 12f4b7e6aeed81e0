#include "pilah/http/operation/metrics.hpp"

#include "support/catch.hpp"

using namespace pilah::http;

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("Requests are counted by route, method and status, and their times in buckets") {
  Metrics metrics;
  metrics.count({"1", "GET", "/api/v1/regions/{code}", 200, 900, 10});
  metrics.count({"2", "GET", "/api/v1/regions/{code}", 200, 30'000, 10});
  metrics.count({"3", "GET", "/api/v1/regions/{code}", 404, 20'000'000, 10});
  const auto text = metrics.text();
  CAPTURE(text);
  const std::string route = R"(route="/api/v1/regions/{code}")";
  CHECK(has_line(text, "pilah_http_requests_total{" + route + R"(,method="GET",status="200"} 2)"));
  CHECK(has_line(text, "pilah_http_requests_total{" + route + R"(,method="GET",status="404"} 1)"));
  const auto bucket = [&](const char* bound, int count) {
    return has_line(text, "pilah_http_request_seconds_bucket{" + route + ",le=\"" + bound + "\"} " +
                              std::to_string(count));
  };
  CHECK(bucket("0.001000", 1));
  CHECK(bucket("0.025000", 1));
  CHECK(bucket("0.050000", 2));
  CHECK(bucket("10.000000", 2));
  CHECK(bucket("+Inf", 3));
  CHECK(has_line(text, "pilah_http_request_seconds_count{" + route + "} 3"));
  CHECK(has_line(text, "pilah_http_request_seconds_sum{" + route + "} 20.030900"));
}

TEST_CASE("Gauges are asked for when somebody reads, and their labels cannot break a line") {
  Metrics metrics;
  std::int64_t now = 1;
  metrics.add_gauges([&now] {
    return std::vector<Gauge>{{"pilah_revision", "Last change.", {{{{"region", "1\"\n\\"}}, now}}}};
  });
  now = 57;
  const auto text = metrics.text();
  CAPTURE(text);
  CHECK(has_line(text, "# TYPE pilah_revision gauge"));
  CHECK(has_line(text, R"(pilah_revision{region="1\" \\"} 57)"));
}
