#include "pilah/catalogue/team.hpp"
#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

const std::string kRegion = "/api/v1/regions/{code}";

Operation signed_in(const char* id, Answer answer, const char* takes = "") {
  return {.id = id,
          .group = "teams",
          .takes = takes,
          .answers = {std::move(answer)},
          .access = Access::kSigned};
}

/// Makes something, or changes what was read; not under a decree whose term is over.
Operation in_its_term(Operation operation) {
  operation.refusals = {409};
  operation.from_revision = operation.answers.front().status != 201;
  return operation;
}

void describe_decrees(RouteTable& table) {
  const std::string all = kRegion + "/decrees";
  table.describe("GET", all, signed_in("listDecrees", gives("DecreeList")));
  auto add = signed_in("addDecree", gives("Decree", 201), "NewDecree");
  add.refusals = {409};  // its number is there, or the decree is replaced already
  table.describe("POST", all, std::move(add));
  table.describe("GET", all + "/{id}", signed_in("getDecree", gives("Decree")));
  auto change = signed_in("changeDecree", gives("Decree"), "DecreeChange");
  change.refusals = {409};
  table.describe("PATCH", all + "/{id}", std::move(change));
  auto put = signed_in("putDecreeFile", gives("Decree"));
  put.takes_file = true;
  put.query = {{"file_name", schema::text("sk-dewan.pdf")}};
  put.refusals = {409};  // there is one
  table.describe("PUT", all + "/{id}/file", std::move(put));
  auto get = signed_in("getDecreeFile", gives_nothing());
  get.answers = a_file();
  table.describe("GET", all + "/{id}/file", std::move(get));
}

void describe_duties(RouteTable& table) {
  const std::string all = kRegion + "/duties";
  auto list = signed_in("listDuties", gives("DutyList"));
  list.query = {{"late", schema::yes_no()}, {"open", schema::yes_no()}, {"team", schema::uuid()}};
  table.describe("GET", all, std::move(list));
  table.describe("POST", all, in_its_term(signed_in("addDuty", gives("Duty", 201), "NewDuty")));
  table.describe("GET", all + "/{id}", signed_in("getDuty", gives("Duty")));
  table.describe("PATCH", all + "/{id}",
                 in_its_term(signed_in("changeDuty", gives("Duty"), "DutyChange")));
  table.describe("POST", all + "/{id}/done",
                 in_its_term(signed_in("finishDuty", gives("Duty"), "DutyDone")));
}

}  // namespace

void describe_teams(RouteTable& table) {
  const std::string all = kRegion + "/teams";
  Operation list{.id = "listTeams", .group = "teams", .answers = {gives("TeamList")}};
  list.query = {{"kind", schema::words({"council", "executing-team", "working-group"})}};
  table.describe("GET", all, std::move(list));
  table.describe("POST", all, in_its_term(signed_in("addTeam", gives("Team", 201), "NewTeam")));
  table.describe("GET", all + "/{id}",
                 {.id = "getTeam", .group = "teams", .answers = {gives("Team")}});
  table.describe("PATCH", all + "/{id}",
                 in_its_term(signed_in("changeTeam", gives("Team"), "TeamChange")));
  table.describe("POST", all + "/{id}/members",
                 in_its_term(signed_in("addTeamMembers", gives("Team"), "NewTeamMembers")));
  auto remove = signed_in("removeTeamMember", gives("Team"));
  remove.from_revision = true;
  table.describe("DELETE", all + "/{id}/members/{person}", std::move(remove));
  Operation of_group{.id = "listOfTeam", .group = "teams", .answers = {gives("IntersectingList")}};
  of_group.query = {{"limit", schema::count(50)}};
  table.describe("GET", all + "/{id}/innovations", std::move(of_group));
  describe_decrees(table);
  describe_duties(table);
}

}  // namespace pilah::http
