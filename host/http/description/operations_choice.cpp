#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

using namespace schema;

void describe_choice(RouteTable& table) {
  const std::string region = "/api/v1/regions/{code}";
  table.describe(
      "GET", region + "/scenarios",
      {"listScenarios", "scenarios", {}, {}, {{200, "application/json", "ScenarioList"}}});
  table.describe("GET", region + "/scenarios/{name}",
                 {"getScenario", "scenarios", {}, {}, {{200, "application/json", "Scenario"}}});
  table.describe("PUT", region + "/scenarios/{name}",
                 {"putScenario",
                  "scenarios",
                  {},
                  "ScenarioDocument",
                  {{200, "application/json", "Scenario"}},
                  Access::kSigned});

  const std::string all = region + "/selections";
  table.describe(
      "GET", all,
      {"listSelections", "selections", {}, {}, {{200, "application/json", "SelectionList"}}});
  table.describe("POST", all,
                 {"addSelection",
                  "selections",
                  {},
                  "NewSelection",
                  {{201, "application/json", "Selection"}},
                  Access::kSigned});
  table.describe("POST", all + "/tried",
                 {"trySelection",
                  "selections",
                  {},
                  "NewSelection",
                  {{200, "application/json", "TriedSelection"}},
                  Access::kSigned,
                  {429}});
  const std::string one = all + "/{id}";
  const auto read = [&table, &one](const char* place, const char* id, const char* schema,
                                   std::vector<QueryParameter> query = {}) {
    table.describe("GET", one + place,
                   {id, "selections", std::move(query), {}, {{200, "application/json", schema}}});
  };
  read("", "getSelection", "Selection");
  read("/reasons", "getReasons", "SelectionReasons");
  read("/claims", "listUnverifiedClaims", "UnverifiedClaimList");
  read("/candidates/{candidate}", "getCandidate", "Candidate");
  read("/candidates/{candidate}/outlook", "getOutlook", "CandidateOutlook");
  read("/robustness", "getRobustness", "Robustness");
  read("/interventions", "getInterventions", "Interventions");
  read("/repair", "getRepair", "SetRepair",
       {{"without", text("Dapur Sehat Bundo Kanduang"), true}, {"changes", count(3)}});
}

}  // namespace pilah::http
