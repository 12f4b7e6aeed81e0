#include "pilah/registry/teams/decrees.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/file_answer.hpp"
#include "pilah/http/resources/handlers.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

struct Decrees {
  using Record = registry::NewDecree;
  using Id = catalogue::DecreeId;
  using Entry = registry::DecreeEntry;
  static constexpr const char* kPlace = "decrees";
  static constexpr const char* kNotFound = "decree.not_found";
  static constexpr auto kFind = registry::decree;
  static constexpr auto kAdd = registry::add_decree;
  static constexpr auto kChange = registry::change_decree;
  static constexpr auto kDocumentOf = registry::decree_document;
  static Id id_of(const Entry& entry) { return entry.decree.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  /// It begins and ends, is replaced and sets up teams without being changed itself.
  static std::string tag_of(const Entry& entry) {
    return revision_tag(entry.revision, std::to_string(static_cast<int>(entry.state)) + 't' +
                                            std::to_string(entry.teams.size()) +
                                            (entry.replaced_by ? "r" : ""));
  }
};

using Records = RegionRecords<Decrees>;

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::decrees(environment, request.caller, region);
  return json_response(200, {{"decrees", registry::decrees_document(all)}});
}

Response put_file(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto [region, id] = Records::place_of(environment, values);
  const auto name = Query(request, {"file_name"}).one("file_name");
  BodyPieces body(request);
  const registry::EvidenceUpload upload{name.value_or(""), "", [&body] { return body.next(); }};
  return Records::told(registry::add_decree_file(environment, request.caller, region, id, upload));
}

Response file(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = Records::place_of(environment, values);
  return file_answer(registry::decree_file(environment, request.caller, region, id));
}

}  // namespace

void add_decrees(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/decrees";
  table.add({"GET", all, handler_of(environment, list)});
  Records::add_routes(table, environment);
  table.add({"PUT", all + "/{id}/file", handler_of(environment, put_file), Lane::kLong,
             static_cast<std::size_t>(registry::kLargestEvidence)});
  table.add({"GET", all + "/{id}/file", handler_of(environment, file)});
}

}  // namespace pilah::http
