#include "pilah/registry/rounds/dossier.hpp"

#include <array>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/dossier.hpp"

namespace pilah::http {
namespace {

using catalogue::RoundId;
using registry::DossierEntry;
using registry::Environment;

/// What a step is reported with; which, its address says.
struct ProgressBody {
  catalogue::StepState state = catalogue::StepState::kNotBegun;
  std::optional<catalogue::OrganisationId> owner;
  std::optional<catalogue::PartialDate> due;
  std::string document;

  static void fields(auto& self, auto&& visit) {
    visit("state", self.state);
    visit("owner", self.owner);
    visit("due", self.due);
    visit("document", self.document);
  }
};

struct Place {
  catalogue::RegionCode region;
  RoundId round;
};
Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<RoundId>(values[1], "round.not_found")};
}

/// What is late changes with the day, and an inherited dossier with its round: the tag is
/// of the whole text.
Response answer(const DossierEntry& entry) {
  auto response = json_response(200, registry::dossier_document(entry));
  const auto digest = std::hash<std::string>{}(response.body);
  response.headers.emplace_back("ETag", revision_tag(entry.revision, std::to_string(digest)));
  return response;
}

Response get(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  return answer(registry::dossier(environment, request.caller, place.region, place.round));
}

Response change(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  const auto patch = document_of(request, DocumentKind::kPatch);
  for (const char* key : {"id", "region", "steps"}) {
    if (!patch.contains(key)) continue;
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
  }
  const auto expected = expected_revision(request, [&] {
    return registry::dossier(environment, request.caller, place.region, place.round).revision;
  });
  return answer(registry::change_dossier(environment, request.caller, place.region, place.round,
                                         patch, expected));
}

Response put_step(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto place = place_of(environment, values);
  ProgressBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return answer(registry::record_step(
      environment, request.caller, place.region, place.round,
      {values[2], body.state, body.owner, body.due, std::move(body.document)}));
}

}  // namespace

void add_dossier(RouteTable& table, const Environment& environment) {
  const std::string dossier = "/api/v1/regions/{code}/rounds/{id}/dossier";
  const auto add = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  add("GET", dossier, get);
  add("PATCH", dossier, change);
  add("PUT", dossier + "/steps/{step}", put_step);
}

}  // namespace pilah::http
