#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

using namespace schema;

const std::string kRegion = "/api/v1/regions/{code}";

Operation reads(const char* id, const char* group, const char* schema,
                std::vector<QueryParameter> query = {}) {
  return {.id = id, .group = group, .query = std::move(query), .answers = {gives(schema)}};
}

Operation adds(const char* id, const char* group, const char* takes, const char* schema) {
  return {.id = id,
          .group = group,
          .takes = takes,
          .answers = {gives(schema, 201)},
          .access = Access::kSigned};
}

/// Changes or removes what was read.
Operation changes(const char* id, const char* group, const char* takes, Answer answer) {
  return {.id = id,
          .group = group,
          .takes = takes,
          .answers = {std::move(answer)},
          .access = Access::kSigned,
          .from_revision = true};
}

void describe_pairs(RouteTable& table) {
  const char* const group = "relations";
  const std::string relations = kRegion + "/relations";
  table.describe("GET", relations,
                 reads("listRelations", group, "RelationList", {{"innovation", uuid()}}));
  table.describe("POST", relations, adds("addRelation", group, "NewRelation", "Relation"));
  table.describe("GET", relations + "/{id}", reads("getRelation", group, "Relation"));
  table.describe("DELETE", relations + "/{id}",
                 changes("removeRelation", group, "", gives_nothing()));
  const std::string packages = kRegion + "/packages";
  table.describe("GET", packages, reads("listPackages", group, "PackageList"));
  table.describe("POST", packages, adds("addPackage", group, "NewPackage", "Package"));
  table.describe("GET", packages + "/{id}", reads("getPackage", group, "Package"));
  table.describe("PATCH", packages + "/{id}",
                 changes("changePackage", group, "PackageChange", gives("Package")));
  table.describe("DELETE", packages + "/{id}",
                 changes("dissolvePackage", group, "", gives_nothing()));
}

void describe_duplicates(RouteTable& table) {
  const char* const group = "duplicates";
  const std::vector<QueryParameter> bounds = {
      {"least", millionths()}, {"limit", count(10)}, {"other_regions", yes_no()}};
  auto alike = reads("findLikelyDuplicates", group, "LikelyDuplicates", bounds);
  alike.takes = "PartialInnovation";
  table.describe("POST", kRegion + "/innovations/likely-duplicates", std::move(alike));
  auto pairs = reads("listDuplicatePairs", group, "DuplicatePairs", bounds);
  pairs.refusals = {409};  // more entries than are compared
  table.describe("GET", kRegion + "/duplicates", std::move(pairs));
  const std::string entry = "/api/v1/innovations/{id}";
  table.describe(
      "GET", entry + "/similar",
      reads("listSimilarInnovations", group, "SimilarInnovations", {{"limit", count(10)}}));
  table.describe("POST", entry + "/merge",
                 changes("mergeInnovations", group, "Merge", gives("MergeReport")));
  table.describe("POST", entry + "/part",
                 changes("partInnovations", group, "", gives("MergeReport")));
}

void describe_intersections(RouteTable& table) {
  const char* const group = "intersections";
  const std::string coverage = kRegion + "/coverage";
  table.describe("GET", coverage + "/by-area", reads("getCoverageByArea", group, "CoverageRows"));
  table.describe("GET", coverage + "/by-dimension",
                 reads("getCoverageByDimension", group, "CoverageRows"));
  table.describe("GET", coverage + "/by-owner", reads("getCoverageByOwner", group, "CoverageRows"));
  table.describe("GET", coverage + "/by-round", reads("getCoverageByRound", group, "CoverageRows"));
  table.describe("GET", coverage + "/pairs", reads("getIntersections", group, "Intersections"));
  const std::vector<QueryParameter> limit = {{"limit", count(50)}};
  table.describe("GET", coverage + "/pairs/{first}/{second}",
                 reads("listIntersecting", group, "IntersectingList", limit));
  table.describe("POST", coverage + "/pairs/{first}/{second}/package",
                 adds("packageIntersection", group, "IntersectionPackage", "Package"));
}

}  // namespace

void describe_relations(RouteTable& table) {
  describe_pairs(table);
  describe_duplicates(table);
  describe_intersections(table);
}

}  // namespace pilah::http
