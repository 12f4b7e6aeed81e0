// Quick-win sets as everybody may read them.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema some_candidates() {
  return list(object({{"id", uuid()}, {"name", text("Dapur Sehat Bundo Kanduang")}}));
}

Schema a_set() {
  return object({{"id", uuid()},
                 {"region", region_code()},
                 {"name", text("Quick win 2026")},
                 maybe("decree", text("SK Bupati 12/2026")),
                 maybe("adopted_on", date()),
                 maybe("amendment", object({{"reason", text("Kementerian mengambil alih.")},
                                            {"decree", text("SK Bupati 30/2026")},
                                            {"left", some_candidates()},
                                            {"came", some_candidates()}})),
                 {"placings", list(of_record<catalogue::PlacedCandidate>())},
                 {"shown", object({{"findings", yes_no()},
                                   {"cost", yes_no()},
                                   {"duration", yes_no()},
                                   {"staff", yes_no()},
                                   {"problem", yes_no()}})},
                 {"withheld", object({{"fields", list(text("budgets"))},
                                      {"rules", list(text("solok-selatan 1.0.0"))},
                                      {"candidates", count(0)}})},
                 {"selection", named("PublicSelection")}});
}

Schema interventions() {
  const Schema exchange = object({{"enter", some_candidates()}, {"leave", some_candidates()}});
  return object({{"complete", yes_no()},
                 {"interventions", list(object({{"id", uuid()},
                                                {"name", text("Dapur Sehat Bundo Kanduang")},
                                                {"in", yes_no()},
                                                {"reason", text("Janji kepada warga.")},
                                                {"by", text("Sekretaris Daerah")},
                                                {"price", or_null(whole(29'915))}}))},
                 {"together", or_null(whole(29'915))},
                 {"weights", list(object({maybe("criterion", text("solok-selatan/leverage")),
                                          maybe("title", named("Bilingual")),
                                          maybe("weight", count(5)),
                                          maybe("own_weight", count(2)),
                                          {"reason", text("Kesepakatan rapat.")},
                                          {"by", text("Kepala Bappeda")},
                                          {"without", or_null(exchange)}}))},
                 {"hidden", count(0)}});
}

Schema runs() {
  const Schema since = object({{"scenario", list(object({{"part", text("/count/max")},
                                                         {"before", anything(8)},
                                                         {"after", anything(9)}}))},
                               {"plugins", list(object({{"id", text("solok-selatan")},
                                                        {"before", text("1.0.0")},
                                                        {"after", text("1.1.0")},
                                                        {"other_build", yes_no()}}))},
                               {"catalogue", object({{"added", count(2)},
                                                     {"changed", count(5)},
                                                     {"mapped_otherwise", count(1)},
                                                     {"gone", count(0)}})},
                               {"other_day", yes_no()},
                               {"enter", some_candidates()},
                               {"leave", some_candidates()}});
  return object({{"round", text("Bimtek IV")},
                 {"left_out", count(0)},
                 {"runs", list(object({{"at", text("2026-01-31T09:30:00Z")},
                                       {"as_of", text("2026-01-31")},
                                       {"status", words({"optimal", "infeasible", "limit"})},
                                       {"chosen", count(8)},
                                       {"since", or_null(since)}}))}});
}

}  // namespace

void add_public_set_schemas(boost::json::object& all) {
  all["PublicQuickWinSet"] = a_set();
  all["PublicInterventions"] = interventions();
  all["PublicRuns"] = runs();
  all["SelectionProblem"] = open_object({{"candidates", boost::json::array{}}});
  all["SelectionCertificate"] = open_object({{"pilah_certificate", 1}});
  all["PublicTrial"] =
      object({maybe("weights", map("solok-selatan/leverage", count(2))),
              maybe("count", object({maybe("min", count(6)), maybe("max", count(8))})),
              maybe("budget", or_null(count(2'400'000'000)))});
  all["TriedPublicly"] =
      object({{"status", words({"optimal", "infeasible", "limit"})},
              {"score", or_null(whole(7'067'949))},
              {"cost", or_null(count(2'400'000'000))},
              {"optimal_sets", count(1)},
              {"candidates",
               list(object({{"id", uuid()}, {"score", whole(918'000)}, {"chosen", yes_no()}}))},
              {"conflict", list(named("Conflict"))}});
}

}  // namespace pilah::http
