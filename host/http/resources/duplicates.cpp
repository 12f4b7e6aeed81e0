#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/alike.hpp"
#include "pilah/registry/documents/merge.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using registry::Environment;

constexpr const char* kNoInnovation = "innovation.not_found";
constexpr std::size_t kWhole = 1'000'000;

catalogue::Millionths least_of(const Query& query) {
  const auto usual = static_cast<std::size_t>(registry::kWorthALook.value);
  return {static_cast<std::int64_t>(query.number("least", usual, 0, kWhole))};
}

/// What is typed so far: a document of an innovation in which anything may be missing.
Response alike(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {"least", "limit", "other_regions"});
  registry::AlikeOptions options;
  options.least = least_of(query);
  options.limit = query.number("limit", options.limit, 1, registry::kMostAlike);
  options.other_regions = query.yes_or_no("other_regions").value_or(true);
  const auto document = document_of(request, DocumentKind::kWhole);
  catalogue::Innovation typed;
  catalogue::read_json(document, typed);
  registry::PartialEntry entry{{}, typed.owner, typed.name, typed.summary};
  if (document.contains("id")) entry.id = typed.id;
  const auto found = registry::alike_entries(environment, request.caller, region, entry, options);
  return json_response(200, {{"likely_duplicates", registry::alike_document(found)}});
}

Response similar(const Environment& environment, const Request& request, const PathValues& values) {
  const auto id = id_of_path<InnovationId>(values[0], kNoInnovation);
  const auto limit = Query(request, {"limit"}).number("limit", 10, 1, registry::kMostSimilar);
  const auto found = registry::similar_elsewhere(environment, request.caller, id, limit);
  return json_response(200, {{"similar", registry::similar_document(found)}});
}

Response pairs(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {"least", "limit", "other_regions"});
  registry::DuplicateOptions options;
  options.least = least_of(query);
  options.limit = query.number("limit", options.limit, 1, registry::kMostPairs);
  options.other_regions = query.yes_or_no("other_regions").value_or(false);
  const auto found = registry::duplicate_pairs(environment, request.caller, region, options);
  return json_response(200, registry::duplicate_pairs_document(found));
}

/// What a merge is asked with.
struct MergeDocument {
  InnovationId gone;
  std::optional<std::vector<std::string>> taken;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("gone", self.gone);
    visit("fields", self.taken);
  }
};

std::int64_t expected_of(const Environment& environment, const Request& request, InnovationId id) {
  return expected_revision(
      request, [&] { return registry::innovation(environment, request.caller, id).revision; });
}

Response merged(const registry::MergeReport& report) {
  Response response = json_response(200, registry::merge_document(report));
  response.headers.emplace_back("ETag", revision_tag(report.revision));
  return response;
}

Response merge(const Environment& environment, const Request& request, const PathValues& values) {
  registry::MergeRequest asked;
  asked.keep = id_of_path<InnovationId>(values[0], kNoInnovation);
  const auto document =
      catalogue::from_json<MergeDocument>(document_of(request, DocumentKind::kWhole));
  asked.gone = document.gone;
  asked.fields = document.taken;
  asked.expected_revision = expected_of(environment, request, asked.keep);
  return merged(registry::merge_entries(environment, request.caller, asked));
}

Response part(const Environment& environment, const Request& request, const PathValues& values) {
  const auto gone = id_of_path<InnovationId>(values[0], kNoInnovation);
  const auto expected = expected_of(environment, request, gone);
  return merged(registry::part_entries(environment, request.caller, gone, expected));
}

}  // namespace

void add_duplicates(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* pattern, auto handler,
                       std::optional<Lane> lane = std::nullopt) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               },
               lane});
  };
  add("POST", "/api/v1/regions/{code}/innovations/likely-duplicates", alike,
      Lane::kQuick);  // a question: it changes nothing
  add("GET", "/api/v1/regions/{code}/duplicates", pairs, Lane::kLong);
  add("GET", "/api/v1/innovations/{id}/similar", similar);
  add("POST", "/api/v1/innovations/{id}/merge", merge);
  add("POST", "/api/v1/innovations/{id}/part", part);
}

}  // namespace pilah::http
