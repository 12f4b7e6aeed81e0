#include "pilah/registry/evidence/evidence.hpp"

#include <charconv>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/percent_encoding.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/evidence.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/evidence/media_type.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using registry::Environment;

InnovationId id_of(const PathValues& values) {
  return id_of_path<InnovationId>(values[0], "innovation.not_found");
}

/// Of the version that is worked on.
std::int64_t expected(const Environment& environment, const Request& request, InnovationId id) {
  return expected_revision(
      request, [&] { return registry::claims(environment, request.caller, id).revision; });
}

Response with_tag(Response response, std::int64_t revision) {
  response.headers.emplace_back("ETag", revision_tag(revision));
  return response;
}

boost::json::object version_document(const registry::WorkingVersion& version) {
  return registry::innovation_document({version.entry, version.revision});
}

std::string demanded(const Query& query, const char* name) {
  const auto value = query.one(name);
  if (value && !value->empty()) return *value;
  throw HttpRefusal(400,
                    {"http.parameter_missing", {{"parameter", name}}, std::string("/") + name});
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto version = registry::claims(environment, request.caller, id_of(values));
  return with_tag(json_response(200, registry::claims_document(version)), version.revision);
}

Response add(const Environment& environment, const registry::Caller& by, const Request& request,
             const PathValues& values) {
  const Query query(request, {"field", "file_name"});
  const auto id = id_of(values);
  BodyPieces body(request);
  const registry::EvidenceUpload upload{demanded(query, "file_name"), demanded(query, "field"),
                                        [&body] { return body.next(); }};
  const auto added =
      registry::add_evidence(environment, by, id, upload, expected(environment, request, id));
  return with_tag(created("/api/v1/innovations/" + id.text() + "/evidence/" + added.evidence.sha256,
                          version_document(added.version)),
                  added.version.revision);
}

/// The file's bytes, each piece read once the one before is sent.
class FileStream : public BodyStream {
 public:
  explicit FileStream(registry::EvidenceFile file) : file_(std::move(file)) {}

  State next(std::string& piece) override { return file_.next(piece) ? State::kMore : State::kEnd; }

 private:
  const registry::EvidenceFile file_;
};

/// Nothing in the file runs, whoever opens it: no script, no frame, no guess at its type.
Response file(const Environment& environment, const Request& request, const PathValues& values) {
  auto found = registry::evidence_file(environment, request.caller, id_of(values), values[1]);
  Response response;
  response.content_type = found.evidence.media_type;
  if (response.content_type == "text/plain") response.content_type += "; charset=utf-8";
  const char* disposition =
      registry::is_shown_in_place(found.evidence.media_type) ? "inline" : "attachment";
  response.headers = {
      {"Content-Disposition", disposition + std::string("; filename*=UTF-8''") +
                                  percent_encoded(found.evidence.file_name)},
      {"Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"},
      {"ETag", '"' + found.evidence.sha256 + '"'},
      {"X-Content-Type-Options", "nosniff"}};
  response.stream = std::make_shared<FileStream>(std::move(found));
  return response;
}

Response remove(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of(values);
  const auto version = registry::remove_evidence(environment, request.caller, id, values[1],
                                                 expected(environment, request, id));
  return with_tag(json_response(200, version_document(version)), version.revision);
}

Response verify(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of(values);
  std::size_t indicator = 0;
  const char* end = values[1].data() + values[1].size();
  if (std::from_chars(values[1].data(), end, indicator).ptr != end) {
    throw HttpRefusal(404, {"evidence.no_such_field", {{"field", "/indicators/" + values[1]}}, ""});
  }
  const auto document = document_of(request, DocumentKind::kWhole);
  const auto* given = document.if_contains("verified");
  std::vector<catalogue::MeasuredValue> found;
  if (given) catalogue::read_json(*given, found, "/verified");
  if (!given || document.size() != 1) {
    throw HttpRefusal(422, {"http.member_missing", {{"member", "verified"}}, "/verified"});
  }
  const auto entry = registry::verify_indicator(
      environment, request.caller, id, indicator, std::move(found), expected_revision(request, [&] {
        return registry::innovation(environment, request.caller, id).revision;
      }));
  return with_tag(json_response(200, registry::innovation_document(entry)), entry.revision);
}

}  // namespace

void add_evidence(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/innovations/{id}/evidence",
             [&environment](const Request& request, const PathValues& values) {
               return list(environment, request, values);
             }});
  table.add({"POST", "/api/v1/innovations/{id}/evidence",
             once(environment,
                  [&environment](const registry::Caller& by, const Request& request,
                                 const PathValues& values) {
                    return add(environment, by, request, values);
                  }),
             Lane::kLong, static_cast<std::size_t>(registry::kLargestEvidence)});
  table.add({"GET", "/api/v1/innovations/{id}/evidence/{sha256}",
             [&environment](const Request& request, const PathValues& values) {
               return file(environment, request, values);
             }});
  table.add({"DELETE", "/api/v1/innovations/{id}/evidence/{sha256}",
             [&environment](const Request& request, const PathValues& values) {
               return remove(environment, request, values);
             }});
  table.add({"PUT", "/api/v1/innovations/{id}/indicators/{indicator}/verified",
             [&environment](const Request& request, const PathValues& values) {
               return verify(environment, request, values);
             }});
}

}  // namespace pilah::http
