#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Operation reads(const char* id, const char* schema) {
  return {.id = id, .group = "rounds", .answers = {gives(schema)}, .access = Access::kSigned};
}

/// What makes something of a round: from what was read, or (201) without having read it.
Operation changes(const char* id, const char* takes, bool from_revision, int status = 200) {
  return {.id = id,
          .group = "rounds",
          .takes = takes,
          .answers = {gives("Round", status)},
          .access = Access::kSigned,
          .from_revision = from_revision};
}

}  // namespace

void describe_rounds(RouteTable& table) {
  const std::string all = "/api/v1/regions/{code}/rounds";
  const std::string one = all + "/{id}";
  table.describe("GET", all, reads("listRounds", "RoundList"));
  table.describe("POST", all, changes("addRound", "NewRound", false, 201));
  table.describe("GET", one, reads("getRound", "Round"));
  table.describe("PATCH", one, changes("changeRound", "RoundChange", true));
  table.describe("POST", one + "/open", changes("openRound", "", true));
  table.describe("POST", one + "/close", changes("closeRound", "", true));
  table.describe("POST", one + "/freeze", changes("freezeRound", "RoundName", true));
  table.describe("PUT", one + "/attendance", changes("recordAttendance", "NewAttendance", false));
  table.describe("POST", one + "/minutes", changes("addMinute", "NewMinute", false, 201));
  table.describe("POST", one + "/carry-over", changes("carryOverRound", "RoundName", false, 201));
  auto compare = reads("compareRounds", "RoundComparison");
  compare.query = {{"with", uuid()}};
  compare.refusals = {409};  // one that is not frozen
  table.describe("GET", one + "/comparison", std::move(compare));
  table.describe("GET", one + "/selections", reads("listRoundRuns", "RoundRuns"));
  table.describe("GET", one + "/coverage",
                 {.id = "getRoundCoverage",
                  .group = "rounds",
                  .query = {{"owner", uuid()}},
                  .answers = {gives("Coverage")},
                  .refusals = {409}});  // one that is not frozen
  const std::string dossier = one + "/dossier";
  table.describe("GET", dossier, reads("getDossier", "Dossier"));
  auto change = changes("changeDossier", "DossierChange", true);
  change.answers = {gives("Dossier")};
  table.describe("PATCH", dossier, std::move(change));
  auto step = changes("putDossierStep", "StepReport", false);
  step.answers = {gives("Dossier")};
  table.describe("PUT", dossier + "/steps/{step}", std::move(step));
}

}  // namespace pilah::http
