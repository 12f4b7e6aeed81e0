#include "pilah/registry/relations/relations.hpp"

#include <array>

#include <boost/json.hpp>

#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/relation.hpp"
#include "pilah/registry/relations/packages.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using registry::Environment;

struct Relations {
  using Record = catalogue::Relation;
  using Id = catalogue::RelationId;
  using Entry = registry::RelationEntry;
  static constexpr const char* kPlace = "relations";
  static constexpr const char* kNotFound = "relation.not_found";
  static constexpr std::array kSetByHost = {"id", "region"};
  static constexpr auto kFind = registry::relation;
  static constexpr auto kAdd = registry::add_relation;
  static constexpr auto kRemove = registry::remove_relation;
  static constexpr auto kDocumentOf = registry::relation_document;
  static Id id_of(const Entry& entry) { return entry.relation.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  static std::string tag_of(const Entry& entry) { return revision_tag(entry.revision); }
};

struct Packages {
  using Record = catalogue::Package;
  using Id = catalogue::PackageId;
  using Entry = registry::PackageEntry;
  static constexpr const char* kPlace = "packages";
  static constexpr const char* kNotFound = "package.not_found";
  static constexpr std::array kSetByHost = {"id", "region"};
  static constexpr auto kFind = registry::package;
  static constexpr auto kAdd = registry::add_package;
  static constexpr auto kChange = registry::change_package;
  static constexpr auto kRemove = registry::dissolve_package;
  static constexpr auto kDocumentOf = registry::package_document;
  static Id id_of(const Entry& entry) { return entry.package.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  static std::string tag_of(const Entry& entry) { return revision_tag(entry.revision); }
};

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

Response list_packages(const Environment& environment, const Request& request,
                       const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entries = registry::packages(environment, request.caller, region);
  return json_response(200, {{"packages", registry::packages_document(entries)}});
}

}  // namespace

void add_relations(RouteTable& table, const Environment& environment) {
  const auto add_list = [&](const char* pattern, auto handler) {
    table.add(
        {"GET", pattern, [&environment, handler](const Request& request, const PathValues& values) {
           return handler(environment, request, values);
         }});
  };
  add_list("/api/v1/regions/{code}/relations", list_relations);
  RegionRecords<Relations>::add_routes(table, environment);
  add_list("/api/v1/regions/{code}/packages", list_packages);
  RegionRecords<Packages>::add_routes(table, environment);
}

}  // namespace pilah::http
