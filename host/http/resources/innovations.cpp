#include "pilah/registry/intake/innovations.hpp"

#include <boost/json.hpp>

#include "pilah/http/innovation_query.hpp"
#include "pilah/http/percent_encoding.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/history/innovation_history.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using registry::Environment;

/// The address of the page that goes on at `next`: the same query but for the place.
std::string next_page(const Request& request, const std::string& next) {
  std::string address = request.path + "?";
  for (const auto& [name, value] : request.query) {
    if (name != "after") address += percent_encoded(name) + "=" + percent_encoded(value) + "&";
  }
  return address + "after=" + percent_encoded(next);
}

/// A list follows from its address, the region's revision and whose eyes it is for.
/// One that lacks its total, or a part, has another tag.
std::string list_tag(std::int64_t revision, const std::string& view, bool is_whole) {
  return revision_tag(revision, (is_whole ? "1" : "0") + view);
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto filter = innovation_filter_of(request);
  const auto version = registry::region_version(environment, request.caller, region);
  const auto unchanged = list_tag(version.revision, version.view, true);
  if (names_tag(request.if_none_match, unchanged)) {
    Response response;  // becomes a 304, whatever its body
    response.headers.emplace_back("ETag", unchanged);
    return response;
  }
  const auto page = registry::innovations(environment, request.caller, region, filter);
  Response response = json_text_response(200, registry::innovation_list_document(page));
  response.headers.emplace_back("ETag", list_tag(page.revision, page.view, page.total.has_value()));
  if (!page.next.empty()) {
    response.headers.emplace_back("Link", "<" + next_page(request, page.next) + ">; rel=\"next\"");
  }
  return response;
}

template <class Entry>
Response with_tag(Response response, const Entry& entry) {
  response.headers.emplace_back("ETag", revision_tag(entry.revision, entry.view));
  return response;
}

Response create(const Environment& environment, const registry::Caller& by, const Request& request,
                const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entry =
      registry::add_innovation(environment, by, region, document_of(request, DocumentKind::kWhole));
  return with_tag(created("/api/v1/innovations/" + entry.innovation.id.text(),
                          registry::innovation_document(entry)),
                  entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of_path<InnovationId>(values[0], "innovation.not_found");
  const auto entry = registry::innovation_text(environment, request.caller, id);
  return with_tag(json_text_response(200, registry::innovation_document(entry)), entry);
}

/// Both versions, so that whoever was late can merge: what lies there by now, and
/// which of its fields were changed since the version that the change was made from.
[[noreturn]] void refuse_stale(const Environment& environment, const registry::Caller& caller,
                               const catalogue::Refusal& refusal, InnovationId id,
                               std::int64_t expected, const boost::json::object& sent) {
  const auto present = registry::innovation(environment, caller, id);
  boost::json::object changed;
  for (const auto& field : registry::fields_changed_since(environment, caller, id, expected)) {
    changed[field.field] = {{"before", field.before}, {"after", field.after}};
  }
  throw HttpRefusal(412, refusal.messages().front(), {{"ETag", revision_tag(present.revision)}},
                    {{"current", registry::innovation_document(present)},
                     {"changed", std::move(changed)},
                     {"sent", sent}});
}

Response change(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of_path<InnovationId>(values[0], "innovation.not_found");
  const auto patch = document_of(request, DocumentKind::kPatch);
  const auto expected = expected_revision(
      request, [&] { return registry::innovation(environment, request.caller, id).revision; });
  try {
    const auto entry =
        registry::change_innovation(environment, request.caller, id, patch, expected);
    return with_tag(json_response(200, registry::innovation_document(entry)), entry);
  } catch (const catalogue::Refusal& refusal) {
    if (refusal.kind() != catalogue::RefusalKind::kStale) throw;
    refuse_stale(environment, request.caller, refusal, id, expected, patch);
  }
}

}  // namespace

void add_innovations(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/innovations",
             [&environment](const Request& request, const PathValues& values) {
               return list(environment, request, values);
             }});
  table.add({"POST", "/api/v1/regions/{code}/innovations",
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return create(environment, by, request, values);
             })});
  table.add({"GET", "/api/v1/innovations/{id}",
             [&environment](const Request& request, const PathValues& values) {
               return one(environment, request, values);
             }});
  table.add({"PATCH", "/api/v1/innovations/{id}",
             [&environment](const Request& request, const PathValues& values) {
               return change(environment, request, values);
             }});
}

}  // namespace pilah::http
