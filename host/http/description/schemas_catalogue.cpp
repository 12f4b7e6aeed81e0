// What the catalogue holds: regions, organisations, innovations; and problems.
#include <boost/json.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::http {
namespace {

using namespace schema;

void add_common(boost::json::object& all) {
  all["Bilingual"] = object({{"id", text("Kesehatan")}, {"en", text("Health")}});
  all["Problem"] = object({{"type", text("urn:pilah:problem:not-found")},
                           {"title", text("Not found")},
                           {"status", count(404)},
                           {"detail", text("No innovation has the id \"x\" here.")},
                           maybe("instance", text("/api/v1/innovations/x")),
                           // Of a 412: both versions, so that whoever was late can merge.
                           maybe("current", or_null(open_object({{"name", "Dua"}}))),
                           maybe("changed", map("summary", object({{"before", anything("Lama")},
                                                                   {"after", anything("Baru")}}))),
                           maybe("sent", open_object({{"summary", "Baru sekali"}})),
                           // Of a list without a header that is known: what to choose from.
                           maybe("columns", list(named("ListColumn"))),
                           maybe("fields", list(named("ListField"))),
                           {"errors", list(object({{"pointer", text("/name")},
                                                   {"message", text("A name is missing.")},
                                                   {"kind", text("innovation.no_name")}}))}});
  all["OpenApi"] = open_object({{"openapi", "3.1.0"}});
  all["ApiIndex"] = object(
      {{"name", text("Pilah")},
       {"api", text("v1")},
       {"resources",
        list(object({{"path", text("/api/v1/regions")},
                     {"methods", list(words({"GET", "POST", "PUT", "PATCH", "DELETE"}))}}))}});
  all["Taxonomy"] = object(
      {{"dimensions", list(object({{"key", text("smart-living")},
                                   {"name", named("Bilingual")},
                                   {"areas", list(object({{"key", text("health")},
                                                          {"name", named("Bilingual")}}))}}))}});
}

void add_organisations(boost::json::object& all) {
  const Schema organisation = of_record<catalogue::Organisation>();
  // What a region may lack it may not lack in an answer: the host demands both.
  all["Organisation"] = with(organisation, {{"innovations", count(12)}, {"revision", count(57)}});
  all["OrganisationList"] = object({{"organisations", list(named("Organisation"))}});
  Schema taken = input(organisation, {"id", "region"}, {"code", "name"});
  taken["examples"] = {{{"code", "DINKES"}, {"name", "Dinas Kesehatan"}, {"kind", "opd"}}};
  all["NewOrganisation"] = std::move(taken);
  Schema change = merge_patch(organisation, {"id", "region"});
  change["examples"] = {{{"name", "Dinas Kesehatan dan Keluarga Berencana"}}};
  all["OrganisationChange"] = std::move(change);
}

void add_innovations(boost::json::object& all) {
  const Schema innovation = of_record<catalogue::Innovation>();
  all["Innovation"] = with(innovation, {{"revision", count(57)}});
  all["ListedInnovation"] = with(innovation, {{"revision", count(57)}, maybe("pending", yes_no())});
  const std::vector<std::string_view> of_host = {"id", "region", "origin"};
  Schema taken = input(innovation, of_host, {"name"});
  taken["examples"] = {{{"name", "Antrean Daring Puskesmas"}, {"entry_kind", "existing"}}};
  all["NewInnovation"] = std::move(taken);
  Schema change = merge_patch(innovation, of_host);
  change["examples"] = {{{"summary", "Pasien mengambil nomor dari rumah."}, {"staff", nullptr}}};
  all["InnovationChange"] = std::move(change);

  std::vector<Member> facets;
  for (const auto& name : registry::facet_names()) {
    facets.push_back(maybe(
        name, list(object({{"value", or_null(text("smart-living"))}, {"count", count(17)}}))));
  }
  all["InnovationList"] = object(
      {{"innovations", list(named("ListedInnovation"))},
       {"total", or_null(count(36))},
       maybe("facets", object(facets)),
       maybe("spelling", list(object({{"word", text("homstay")}, {"read_as", text("homestay")}}))),
       {"revision", count(57)},
       {"next", or_null(text("n.616e747265616e.0197a1b2"))}});
}

void add_coverage_picture(boost::json::object& all) {
  all["AreaCoverage"] = object({{"area", text("health")},
                                {"dimension", text("smart-living")},
                                {"primary", count(5)},
                                {"secondary", count(2)},
                                {"hole", yes_no()}});
  all["Coverage"] = object(
      {{"region", region_code()},
       {"revision", count(57)},
       {"innovations", count(36)},
       {"unmapped", count(4)},
       {"without_owner", count(1)},
       {"areas", list(named("AreaCoverage"))},
       {"silent",
        or_null(list(object(
            {{"id", uuid()}, {"code", text("DISHUB")}, {"name", text("Dinas Perhubungan")}})))}});
  all["AreaSuggestions"] =
      object({{"suggestions", list(object({{"area", text("waste")},
                                           {"dimension", text("smart-environment")},
                                           {"confidence", millionths()},
                                           {"words", list(text("sampah"))}}))}});
}

}  // namespace

void add_catalogue_schemas(boost::json::object& all) {
  add_common(all);
  all["Region"] = of_record<catalogue::Region>();
  all["RegionList"] = object({{"regions", list(named("Region"))}});
  all["NewRegion"] = object({{"code", region_code()}});
  all["RegionDirectory"] =
      object({{"regions", list(object({{"code", region_code()},
                                       {"name", text("Kabupaten Solok Selatan")},
                                       {"kind", word_of<catalogue::RegionKind>()}}))}});
  add_organisations(all);
  add_innovations(all);
  add_coverage_picture(all);
}

boost::json::object schemas() {
  boost::json::object all;
  add_catalogue_schemas(all);
  add_table_schemas(all);
  add_choice_schemas(all);
  add_robustness_schemas(all);
  add_plan_schemas(all);
  add_round_schemas(all);
  add_people_schemas(all);
  add_entry_schemas(all);
  add_workflow_schemas(all);
  add_inbox_schemas(all);
  add_team_schemas(all);
  add_webhook_schemas(all);
  add_relation_schemas(all);
  add_panel_schemas(all);
  add_list_schemas(all);
  add_plugin_schemas(all);
  add_monitoring_schemas(all);
  add_weights_seal_schemas(all);
  add_proposal_schemas(all);
  add_quick_win_schemas(all);
  add_public_set_schemas(all);
  return all;
}

}  // namespace pilah::http
