#include "pilah/registry/teams/decrees.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/file_answer.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::http {
namespace {

using catalogue::DecreeId;
using registry::Environment;

/// The decree that an address names.
struct Place {
  catalogue::RegionCode region;
  DecreeId id;
};

Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<DecreeId>(values[1], "decree.not_found")};
}

/// It begins and ends, is replaced and sets up teams without being changed itself.
Response answer(Response response, const registry::DecreeEntry& entry) {
  response.headers.emplace_back(
      "ETag", revision_tag(entry.revision, std::to_string(static_cast<int>(entry.state)) + 't' +
                                               std::to_string(entry.teams.size()) +
                                               (entry.replaced_by ? "r" : "")));
  return response;
}

Response told(const registry::DecreeEntry& entry) {
  return answer(json_response(200, registry::decree_document(entry)), entry);
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::decrees(environment, request.caller, region);
  return json_response(200, {{"decrees", registry::decrees_document(all)}});
}

Response add(const Environment& environment, const registry::Caller& by, const Request& request,
             const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::NewDecree asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  const auto entry = registry::add_decree(environment, by, region, asked);
  return answer(created("/api/v1/regions/" + region.text() + "/decrees/" + entry.decree.id.text(),
                        registry::decree_document(entry)),
                entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return told(registry::decree(environment, request.caller, region, id));
}

Response change(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  const auto patch = document_of(request, DocumentKind::kPatch);
  const auto expected = expected_revision(request, [&, region = region, id = id] {
    return registry::decree(environment, request.caller, region, id).revision;
  });
  return told(registry::change_decree(environment, request.caller, region, id, patch, expected));
}

Response put_file(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  const auto name = Query(request, {"file_name"}).one("file_name");
  BodyPieces body(request);
  const registry::EvidenceUpload upload{name.value_or(""), "", [&body] { return body.next(); }};
  return told(registry::add_decree_file(environment, request.caller, region, id, upload));
}

Response file(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return file_answer(registry::decree_file(environment, request.caller, region, id));
}

}  // namespace

void add_decrees(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/decrees";
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
  table.add({"PUT", all + "/{id}/file", handled(put_file), Lane::kLong,
             static_cast<std::size_t>(registry::kLargestEvidence)});
  table.add({"GET", all + "/{id}/file", handled(file)});
}

}  // namespace pilah::http
