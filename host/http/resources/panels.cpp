#include "pilah/registry/panels/panels.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/panel.hpp"
#include "pilah/registry/panels/scales.hpp"

namespace pilah::http {
namespace {

using catalogue::PanelId;
using registry::Environment;

struct SheetBody {
  std::vector<registry::Judgement> judgements;
  static void fields(auto& self, auto&& visit) { visit("judgements", self.judgements); }
};

/// The panel that an address names.
struct Place {
  catalogue::RegionCode region;
  PanelId id;
};

Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<PanelId>(values[1], "panel.not_found")};
}

/// Its counts have a life of their own.
Response answer(Response response, const registry::PanelEntry& entry) {
  std::int64_t given = 0;
  for (const auto& member : entry.members) given += member.given;
  response.headers.emplace_back("ETag", revision_tag(entry.revision, std::to_string(given)));
  return response;
}

Response scales(const Environment& environment, const Request&, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::value criteria = boost::json::array();
  if (environment.scales) {
    criteria = catalogue::to_json(environment.scales->criteria(region));
  }
  return json_response(200, {{"criteria", std::move(criteria)}});
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::panels(environment, request.caller, region);
  return json_response(200, {{"panels", registry::panels_document(all)}});
}

Response open(const Environment& environment, const registry::Caller& by, const Request& request,
              const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::NewPanel asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  const auto entry = registry::open_panel(environment, by, region, asked);
  return answer(created("/api/v1/regions/" + region.text() + "/panels/" + entry.panel.id.text(),
                        registry::panel_document(entry)),
                entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  const auto entry = registry::panel(environment, request.caller, region, id);
  return answer(json_response(200, registry::panel_document(entry)), entry);
}

Response close(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  const auto revision = expected_revision(request, [&] {
    return registry::panel(environment, request.caller, place.region, place.id).revision;
  });
  const auto entry =
      registry::close_panel(environment, request.caller, place.region, place.id, revision);
  return answer(json_response(200, registry::panel_document(entry)), entry);
}

Response sheet(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return json_response(
      200, registry::sheet_document(registry::sheet(environment, request.caller, region, id)));
}

Response judge(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  SheetBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return json_response(200, registry::sheet_document(registry::judge(environment, request.caller,
                                                                     region, id, body.judgements)));
}

Response missing(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  const auto all = registry::missing_scores(environment, request.caller, region, id);
  return json_response(200, {{"missing", registry::missing_document(all)}});
}

Response results(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return json_response(200, registry::panel_results_document(
                                registry::panel_results(environment, request.caller, region, id)));
}

}  // namespace

void add_panels(RouteTable& table, const Environment& environment) {
  const std::string region = "/api/v1/regions/{code}";
  const std::string all = region + "/panels";
  const auto add = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  add("GET", region + "/scales", scales);
  add("GET", all, list);
  table.add({"POST", all,
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return open(environment, by, request, values);
             })});
  add("GET", all + "/{id}", one);
  add("POST", all + "/{id}/close", close);
  add("GET", all + "/{id}/sheet", sheet);
  add("PUT", all + "/{id}/sheet", judge);
  add("GET", all + "/{id}/missing", missing);
  add("GET", all + "/{id}/results", results);
}

}  // namespace pilah::http
