// Teams, the decrees by which they are set up, and their duties.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/team.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/teams/decrees.hpp"
#include "pilah/registry/teams/duties.hpp"
#include "pilah/registry/teams/teams.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema a_person() { return text("Siti Aminah"); }
Schema a_team() { return text("Pokja Smart Living"); }
Schema a_state() { return words({"not-begun", "runs", "over", "replaced"}); }
Schema a_kind() { return words({"council", "executing-team", "working-group"}); }

void add_decrees(boost::json::object& all) {
  const Schema team = object({{"id", uuid()}, {"kind", a_kind()}, {"name", a_team()}});
  const Schema decree = of_record<catalogue::Decree>();
  all["Decree"] = with(decree, {maybe("signed_by_name", a_person()),
                                {"state", a_state()},
                                maybe("replaced_by", uuid()),
                                {"teams", list(team)},
                                {"revision", count(57)}});
  all["DecreeList"] = object({{"decrees", list(named("Decree"))}});
  all["NewDecree"] = with(input(of_record<registry::NewDecree>(), {"signed_by"},
                                {"number", "signed_on", "office", "from"}),
                          {{"signed_by", a_person()}});
  all["DecreeChange"] = merge_patch(decree, {"id", "region", "signed_by", "replaces", "file"});
}

void add_duties(boost::json::object& all) {
  const Schema duty = of_record<catalogue::Duty>();
  all["Duty"] = with(duty, {{"team_name", a_team()},
                            maybe("person_name", a_person()),
                            maybe("done_by_name", a_person()),
                            {"late", yes_no()},
                            {"own", yes_no()},
                            {"revision", count(57)}});
  all["DutyList"] = object({{"duties", list(named("Duty"))}});
  all["NewDuty"] = input(of_record<registry::NewDuty>(), {}, {"text", "team", "due"});
  all["DutyChange"] = merge_patch(duty, {"id", "region", "team", "done_on", "done_by"});
  all["DutyDone"] = input(of_record<registry::DutyDone>(), {}, {});
}

}  // namespace

void add_team_schemas(boost::json::object& all) {
  const Schema team = of_record<catalogue::Team>();
  const Schema member =
      with(of_record<catalogue::TeamMember>(),
           {maybe("name", a_person()), maybe("organisation_name", text("Dinas Kesehatan"))});
  const Schema decree =
      object({{"id", uuid()}, {"number", text("188.45/12/2026")}, {"state", a_state()}});
  all["Team"] = with(team, {maybe("members", list(member)),
                            {"decrees", list(decree)},
                            {"counts", yes_no()},
                            maybe("innovations", count(7)),
                            {"revision", count(57)}});
  all["TeamList"] = object({{"teams", list(named("Team"))}});
  all["NewTeam"] =
      with(input(of_record<registry::NewTeam>(), {"kind"}, {"name"}), {{"kind", a_kind()}});
  all["TeamChange"] =
      merge_patch(with(team, {{"decree", uuid()}}), {"id", "region", "kind", "members", "decrees"});
  all["NewTeamMembers"] =
      object({{"members", list(input(of_record<registry::NewTeamMember>(), {}, {}))}});
  add_decrees(all);
  add_duties(all);
}

}  // namespace pilah::http
