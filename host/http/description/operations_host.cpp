#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

void describe_host(RouteTable& table) {
  table.describe("GET", "/api/v1",
                 {"getIndex", "host", {}, {}, {{200, "application/json", "ApiIndex"}}});
  table.describe("GET", "/api/v1/openapi.json",
                 {"getOpenApi", "host", {}, {}, {{200, "application/json", "OpenApi"}}});
  table.describe("GET", "/", {"getPage", "host", {}, {}, {{200, "text/html", ""}}});
  table.describe("GET", "/set-password",
                 {"getSetPasswordPage", "host", {}, {}, {{200, "text/html", ""}}});
  table.describe("GET", "/set-password.js",
                 {"getSetPasswordScript", "host", {}, {}, {{200, "text/javascript", ""}}});
  table.describe("GET", "/healthz", {"getHealth", "host", {}, {}, {{200, "text/plain", ""}}});
  table.describe("GET", "/metrics", {"getMetrics", "host", {}, {}, {{200, "text/plain", ""}}});
  // Not ready is an answer, too, and no problem document.
  table.describe(
      "GET", "/readyz",
      {"getReadiness", "host", {}, {}, {{200, "text/plain", ""}, {503, "text/plain", ""}}});
}

}  // namespace pilah::http
