// Panels: what is opened, what a member gives, what came out.
#include <boost/json.hpp>

#include "pilah/catalogue/panel.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/panels/judging.hpp"
#include "pilah/registry/panels/panels.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema a_name() { return text("Antrean RSUD Tanpa Menunggu"); }
Schema a_person() { return text("Siti Aminah"); }
Schema a_criterion() { return text("leverage"); }

}  // namespace

void add_panel_schemas(boost::json::object& all) {
  const Schema criterion = of_record<catalogue::PanelCriterion>();
  all["Scales"] = object({{"criteria", list(criterion)}});
  const Schema member = object({{"person", uuid()},
                                {"name", a_person()},
                                maybe("organisation", uuid()),
                                maybe("organisation_name", text("Dinas Kesehatan")),
                                {"has_account", yes_no()},
                                {"given", count(12)},
                                {"wanted", count(40)}});
  all["Panel"] = with(of_record<catalogue::Panel>(),
                      {{"members", list(member)}, {"is_open", yes_no()}, {"revision", count(57)}});
  all["PanelList"] = object({{"panels", list(named("Panel"))}});
  all["NewPanel"] = input(of_record<registry::NewPanel>(), {}, {"name", "members"});
  const Schema given = object({{"criterion", a_criterion()},
                               {"step", count(3)},
                               maybe("note", text(text_example("note")))});
  all["PanelSheet"] = object({{"panel", uuid()},
                              {"name", text("Panel ahli")},
                              {"member", uuid()},
                              {"member_name", a_person()},
                              {"is_open", yes_no()},
                              {"criteria", list(criterion)},
                              {"entries", list(object({{"id", uuid()},
                                                       {"name", a_name()},
                                                       maybe("owner", text("Dinas Kesehatan")),
                                                       {"own", yes_no()},
                                                       {"given", list(given)},
                                                       {"missing", list(a_criterion())}}))}});
  all["NewJudgements"] = object({{"judgements", list(input(of_record<registry::Judgement>(), {},
                                                           {"innovation", "criterion", "step"}))}});
  const Schema missing = list(object({{"assessor", uuid()},
                                      {"name", a_person()},
                                      {"innovation", uuid()},
                                      {"entry", a_name()},
                                      {"criteria", list(a_criterion())}}));
  all["MissingScores"] = object({{"missing", missing}});
  const Schema score = object({{"assessor", uuid()},
                               {"name", a_person()},
                               {"step", count(3)},
                               maybe("note", text(text_example("note")))});
  const Schema judged = object({{"criterion", a_criterion()},
                                {"scores", list(score)},
                                maybe("median_halves", count(5)),
                                maybe("spread", count(2)),
                                {"far_apart", yes_no()}});
  all["PanelResults"] = object(
      {{"panel", uuid()},
       {"name", text("Panel ahli")},
       {"closed_on", date()},
       {"agreement", list(object({{"criterion", a_criterion()},
                                  maybe("alpha", millionths()),
                                  {"level", words({"reliable", "tentative", "low", "unknown"})}}))},
       {"entries", list(object({{"id", uuid()}, {"name", a_name()}, {"criteria", list(judged)}}))},
       {"missing", missing},
       {"far_apart", list(object({{"innovation", uuid()},
                                  {"name", a_name()},
                                  {"criterion", a_criterion()},
                                  {"spread", count(3)}}))}});
}

}  // namespace pilah::http
