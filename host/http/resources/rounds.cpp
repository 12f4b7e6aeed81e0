#include "pilah/registry/rounds/rounds.hpp"

#include <array>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/handlers.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/round.hpp"
#include "pilah/registry/documents/round_runs.hpp"
#include "pilah/registry/rounds/round_comparison.hpp"

namespace pilah::http {
namespace {

using catalogue::RoundId;
using registry::Environment;
using registry::RoundEntry;

struct Rounds {
  using Record = catalogue::Round;
  using Id = RoundId;
  using Entry = RoundEntry;
  static constexpr const char* kPlace = "rounds";
  static constexpr const char* kNotFound = "round.not_found";
  static constexpr std::array kSetByHost = {"id",    "region",       "frozen_revision", "snapshot",
                                            "state", "carried_from", "attendance"};
  static constexpr auto kFind = registry::round;
  static constexpr auto kAdd = registry::add_round;
  static constexpr auto kChange = registry::change_round;
  static constexpr auto kDocumentOf = registry::round_document;
  static Id id_of(const Entry& entry) { return entry.round.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  /// The names in it, and who is not recorded, have lives of their own.
  static std::string tag_of(const Entry& entry) {
    std::string names;
    for (const auto& [id, name] : entry.names) names += name + '\n';
    for (const auto& name : entry.not_recorded) names += name + '\n';
    return revision_tag(entry.revision, std::to_string(std::hash<std::string>{}(names)));
  }
};

struct NameBody {
  std::string name;
  static void fields(auto& self, auto&& visit) { visit("name", self.name); }
};

using Records = RegionRecords<Rounds>;

Response answer(const RoundEntry& entry, int status = 200) {
  auto response = json_response(status, registry::round_document(entry));
  response.headers.emplace_back("ETag", Rounds::tag_of(entry));
  return response;
}

registry::RoundStep step_of(const Environment& environment, const Request& request,
                            const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  return {place.region, place.id, Records::expected(environment, request, place)};
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::rounds(environment, request.caller, region);
  return json_response(200, {{"rounds", registry::rounds_document(all)}});
}

Response open(const Environment& environment, const Request& request, const PathValues& values) {
  return answer(
      registry::open_round(environment, request.caller, step_of(environment, request, values)));
}

Response close(const Environment& environment, const Request& request, const PathValues& values) {
  return answer(
      registry::close_round(environment, request.caller, step_of(environment, request, values)));
}

Response freeze(const Environment& environment, const Request& request, const PathValues& values) {
  NameBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return answer(registry::freeze_round(environment, request.caller,
                                       step_of(environment, request, values), body.name));
}

Response attend(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  const auto form =
      catalogue::from_json<registry::AttendanceForm>(document_of(request, DocumentKind::kWhole));
  return answer(
      registry::record_attendance(environment, request.caller, place.region, place.id, form));
}

Response minute(const Environment& environment, const registry::Caller& by, const Request& request,
                const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  const auto form =
      catalogue::from_json<registry::MinuteForm>(document_of(request, DocumentKind::kWhole));
  return answer(registry::add_minute(environment, by, place.region, place.id, form), 201);
}

Response carry(const Environment& environment, const registry::Caller& by, const Request& request,
               const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  NameBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  const auto entry = registry::carry_over(environment, by, place.region, place.id, body.name);
  return created("/api/v1/regions/" + place.region.text() + "/rounds/" + entry.round.id.text(),
                 registry::round_document(entry));
}

Response compare(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  const auto text = Query(request, {"with"}).one("with");
  const auto other = text ? RoundId::parse(*text) : std::nullopt;
  if (text && !other) {
    throw HttpRefusal(400, {"http.parameter_no_id", {{"found", *text}}, "/with"});
  }
  return json_response(200, registry::comparison_document(registry::compare_rounds(
                                environment, request.caller, place.region, place.id, other)));
}

Response runs(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  return json_response(200, registry::round_runs_document(registry::round_runs(
                                environment, request.caller, place.region, place.id)));
}

}  // namespace

void add_rounds(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/rounds";
  const std::string one = all + "/{id}";
  const auto add = [&](const char* method, const std::string& pattern, auto handler,
                       std::optional<Lane> lane = std::nullopt) {
    table.add({method, pattern, handler_of(environment, handler), lane});
  };
  const auto add_once = [&](const std::string& pattern, auto handler) {
    table.add({"POST", pattern, once_handler_of(environment, handler)});
  };
  add("GET", all, list);
  Records::add_routes(table, environment);
  add("POST", one + "/open", open);
  add("POST", one + "/close", close);
  add("POST", one + "/freeze", freeze);
  add("PUT", one + "/attendance", attend);
  add_once(one + "/minutes", minute);
  add_once(one + "/carry-over", carry);
  add("GET", one + "/comparison", compare, Lane::kLong);
  add("GET", one + "/selections", runs, Lane::kLong);
}

}  // namespace pilah::http
