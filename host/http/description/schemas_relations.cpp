// How entries hang together: relations, packages, likely duplicates, shared dimensions.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/relations/packages.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema a_name() { return text("Bank Sampah Induk"); }
Member owner() { return maybe("owner", text("Dinas Lingkungan Hidup")); }
Member common_words() { return {"words", list(text("sampah"))}; }
Member reasons() { return {"reasons", list(text("same_name"))}; }

void add_pairs(boost::json::object& all) {
  const Schema relation = of_record<catalogue::Relation>();
  all["Relation"] =
      with(relation, {{"from_name", a_name()}, {"to_name", a_name()}, {"revision", count(57)}});
  all["RelationList"] = object({{"relations", list(named("Relation"))}});
  all["NewRelation"] = input(relation, {"id", "region"}, {"from", "to"});
  const Schema package = of_record<catalogue::Package>();
  all["Package"] =
      with(package,
           {{"lead_name", text("Dinas Lingkungan Hidup")},
            {"entries",
             list(object({{"id", uuid()}, {"name", a_name()}, owner(), {"archived", yes_no()}}))},
            {"areas", list(text("waste"))},
            maybe("primary_area", text("waste")),
            maybe("budget", count(320'000'000)),
            maybe("duration_months", count(10)),
            maybe("staff", count(3)),
            {"revision", count(57)}});
  all["PackageList"] = object({{"packages", list(named("Package"))}});
  all["NewPackage"] = input(package, {"id", "region"}, {"name", "lead", "members"});
  all["PackageChange"] = merge_patch(package, {"id", "region"});
}

void add_duplicates(boost::json::object& all) {
  Schema typed = input(of_record<catalogue::Innovation>(), {}, {});
  typed["examples"] = {{{"name", "Bank sampah"}}};
  all["PartialInnovation"] = std::move(typed);
  all["LikelyDuplicates"] =
      object({{"likely_duplicates", list(object({{"region", region_code()},
                                                 {"id", uuid()},
                                                 {"name", a_name()},
                                                 owner(),
                                                 {"status", word_of<catalogue::Status>()},
                                                 {"score", millionths()},
                                                 reasons(),
                                                 common_words()}))}});
  const Schema result = object({maybe("definition", text(text_example("definition"))),
                                maybe("unit", text(text_example("unit"))),
                                maybe("baseline", text(text_example("baseline"))),
                                maybe("target", text(text_example("target"))),
                                maybe("measured", text("40")), maybe("measured_on", date())});
  all["SimilarInnovations"] =
      object({{"similar", list(object({{"region", region_code()},
                                       {"region_name", text("Kabupaten Solok Selatan")},
                                       {"id", uuid()},
                                       {"name", a_name()},
                                       maybe("summary", text(text_example("summary"))),
                                       maybe("benefit", text(text_example("benefit"))),
                                       maybe("stage", word_of<catalogue::Stage>()),
                                       maybe("applied", date()),
                                       {"results", list(result)},
                                       {"score", millionths()},
                                       common_words(),
                                       {"areas", list(text("waste"))},
                                       owner(),
                                       maybe("contact", text("0812"))}))}});
  const Schema side =
      object({{"region", region_code()}, {"id", uuid()}, {"name", a_name()}, owner()});
  all["DuplicatePairs"] = object({{"pairs", list(object({{"first", side},
                                                         {"second", side},
                                                         {"score", millionths()},
                                                         reasons(),
                                                         common_words()}))},
                                  {"total", count(2)},
                                  {"compared", count(36)}});
  all["Merge"] = object({{"gone", uuid()}, maybe("fields", list(text("summary")))});
  all["MergeReport"] = object({{"kept", uuid()},
                               {"revision", count(58)},
                               {"fields", list(text("summary"))},
                               {"evidence", count(1)},
                               {"relations", count(2)},
                               {"packages", count(1)},
                               {"origins", count(1)},
                               {"left_alone", list(text("staff"))}});
}

void add_intersections(boost::json::object& all) {
  const Schema dimension = text("smart-living");
  all["CoverageRows"] = object({{"revision", count(57)},
                                {"rows", list(object({{"key", text("health")},
                                                      maybe("name", text("Dinas Kesehatan")),
                                                      maybe("dimension", dimension),
                                                      {"innovations", count(7)},
                                                      {"verified", count(5)},
                                                      maybe("primary", count(4)),
                                                      maybe("unmapped", count(1)),
                                                      maybe("areas_covered", count(3)),
                                                      maybe("frozen_revision", count(40))}))}});
  all["Intersections"] = object({{"revision", count(57)},
                                 {"pairs", list(object({{"first", dimension},
                                                        {"second", text("smart-environment")},
                                                        {"innovations", count(3)}}))}});
  all["IntersectingList"] = object(
      {{"innovations",
        list(object(
            {{"id", uuid()}, {"name", a_name()}, owner(), {"areas", list(text("waste"))}}))}});
  all["IntersectionPackage"] =
      input(of_record<registry::IntersectionPackage>(), {}, {"name", "lead"});
}

}  // namespace

void add_relation_schemas(boost::json::object& all) {
  add_pairs(all);
  add_duplicates(all);
  add_intersections(all);
}

}  // namespace pilah::http
