// Scenarios and selections.
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {
namespace {

using namespace schema;

void add_scenarios(boost::json::object& all) {
  Schema document = open_object({{"name", "Delapan quick win 2024"},
                                 {"rules", boost::json::array{{{"plugin", "solok-selatan"}}}},
                                 {"count", {{"min", 8}, {"max", 8}}}});
  all["ScenarioDocument"] = std::move(document);
  all["Scenario"] = object({{"id", uuid()},
                            {"region", region_code()},
                            {"name", text("Delapan quick win 2024")},
                            {"document", named("ScenarioDocument")}});
  all["ScenarioList"] = object({{"scenarios", list(named("Scenario"))}});
  Schema asked = open_object(
      {{"scenario", "Delapan quick win 2024"}, {"as_of", "2026-01-31"}, {"round", "Bimtek IV"}});
  all["NewSelection"] = std::move(asked);
}

/// {"kind", "arguments", "text"}: which arguments hangs on the kind.
Schema statement_with(const std::vector<Member>& more) {
  std::vector<Member> members = {{"kind", text("choice.out.lacks")},
                                 {"arguments", open_object({{"points", 6411}})},
                                 {"text", named("Bilingual")}};
  members.insert(members.end(), more.begin(), more.end());
  return object(members);
}

Schema way_in() {
  return object(
      {{"outcome", words({"chosen", "eligible", "helped"})},
       {"changes", list(statement_with({{"entry", uuid()}, {"fields", list(text("/partners"))}}))},
       {"fields", list(text("/partners"))},
       maybe("criteria", list(object({{"criterion", text("solok-selatan/leverage")},
                                      {"from", or_null(millionths())},
                                      {"to", or_null(millionths())}}))),
       maybe("gain", or_null(whole(25'000))),
       maybe("missing", or_null(whole(6'411)))});
}

Schema criterion_of_candidate() {
  return object({{"rule", text("solok-selatan")},
                 {"criterion", text("leverage")},
                 {"title", named("Bilingual")},
                 {"value", or_null(millionths())},
                 maybe("counted", whole(0)),
                 {"weight", count(2)},
                 {"contribution", whole(150'000)},
                 maybe("text", named("Bilingual"))});
}

Schema candidate(Schema score) {
  return object(
      {{"id", text("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")},
       {"kind", words({"entry", "package"})},
       maybe("members", list(object({{"id", uuid()}, {"name", text("Bank Sampah Sekolah")}}))),
       {"name", text("Dapur Sehat Bundo Kanduang")},
       {"owner", one_of({object({{"code", text("DINKES")}, {"name", text("Dinas Kesehatan")}}),
                         Schema{{"type", "null"}}})},
       {"dimension", or_null(text("smart-living"))},
       {"area", or_null(text("health"))},
       {"areas", list(text("health"))},
       {"eligible", yes_no()},
       {"chosen", yes_no()},
       {"score", std::move(score)},
       {"cost", or_null(count(320'000'000))},
       {"duration_months", or_null(count(10))},
       {"staff", or_null(count(3))},
       {"criteria", list(criterion_of_candidate())},
       {"reasons", list(named("Statement"))},
       {"assumed", list(statement_with({{"field", text("duration")}, {"value", count(12)}}))},
       {"unverified",
        list(statement_with(
            {{"claim", words({"benefit", "uniqueness", "applied", "indicators"})},
             {"fields", list(object({{"entry", uuid()}, {"field", text("/benefit")}}))},
             {"criteria", list(text("solok-selatan/felt"))},
             {"eligible", yes_no()}}))},
       {"unknown", list(text("solok-selatan/leverage"))},
       maybe("way_in", way_in())});
}

void add_candidates(boost::json::object& all) {
  all["Statement"] = statement_with({});
  all["Conflict"] =
      statement_with({maybe("pointer", text("/count")), maybe("repair", named("Statement"))});
  all["Binding"] = statement_with(
      {maybe("pointer", text("/count")),
       {"holders", list(object({{"id", text("0197a1b2")}, {"name", text("Bank Sampah")}}))}});
  all["Candidate"] = candidate(whole(918'000));
  all["PublicCandidate"] = candidate(or_null(whole(918'000)));
}

/// What a selection has that nobody stored, too.
std::vector<Member> summary_of_tried() {
  return {{"region", region_code()},
          {"name", text("Delapan quick win 2024")},
          {"catalogue_revision", count(57)},
          {"as_of", text("2026-01-31")},
          {"plugins", list(of_record<catalogue::PluginUse>())},
          {"status", words({"optimal", "infeasible", "limit"})},
          {"selected", or_null(list(text("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")))},
          {"score", or_null(whole(7'067'949))},
          {"bound", or_null(whole(7'067'949))},
          {"uses", map("budget", count(2'400'000'000))},
          {"optimal_sets", count(1)},
          {"values", words({"verified", "claimed"})},
          {"unverified", count(0)},
          {"considered", object({{"candidates", count(31)},
                                 {"eligible", count(28)},
                                 {"left_aside", map("draft", count(5))}})},
          {"conflict", list(named("Conflict"))},
          {"notes", list(named("Statement"))}};
}

std::vector<Member> summary() {
  std::vector<Member> members = {{"id", uuid()}, {"revision", count(58)}};
  const auto rest = summary_of_tried();
  members.insert(members.end(), rest.begin(), rest.end());
  return members;
}

Schema whole_selection(std::vector<Member> members, std::string_view candidate) {
  const std::vector<Member> rest = {
      {"names", map("smart-living", named("Bilingual"))},
      {"criteria", list(object({{"rule", text("solok-selatan")},
                                {"criterion", text("leverage")},
                                {"title", named("Bilingual")},
                                {"zero", named("Bilingual")},
                                {"one", named("Bilingual")},
                                {"weight", count(2)},
                                {"own_weight", count(2)},
                                {"weighed_by", words({"rule", "scenario"})},
                                maybe("reason", text("Kesepakatan rapat.")),
                                maybe("by", text("Kepala Bappeda"))}))},
      {"candidates", list(named(candidate))},
      {"binding", list(named("Binding"))},
      {"assumed", list(object({{"id", uuid()},
                               {"name", text("Bank Sampah Sekolah")},
                               {"field", text("duration")},
                               {"value", count(12)},
                               maybe("member", text("Bank Sampah Nagari"))}))},
      {"relations", list(open_object({{"kind", "needs"}}))},
      maybe("weighting", open_object({{"by", "rank"}})),
      maybe("seals",
            list(object({{"id", uuid()},
                         {"sealed_on", date()},
                         {"by", text("Ani Rahmawati")},
                         {"opened", yes_no()},
                         {"closed_before", list(text("Panel ahli"))},
                         {"closed_since", list(text("Panel warga"))},
                         {"as_sealed", or_null(yes_no())},
                         {"differences", list(open_object({{"criterion", "solok-selatan/leverage"},
                                                           {"sealed", 2},
                                                           {"weight", 9}}))}}))),
      maybe("dossier", or_null(object({{"round", uuid()}, {"name", text("Bimtek I")}}))),
      {"scenario", named("ScenarioDocument")}};
  members.insert(members.end(), rest.begin(), rest.end());
  return object(members);
}

}  // namespace

void add_choice_schemas(boost::json::object& all) {
  add_scenarios(all);
  add_candidates(all);
  all["SelectionSummary"] = object(summary());
  all["SelectionList"] = object({{"selections", list(named("SelectionSummary"))}});
  all["Selection"] = with(whole_selection(summary(), "Candidate"),
                          {{"problem", open_object({{"candidates", boost::json::array{}}})}});
  all["TriedSelection"] = whole_selection(summary_of_tried(), "Candidate");
  all["PublicSelection"] = whole_selection(summary_of_tried(), "PublicCandidate");
  all["UnverifiedClaim"] =
      object({{"candidate", uuid()},
              {"name", text("Dapur Sehat Bundo Kanduang")},
              {"chosen", yes_no()},
              {"claim", words({"benefit", "uniqueness", "applied", "indicators"})},
              {"counts", yes_no()},
              {"eligible_by_it", yes_no()},
              {"entry", uuid()},
              {"field", text("/benefit")},
              {"criterion", or_null(text("solok-selatan/felt"))}});
  all["UnverifiedClaimList"] = object({{"claims", list(named("UnverifiedClaim"))}});
  all["SelectionReasons"] =
      object({{"id", uuid()},
              {"status", words({"optimal", "infeasible", "limit"})},
              {"selected", or_null(list(text("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")))},
              {"conflict", list(named("Conflict"))},
              {"binding", list(named("Binding"))},
              {"notes", list(named("Statement"))},
              {"candidates", list(named("Candidate"))}});
}

}  // namespace pilah::http
