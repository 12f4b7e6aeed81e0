#include "pilah/registry/plans/plans.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/documents/plan.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

constexpr std::size_t kMostOfPlans = 16 * 1024 * 1024;  // bytes of a body

struct ItemBody {
  catalogue::PlanItemId item;
  static void fields(auto& self, auto&& visit) { visit("item", self.item); }
};

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entries = registry::plans(environment, request.caller, region);
  return json_response(200, {{"plans", registry::plans_document(entries)}});
}

/// Sending the same document again changes nothing, so it needs no key.
Response import(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto text = boost::json::serialize(document_of(request, DocumentKind::kWhole));
  return json_response(200, registry::plan_report_document(
                                registry::import_plans(environment, request.caller, region, text)));
}

Response coverage(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return json_response(200, registry::plan_coverage_document(
                                registry::plan_coverage(environment, request.caller, region)));
}

Response link(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of_path<catalogue::InnovationId>(values[0], "innovation.not_found");
  ItemBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  const auto entry = registry::link_to_plan(environment, request.caller, id, body.item);
  return json_response(200, registry::innovation_document(entry));
}

}  // namespace

void add_plans(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* pattern, auto handler,
                       std::optional<Lane> lane = std::nullopt,
                       std::size_t max_body = 1024 * 1024) {
    Route route{method, pattern,
                [&environment, handler](const Request& request, const PathValues& values) {
                  return handler(environment, request, values);
                },
                lane};
    route.max_body = max_body;
    table.add(std::move(route));
  };
  add("GET", "/api/v1/regions/{code}/plans", list);
  add("PUT", "/api/v1/regions/{code}/plans", import, Lane::kLong, kMostOfPlans);
  add("GET", "/api/v1/regions/{code}/coverage/plans", coverage, Lane::kLong);
  add("PUT", "/api/v1/innovations/{id}/plan-links", link);
}

}  // namespace pilah::http
