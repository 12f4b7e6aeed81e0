#include "pilah/http/operation/metrics.hpp"

#include <utility>

#include "pilah/http/http_refusal.hpp"
#include "pilah/http/operation/client_address.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/search/region_revisions.hpp"

namespace pilah::http {
namespace {

std::vector<Gauge> revision_gauges(const registry::Environment& environment) {
  const auto host = registry::Caller::with_data_folder("metrics");
  Gauge revisions{"pilah_revision", "Number of the last accepted change.", {}};
  Gauge lag{"pilah_index_lag", "Changes that the search index has not taken in.", {}};
  for (const auto& [region, stored, indexed] : registry::region_revisions(environment, host)) {
    const std::vector<std::pair<std::string, std::string>> labels{{"region", region.text()}};
    revisions.values.push_back({labels, stored});
    lag.values.push_back({labels, stored - indexed.value_or(0)});
  }
  return {std::move(revisions), std::move(lag)};
}

}  // namespace

void add_metrics(RouteTable& table, const registry::Environment& environment,
                 std::shared_ptr<Metrics> metrics) {
  metrics->add_gauges([&environment] { return revision_gauges(environment); });
  table.add({"GET", "/metrics",
             [metrics = std::move(metrics)](const Request& request, const PathValues&) {
               if (!is_loopback(request.client)) {
                 throw HttpRefusal(403, {"http.for_this_machine", {}, ""});
               }
               Response response;
               response.content_type = "text/plain; version=0.0.4; charset=utf-8";
               response.headers = {{"Cache-Control", "no-store"}};
               response.body = metrics->text();
               return response;
             }});
}

}  // namespace pilah::http
