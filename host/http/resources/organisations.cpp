#include "pilah/registry/people/organisations.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/organisation.hpp"

namespace pilah::http {
namespace {

using catalogue::Organisation;
using catalogue::OrganisationId;
using registry::Environment;
using registry::OrganisationEntry;

OrganisationEntry found(const Environment& environment, const Request& request,
                        const catalogue::RegionCode& region, OrganisationId id) {
  auto entries = registry::organisations(environment, request.caller, region);
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [id](const auto& each) { return each.organisation.id == id; });
  if (entry == entries.end()) {
    throw HttpRefusal(404, {"organisation.not_found", {{"id", id.text()}}, ""});
  }
  return std::move(*entry);
}

/// The number of innovations changes without a revision of the organisation, so
/// the tag holds both; a change asks for the revision alone.
Response with_tag(Response response, const OrganisationEntry& entry) {
  response.headers.emplace_back("ETag",
                                revision_tag(entry.revision, std::to_string(entry.innovations)));
  return response;
}

/// What only the host sets, or counts.
void require_absent(const boost::json::object& document) {
  for (const char* key : {"id", "region", "innovations", "revision"}) {
    if (!document.contains(key)) continue;
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
  }
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entries = registry::organisations(environment, request.caller, region);
  return json_response(200, {{"organisations", registry::organisations_document(entries)}});
}

Response create(const Environment& environment, const registry::Caller& by, const Request& request,
                const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto document = document_of(request, DocumentKind::kWhole);
  require_absent(document);
  auto organisation = catalogue::from_json<Organisation>(document);
  organisation.region = region;
  const auto entry = registry::put_organisation(environment, by, std::move(organisation));
  return with_tag(
      created("/api/v1/regions/" + region.text() + "/organisations/" + entry.organisation.id.text(),
              registry::organisation_document(entry)),
      entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<OrganisationId>(values[1], "organisation.not_found");
  const auto entry = found(environment, request, region, id);
  return with_tag(json_response(200, registry::organisation_document(entry)), entry);
}

/// RFC 7396; an organisation has no objects within it.
Organisation merged(const Organisation& organisation, const boost::json::object& patch) {
  auto document = std::move(catalogue::to_json(organisation).as_object());
  for (const auto& member : patch) {
    if (member.value().is_null()) {
      document.erase(member.key());
    } else {
      document.insert_or_assign(member.key(), member.value());
    }
  }
  return catalogue::from_json<Organisation>(document);
}

Response change(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<OrganisationId>(values[1], "organisation.not_found");
  const auto patch = document_of(request, DocumentKind::kPatch);
  require_absent(patch);
  const auto before = found(environment, request, region, id);
  const auto expected = expected_revision(request, [&before] { return before.revision; });
  if (expected != before.revision) {
    throw catalogue::Refusal(catalogue::RefusalKind::kStale,
                             catalogue::Message{"http.organisation_changed_since",
                                                {{"name", before.organisation.name},
                                                 {"revision", std::to_string(before.revision)}},
                                                ""});
  }
  auto entry =
      registry::put_organisation(environment, request.caller, merged(before.organisation, patch));
  entry.innovations = before.innovations;
  return with_tag(json_response(200, registry::organisation_document(entry)), entry);
}

}  // namespace

void add_organisations(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/organisations",
             [&environment](const Request& request, const PathValues& values) {
               return list(environment, request, values);
             }});
  table.add({"POST", "/api/v1/regions/{code}/organisations",
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return create(environment, by, request, values);
             })});
  table.add({"GET", "/api/v1/regions/{code}/organisations/{id}",
             [&environment](const Request& request, const PathValues& values) {
               return one(environment, request, values);
             }});
  table.add({"PATCH", "/api/v1/regions/{code}/organisations/{id}",
             [&environment](const Request& request, const PathValues& values) {
               return change(environment, request, values);
             }});
}

}  // namespace pilah::http
