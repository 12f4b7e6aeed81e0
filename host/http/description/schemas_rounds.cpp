// Rounds: their agenda, products, attendance, minutes, what changed between them, and what
// each knows of its region.
#include <boost/json.hpp>

#include "pilah/catalogue/dossier.hpp"
#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

namespace {

Schema person() { return text("Ibu Siti"); }
Schema agency() { return text("Dinas Kesehatan"); }

void add_dossiers(boost::json::object& all) {
  const Schema dossier = of_record<catalogue::Dossier>();
  const Member state{"state", word_of<catalogue::StepState>()};
  const std::vector<Member> said = {maybe("owner", uuid()), maybe("due", date()),
                                    maybe("document", text("SK Bupati 100/2025"))};
  Schema step = with(object({{"step", text("readiness")}, state}), said);
  step = with(
      std::move(step),
      {{"name", object({{"id", text("Analisis kesiapan")}, {"en", text("Analyse the readiness")}})},
       maybe("owner_name", agency()),
       {"late", yes_no()}});
  const std::vector<std::string_view> of_host = {"id", "region", "steps"};
  Schema told = input(dossier, {"id", "steps"}, {"region"});
  all["Dossier"] = with(std::move(told), {{"round", text("Bimtek I")},
                                          maybe("inherited", text("Bimtek I 2024")),
                                          {"board", list(std::move(step))},
                                          {"survey", list(named("SurveyValue"))},
                                          {"revision", count(57)}});
  all["DossierChange"] = merge_patch(dossier, of_host);
  all["StepReport"] = with(object({state}), said);
}

void add_runs(boost::json::object& all, Schema catalogue) {
  const Schema candidates = list(object({{"id", uuid()}, {"name", text("Bank Sampah Induk")}}));
  const Schema since = object({{"same_inputs", yes_no()},
                               {"scenario", list(object({{"part", text("/count/max")},
                                                         {"before", anything(8)},
                                                         {"after", anything(10)}}))},
                               {"plugins", list(object({{"id", text("solok-selatan")},
                                                        {"before", text("1.0.0")},
                                                        {"after", text("1.1.0")},
                                                        {"other_build", yes_no()}}))},
                               {"catalogue", std::move(catalogue)},
                               {"other_day", yes_no()},
                               {"enter", candidates},
                               {"leave", candidates},
                               {"points", or_null(whole(-29'915))}});
  all["RoundRuns"] =
      object({{"round", uuid()},
              {"name", text("Bimtek IV")},
              {"left_out", count(0)},
              {"runs", list(object({{"selection", uuid()},
                                    {"name", text("Delapan quick win 2024")},
                                    {"revision", count(58)},
                                    {"at", text("2026-01-31T09:30:00Z")},
                                    {"by", text("Ani Rahmawati")},
                                    {"as_of", text("2026-01-31")},
                                    {"catalogue_revision", count(57)},
                                    {"status", words({"optimal", "infeasible", "limit"})},
                                    {"score", or_null(whole(7'067'949))},
                                    {"chosen", list(uuid())},
                                    {"since", or_null(since)}}))}});
}

}  // namespace

void add_round_schemas(boost::json::object& all) {
  add_dossiers(all);
  const Schema round = of_record<catalogue::Round>();
  const Schema attendance =
      with(of_record<catalogue::Attendance>(),
           {maybe("organisation_name", agency()), maybe("replaced_by_name", person())});
  const Schema minute =
      with(of_record<catalogue::Minute>(),
           {maybe("person_name", person()), maybe("organisation_name", agency())});
  Schema told = with(round, {maybe("follows_name", text("Bimtek I")),
                             {"attendance", list(attendance)},
                             {"minutes", list(minute)},
                             {"not_recorded", list(agency())},
                             {"missing", list(text("Berita acara"))},
                             {"revision", count(57)}});
  all["Round"] = std::move(told);
  all["RoundList"] = object({{"rounds", list(named("Round"))}});
  const std::vector<std::string_view> of_host = {
      "id", "region", "frozen_revision", "snapshot", "state", "carried_from", "attendance"};
  auto planned = of_host;
  planned.push_back("minutes");
  all["NewRound"] = input(round, planned, {"name"});
  all["RoundChange"] = merge_patch(round, of_host);
  all["RoundName"] = object({maybe("name", text("Bimtek I 2025"))});
  all["NewAttendance"] = object({{"organisation", uuid()},
                                 {"presence", word_of<catalogue::Presence>()},
                                 maybe("replaced_by", person())});
  all["NewMinute"] = object({{"kind", word_of<catalogue::MinuteKind>()},
                             {"text", text("Delapan quick win ditetapkan.")},
                             {"person", person()},
                             maybe("organisation", uuid())});
  const Schema areas = list(text("waste"));
  const std::vector<Member> compared = {
      {"from_revision", count(40)},
      {"to_revision", count(57)},
      {"totals", object({{"added", count(3)},
                         {"changed", count(5)},
                         {"mapped_otherwise", count(2)},
                         {"gone", count(1)}})},
      {"differences",
       list(object({{"fate", words({"added", "changed", "mapped_otherwise", "gone"})},
                    {"id", uuid()},
                    {"name", text("Bank Sampah Induk")},
                    maybe("owner", agency()),
                    {"fields", list(text("summary"))},
                    {"areas_before", areas},
                    {"areas_after", areas}}))}};
  all["RoundComparison"] =
      with(object({{"from", text("Bimtek I")}, {"to", or_null(text("Bimtek II"))}}), compared);
  add_runs(all, object(compared));
}

}  // namespace pilah::http
