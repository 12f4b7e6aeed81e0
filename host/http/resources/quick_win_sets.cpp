#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/file_answer.hpp"
#include "pilah/http/resources/handlers.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/quick_win_set.hpp"
#include "pilah/registry/quick_wins/adoption.hpp"
#include "pilah/registry/quick_wins/amendment.hpp"
#include "pilah/registry/quick_wins/commitment.hpp"
#include "pilah/registry/quick_wins/formulation.hpp"

namespace pilah::http {
namespace {

using catalogue::QuickWinSetId;
using catalogue::SignatureId;
using registry::Environment;

struct SignatoriesBody {
  std::vector<registry::NewSignatory> signatories;
  static void fields(auto& self, auto&& visit) { visit("signatories", self.signatories); }
};

/// The set that an address names.
struct Place {
  catalogue::RegionCode region;
  QuickWinSetId id;
};

Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<QuickWinSetId>(values[1], "quick_win.not_found")};
}

std::int64_t expected(const Environment& environment, const Request& request, const Place& place) {
  return expected_revision(request, [&] {
    return registry::quick_win_set(environment, request.caller, place.region, place.id).revision;
  });
}

/// A signature or an amendment is no change of the set, but of what is told of it. Whoever
/// demands it in If-Match demands the set's revision.
Response answer(Response response, const registry::QuickWinSetEntry& entry) {
  std::size_t given = 0;
  for (const auto& signatory : entry.signatories) {
    if (signatory.signature) given += signatory.signature->scan ? 2 : 1;
  }
  response.headers.emplace_back(
      "ETag", revision_tag(entry.revision, std::to_string(given) + (entry.amended_by ? "a" : "")));
  return response;
}

Response told(const registry::QuickWinSetEntry& entry) {
  return answer(json_response(200, registry::quick_win_set_document(entry)), entry);
}

Response made(const registry::QuickWinSetEntry& entry) {
  return answer(created("/api/v1/regions/" + entry.set.region.text() + "/quick-win-sets/" +
                            entry.set.id.text(),
                        registry::quick_win_set_document(entry)),
                entry);
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::quick_win_sets(environment, request.caller, region);
  return json_response(200, {{"quick_win_sets", registry::quick_win_sets_document(all)}});
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return told(registry::quick_win_set(environment, request.caller, region, id));
}

Response adopt(const Environment& environment, const registry::Caller& by, const Request& request,
               const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::Adoption adoption;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), adoption);
  return made(registry::adopt(environment, by, region, adoption));
}

Response amend(const Environment& environment, const registry::Caller& by, const Request& request,
               const PathValues& values) {
  const auto place = place_of(environment, values);
  registry::NewAmendment amendment;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), amendment);
  return made(registry::amend(environment, by, place.region, place.id, amendment,
                              expected(environment, request, place)));
}

Response formulate(const Environment& environment, const Request& request,
                   const PathValues& values) {
  const auto place = place_of(environment, values);
  catalogue::Formulation formulation;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), formulation);
  formulation.candidate = values[2];
  return told(registry::formulate(environment, request.caller, place.region, place.id,
                                  std::move(formulation), expected(environment, request, place)));
}

Response name_signatories(const Environment& environment, const Request& request,
                          const PathValues& values) {
  const auto place = place_of(environment, values);
  SignatoriesBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return told(registry::add_signatories(environment, request.caller, place.region, place.id,
                                        body.signatories, expected(environment, request, place)));
}

Response sign(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  registry::NewSignature signature;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), signature);
  return told(registry::sign(environment, request.caller, place.region, place.id, signature,
                             expected(environment, request, place)));
}

/// The signature that an address names.
SignatureId signature_of(const PathValues& values) {
  return id_of_path<SignatureId>(values[1], "commitment.signature_not_found");
}

Response put_scan(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto name = Query(request, {"file_name"}).one("file_name");
  BodyPieces body(request);
  const registry::EvidenceUpload upload{name.value_or(""), "", [&body] { return body.next(); }};
  return told(
      registry::add_scan(environment, request.caller, region, signature_of(values), upload));
}

Response scan(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return file_answer(registry::scan_of(environment, request.caller, region, signature_of(values)));
}

}  // namespace

void add_quick_win_sets(RouteTable& table, const Environment& environment) {
  const std::string region = "/api/v1/regions/{code}";
  const std::string all = region + "/quick-win-sets";
  table.add({"GET", all, handler_of(environment, list)});
  table.add({"POST", all, once_handler_of(environment, adopt)});
  table.add({"GET", all + "/{id}", handler_of(environment, one)});
  table.add({"POST", all + "/{id}/amend", once_handler_of(environment, amend)});
  table.add({"PUT", all + "/{id}/formulations/{candidate}", handler_of(environment, formulate)});
  table.add({"POST", all + "/{id}/signatories", handler_of(environment, name_signatories)});
  table.add({"POST", all + "/{id}/signatures", handler_of(environment, sign)});
  const std::string scans = region + "/signatures/{id}/scan";
  table.add({"PUT", scans, handler_of(environment, put_scan), Lane::kLong,
             static_cast<std::size_t>(registry::kLargestEvidence)});
  table.add({"GET", scans, handler_of(environment, scan)});
}

}  // namespace pilah::http
