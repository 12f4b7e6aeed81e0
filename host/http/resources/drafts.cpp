#include "pilah/registry/drafts/drafts.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/history.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using registry::Draft;
using registry::Environment;

std::string address_of(const Draft& draft) {
  return "/api/v1/innovations/" + draft.innovation.text() + "/draft";
}

boost::json::object document_of_draft(const Draft& draft) {
  boost::json::object document{{"innovation", draft.innovation.text()},
                               {"region", draft.region.text()},
                               {"base_revision", nullptr},
                               {"at", registry::utc_text(draft.at)}};
  if (draft.base > 0) document["base_revision"] = draft.base;
  if (!draft.document.empty()) document["document"] = catalogue::parse_json(draft.document);
  return document;
}

boost::json::object document_in_list(const Draft& draft) {
  auto document = document_of_draft(draft);
  if (!draft.name.empty()) document["name"] = draft.name;
  if (draft.owner) document["owner"] = draft.owner->text();
  return document;
}

Response with_tag(Response response, const Draft& draft) {
  response.headers.emplace_back("ETag", revision_tag(draft.version));
  return response;
}

InnovationId id_of(const PathValues& values) {
  return id_of_path<InnovationId>(values[0], "innovation.not_found");
}

/// What lies there by now, for whoever wrote into an older copy.
[[noreturn]] void refuse_stale(const Environment& environment, const Request& request,
                               const catalogue::Refusal& refusal, InnovationId id,
                               const boost::json::object& sent) {
  boost::json::object members{{"sent", sent}};
  HttpRefusal::Headers headers;
  try {
    const Draft present = registry::draft(environment, request.caller, id);
    members["current"] = document_of_draft(present);
    headers.emplace_back("ETag", revision_tag(present.version));
  } catch (const catalogue::Refusal&) {
    members["current"] = nullptr;  // it was saved or deleted
  }
  throw HttpRefusal(412, refusal.messages().front(), std::move(headers), std::move(members));
}

Response put(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of(values);
  const auto document = document_of(request, DocumentKind::kWhole);
  std::optional<std::int64_t> expected;
  if (!request.if_match.empty()) {
    expected = expected_revision(
        request, [&] { return registry::draft(environment, request.caller, id).version; });
  }
  try {
    const auto kept = registry::put_draft(environment, request.caller, id, document, expected);
    Response response;
    response.status = 204;
    return with_tag(std::move(response), kept);
  } catch (const catalogue::Refusal& refusal) {
    if (refusal.kind() != catalogue::RefusalKind::kStale) throw;
    // Without If-Match it was to be the first: say what is missing.
    if (!expected) throw HttpRefusal(428, {"http.if_match_missing", {}, ""});
    refuse_stale(environment, request, refusal, id, document);
  }
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  boost::json::array all;
  for (const auto& draft :
       registry::drafts(environment, request.caller, region_of_path(environment, values[0]))) {
    all.push_back(document_in_list(draft));
  }
  return json_response(200, boost::json::object{{"drafts", std::move(all)}});
}

}  // namespace

void add_drafts(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/drafts",
             [&environment](const Request& request, const PathValues& values) {
               return list(environment, request, values);
             }});
  table.add({"POST", "/api/v1/regions/{code}/drafts",
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               const auto draft =
                   registry::begin_draft(environment, by, region_of_path(environment, values[0]),
                                         document_of(request, DocumentKind::kWhole));
               return with_tag(created(address_of(draft), document_of_draft(draft)), draft);
             })});
  table.add({"GET", "/api/v1/innovations/{id}/draft",
             [&environment](const Request& request, const PathValues& values) {
               const auto draft = registry::draft(environment, request.caller, id_of(values));
               return with_tag(json_response(200, document_of_draft(draft)), draft);
             }});
  table.add({"PUT", "/api/v1/innovations/{id}/draft",
             [&environment](const Request& request, const PathValues& values) {
               return put(environment, request, values);
             }});
  table.add({"DELETE", "/api/v1/innovations/{id}/draft",
             [&environment](const Request& request, const PathValues& values) {
               registry::drop_draft(environment, request.caller, id_of(values));
               Response response;
               response.status = 204;
               return response;
             }});
}

}  // namespace pilah::http
