#include "pilah/registry/regions.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

struct WantedRegion {
  std::string code;
  static void fields(auto& self, auto&& visit) { visit("code", self.code); }
};

Response list(const Environment& environment) {
  return json_response(200, {{"regions", catalogue::to_json(registry::regions(environment))}});
}

Response one(const Environment& environment, const PathValues& values) {
  const auto code = region_of_path(environment, values[0]);
  const auto all = registry::regions(environment);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&code](const auto& region) { return region.code == code; });
  return json_response(200, catalogue::to_json(*found));
}

Response create(const Environment& environment, const registry::Caller& by,
                const Request& request) {
  const auto wanted =
      catalogue::from_json<WantedRegion>(document_of(request, DocumentKind::kWhole));
  const auto region = registry::add_new_region(environment, by, wanted.code);
  return created("/api/v1/regions/" + region.code.text(), catalogue::to_json(region));
}

/// All that there are in Indonesia, whether on this host or not.
Response directory(const Environment& environment) {
  boost::json::array all;
  for (const auto& region : environment.directory.regions()) {
    all.push_back({{"code", region.code.text()},
                   {"name", region.name},
                   {"kind", catalogue::name_of(region.kind)}});
  }
  return json_response(200, {{"regions", std::move(all)}});
}

}  // namespace

void add_regions(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions",
             [&environment](const Request&, const PathValues&) { return list(environment); }});
  table.add({"POST", "/api/v1/regions",
             once(environment,
                  [&environment](const registry::Caller& by, const Request& request,
                                 const PathValues&) { return create(environment, by, request); })});
  table.add(
      {"GET", "/api/v1/regions/{code}", [&environment](const Request&, const PathValues& values) {
         return one(environment, values);
       }});
  table.add({"GET", "/api/v1/region-directory",
             [&environment](const Request&, const PathValues&) { return directory(environment); }});
}

}  // namespace pilah::http
