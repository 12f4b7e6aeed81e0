#include "pilah/registry/teams/duties.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/handlers.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

struct Duties {
  using Record = registry::NewDuty;
  using Id = catalogue::DutyId;
  using Entry = registry::DutyEntry;
  static constexpr const char* kPlace = "duties";
  static constexpr const char* kNotFound = "duty.not_found";
  static constexpr auto kFind = registry::duty;
  static constexpr auto kAdd = registry::add_duty;
  static constexpr auto kChange = registry::change_duty;
  static constexpr auto kDocumentOf = registry::duty_document;
  static Id id_of(const Entry& entry) { return entry.duty.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  /// It grows late by itself, and is not everybody's own.
  static std::string tag_of(const Entry& entry) {
    return revision_tag(entry.revision,
                        std::string(entry.late ? "l" : "t") + (entry.own ? "o" : ""));
  }
};

using Records = RegionRecords<Duties>;

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

Response finish(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  registry::DutyDone done;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), done);
  return Records::told(registry::finish_duty(environment, request.caller, place.region, place.id,
                                             done, Records::expected(environment, request, place)));
}

}  // namespace

void add_duties(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/duties";
  table.add({"GET", all, handler_of(environment, list)});
  Records::add_routes(table, environment);
  table.add({"POST", all + "/{id}/done", handler_of(environment, finish)});
}

}  // namespace pilah::http
