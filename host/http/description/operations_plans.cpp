// Plans, and what carries them out: operations and schemas.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/plan.hpp"
#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

namespace {

Operation on_plans(const char* id, const char* takes, const char* gives_schema) {
  return {.id = id,
          .group = "plans",
          .takes = takes,
          .answers = {gives(gives_schema)},
          .access = Access::kSigned};
}

}  // namespace

void describe_plans(RouteTable& table) {
  const std::string plans = "/api/v1/regions/{code}/plans";
  table.describe("GET", plans, on_plans("listPlans", "", "PlanList"));
  auto import = on_plans("importPlans", "PlanDocument", "PlanReport");
  import.refusals = {409};  // an edition that leaves links behind
  table.describe("PUT", plans, std::move(import));
  table.describe("GET", "/api/v1/regions/{code}/coverage/plans",
                 on_plans("getPlanCoverage", "", "PlanCoverage"));
  table.describe("PUT", "/api/v1/innovations/{id}/plan-links",
                 on_plans("linkToPlan", "PlanItemToLink", "Innovation"));
}

void add_plan_schemas(boost::json::object& all) {
  const Schema kind = word_of<catalogue::PlanKind>();
  const Schema name = text("Program Pengelolaan Persampahan");
  const Schema code = text("2.11.11");
  const Schema agency = text("Dinas Lingkungan Hidup");
  const Schema plan = with(of_record<catalogue::Plan>(),
                           {maybe("organisation_name", agency), {"revision", count(57)}});
  all["PlanList"] = object({{"plans", list(plan)}});
  const Schema item = object(
      {maybe("code", code), maybe("level", word_of<catalogue::PlanLevel>()), {"name", name}});
  const Schema document = object({{"kind", kind},
                                  maybe("organisation", text("DLH")),
                                  {"name", text("RPJMD 2021-2026")},
                                  {"period", list(count(2021))},
                                  maybe("edition", count(1)),
                                  {"items", list(item)}});
  all["PlanDocument"] = object({{"plans", list(document)},
                                maybe("source", text("Perda 5/2021")),
                                maybe("date", date()),
                                maybe("notes", text("Perubahan kedua"))});
  all["PlanReport"] = object({{"plans_added", count(1)},
                              {"plans_updated", count(0)},
                              {"plans_unchanged", count(22)},
                              {"items", count(87)},
                              {"links_resolved", count(60)}});
  all["PlanItemToLink"] = object({{"item", uuid()}});
  const std::vector<Member> innovation = {
      {"id", uuid()}, {"name", text("Bank Sampah Induk")}, maybe("owner", agency)};
  all["PlanCoverage"] =
      object({{"revision", count(57)},
              {"innovations", count(31)},
              {"programmes", list(object({{"kind", kind},
                                          {"plan", text("RPJMD 2021-2026")},
                                          maybe("organisation", agency),
                                          {"item", uuid()},
                                          maybe("code", code),
                                          {"name", name},
                                          {"innovations", count(2)}}))},
              {"without_programme", list(object(innovation))},
              {"unresolved", list(with(object(innovation), {{"kind", kind}, {"text", name}}))}});
}

}  // namespace pilah::http
