#include "pilah/registry/relations/relations.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/relation.hpp"
#include "pilah/registry/relations/packages.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using catalogue::Package;
using catalogue::PackageId;
using catalogue::Relation;
using catalogue::RelationId;
using registry::Environment;

constexpr const char* kNoRelation = "relation.not_found";
constexpr const char* kNoPackage = "package.not_found";

template <class Entry>
Response with_tag(Response response, const Entry& entry) {
  response.headers.emplace_back("ETag", revision_tag(entry.revision));
  return response;
}

Response nothing_left() {
  Response response;
  response.status = 204;
  return response;
}

void require_absent(const boost::json::object& document) {
  for (const char* key : {"id", "region"}) {
    if (!document.contains(key)) continue;
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
  }
}

/// A record out of a document; what only the host sets must not be in it.
template <class Record>
Record record_of(const Request& request, const catalogue::RegionCode& region) {
  const auto document = document_of(request, DocumentKind::kWhole);
  require_absent(document);
  auto record = catalogue::from_json<Record>(document);
  record.region = region;
  return record;
}

Response list_relations(const Environment& environment, const Request& request,
                        const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto text = Query(request, {"innovation"}).one("innovation");
  const auto entry = text ? InnovationId::parse(*text) : std::nullopt;
  if (text && !entry) {
    throw HttpRefusal(400, {"http.parameter_no_id", {{"found", *text}}, "/innovation"});
  }
  const auto entries = registry::relations(environment, request.caller, region, entry);
  return json_response(200, {{"relations", registry::relations_document(entries)}});
}

Response add_relation(const Environment& environment, const Request& request,
                      const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entry =
      registry::add_relation(environment, request.caller, record_of<Relation>(request, region));
  return with_tag(
      created("/api/v1/regions/" + region.text() + "/relations/" + entry.relation.id.text(),
              registry::relation_document(entry)),
      entry);
}

Response one_relation(const Environment& environment, const Request& request,
                      const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entry = registry::relation(environment, request.caller, region,
                                        id_of_path<RelationId>(values[1], kNoRelation));
  return with_tag(json_response(200, registry::relation_document(entry)), entry);
}

Response remove_relation(const Environment& environment, const Request& request,
                         const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<RelationId>(values[1], kNoRelation);
  const auto expected = expected_revision(request, [&] {
    return registry::relation(environment, request.caller, region, id).revision;
  });
  registry::remove_relation(environment, request.caller, region, id, expected);
  return nothing_left();
}

Response list_packages(const Environment& environment, const Request& request,
                       const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entries = registry::packages(environment, request.caller, region);
  return json_response(200, {{"packages", registry::packages_document(entries)}});
}

Response add_package(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entry =
      registry::add_package(environment, request.caller, record_of<Package>(request, region));
  return with_tag(
      created("/api/v1/regions/" + region.text() + "/packages/" + entry.package.id.text(),
              registry::package_document(entry)),
      entry);
}

Response one_package(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entry = registry::package(environment, request.caller, region,
                                       id_of_path<PackageId>(values[1], kNoPackage));
  return with_tag(json_response(200, registry::package_document(entry)), entry);
}

std::int64_t expected_of_package(const Environment& environment, const Request& request,
                                 const catalogue::RegionCode& region, PackageId id) {
  return expected_revision(
      request, [&] { return registry::package(environment, request.caller, region, id).revision; });
}

Response change_package(const Environment& environment, const Request& request,
                        const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<PackageId>(values[1], kNoPackage);
  const auto patch = document_of(request, DocumentKind::kPatch);
  require_absent(patch);
  const auto expected = expected_of_package(environment, request, region, id);
  const auto entry =
      registry::change_package(environment, request.caller, region, id, patch, expected);
  return with_tag(json_response(200, registry::package_document(entry)), entry);
}

Response dissolve_package(const Environment& environment, const Request& request,
                          const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<PackageId>(values[1], kNoPackage);
  const auto expected = expected_of_package(environment, request, region, id);
  registry::dissolve_package(environment, request.caller, region, id, expected);
  return nothing_left();
}

}  // namespace

void add_relations(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  add("GET", "/api/v1/regions/{code}/relations", list_relations);
  add("POST", "/api/v1/regions/{code}/relations", add_relation);
  add("GET", "/api/v1/regions/{code}/relations/{id}", one_relation);
  add("DELETE", "/api/v1/regions/{code}/relations/{id}", remove_relation);
  add("GET", "/api/v1/regions/{code}/packages", list_packages);
  add("POST", "/api/v1/regions/{code}/packages", add_package);
  add("GET", "/api/v1/regions/{code}/packages/{id}", one_package);
  add("PATCH", "/api/v1/regions/{code}/packages/{id}", change_package);
  add("DELETE", "/api/v1/regions/{code}/packages/{id}", dissolve_package);
}

}  // namespace pilah::http
