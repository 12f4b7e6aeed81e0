#include "pilah/registry/monitoring/follow_ups.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/follow_up.hpp"

namespace pilah::http {
namespace {

using catalogue::FollowUpId;
using registry::Environment;
using registry::FollowUpState;

/// The follow-up that an address names.
struct Place {
  catalogue::RegionCode region;
  FollowUpId id;
};

Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<FollowUpId>(values[1], "follow_up.not_found")};
}

/// Whether it is late hangs on the day, and names have a life of their own.
Response answer(Response response, const registry::FollowUpEntry& entry) {
  const auto digest = std::hash<std::string>{}(response.body);
  response.headers.emplace_back("ETag", revision_tag(entry.revision, std::to_string(digest)));
  return response;
}

std::optional<FollowUpState> state_of(const Request& request) {
  const auto text = Query(request, {"state"}).one("state");
  if (!text) return std::nullopt;
  for (const auto state : {FollowUpState::kLate, FollowUpState::kLateExplained,
                           FollowUpState::kOpen, FollowUpState::kDone}) {
    if (registry::name_of(state) == *text) return state;
  }
  throw HttpRefusal(400, {"follow_up.no_such_state", {{"found", *text}}, "/state"});
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::follow_ups(environment, request.caller, region, state_of(request));
  return json_response(200, {{"follow_ups", registry::follow_ups_document(all)}});
}

Response raise(const Environment& environment, const registry::Caller& by, const Request& request,
               const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::NewFollowUp asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  const auto entry = registry::raise_follow_up(environment, by, region, asked);
  return answer(
      created("/api/v1/regions/" + region.text() + "/follow-ups/" + entry.follow_up.id.text(),
              registry::follow_up_document(entry)),
      entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  const auto entry = registry::follow_up(environment, request.caller, region, id);
  return answer(json_response(200, registry::follow_up_document(entry)), entry);
}

Response put_answer(const Environment& environment, const Request& request,
                    const PathValues& values) {
  const auto place = place_of(environment, values);
  registry::FollowUpAnswer given;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), given);
  const auto revision = expected_revision(request, [&] {
    return registry::follow_up(environment, request.caller, place.region, place.id).revision;
  });
  const auto entry = registry::answer_follow_up(environment, request.caller, place.region, place.id,
                                                given, revision);
  return answer(json_response(200, registry::follow_up_document(entry)), entry);
}

}  // namespace

void add_follow_ups(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/follow-ups";
  const auto add = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  add("GET", all, list);
  table.add({"POST", all,
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return raise(environment, by, request, values);
             })});
  add("GET", all + "/{id}", one);
  add("PUT", all + "/{id}/answer", put_answer);
}

}  // namespace pilah::http
