#include "pilah/registry/teams/duties.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::http {
namespace {

using catalogue::DutyId;
using registry::Environment;

/// The duty that an address names.
struct Place {
  catalogue::RegionCode region;
  DutyId id;
};

Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<DutyId>(values[1], "duty.not_found")};
}

std::int64_t expected(const Environment& environment, const Request& request, const Place& place) {
  return expected_revision(request, [&] {
    return registry::duty(environment, request.caller, place.region, place.id).revision;
  });
}

/// It grows late by itself, and is not everybody's own.
Response answer(Response response, const registry::DutyEntry& entry) {
  response.headers.emplace_back(
      "ETag",
      revision_tag(entry.revision, std::string(entry.late ? "l" : "t") + (entry.own ? "o" : "")));
  return response;
}

Response told(const registry::DutyEntry& entry) {
  return answer(json_response(200, registry::duty_document(entry)), entry);
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {"late", "open", "team"});
  registry::DutyFilter filter;
  filter.late_only = query.yes_or_no("late").value_or(false);
  filter.open_only = query.yes_or_no("open").value_or(false);
  if (const auto team = query.one("team")) {
    filter.team.emplace();
    catalogue::read_json(boost::json::string(*team), *filter.team, "/team");
  }
  const auto all = registry::duties(environment, request.caller, region, filter);
  return json_response(200, {{"duties", registry::duties_document(all)}});
}

Response add(const Environment& environment, const registry::Caller& by, const Request& request,
             const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::NewDuty asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  const auto entry = registry::add_duty(environment, by, region, asked);
  return answer(created("/api/v1/regions/" + region.text() + "/duties/" + entry.duty.id.text(),
                        registry::duty_document(entry)),
                entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return told(registry::duty(environment, request.caller, region, id));
}

Response change(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  const auto patch = document_of(request, DocumentKind::kPatch);
  return told(registry::change_duty(environment, request.caller, place.region, place.id, patch,
                                    expected(environment, request, place)));
}

Response finish(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  registry::DutyDone done;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), done);
  return told(registry::finish_duty(environment, request.caller, place.region, place.id, done,
                                    expected(environment, request, place)));
}

}  // namespace

void add_duties(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/duties";
  const auto handled = [&environment](auto handler) {
    return [&environment, handler](const Request& request, const PathValues& values) {
      return handler(environment, request, values);
    };
  };
  table.add({"GET", all, handled(list)});
  table.add({"POST", all,
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return add(environment, by, request, values);
             })});
  table.add({"GET", all + "/{id}", handled(one)});
  table.add({"PATCH", all + "/{id}", handled(change)});
  table.add({"POST", all + "/{id}/done", handled(finish)});
}

}  // namespace pilah::http
