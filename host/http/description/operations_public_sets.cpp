#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

void describe_public_sets(RouteTable& table) {
  const std::string one = "/api/v1/regions/{code}/public/quick-win-sets/{id}";
  const auto read = [&](const char* place, const char* id, const char* schema) {
    table.describe(
        "GET", one + place,
        {.id = id, .group = "quick_wins", .answers = {gives(schema)}, .refusals = {429}});
  };
  read("", "getPublicSet", "PublicQuickWinSet");
  read("/interventions", "getPublicInterventions", "PublicInterventions");
  read("/runs", "getPublicRuns", "PublicRuns");
  read("/problem", "getPublicProblem", "SelectionProblem");
  read("/certificate", "getPublicCertificate", "SelectionCertificate");
  table.describe("POST", one + "/tried",
                 {.id = "tryPublicSet",
                  .group = "quick_wins",
                  .takes = "PublicTrial",
                  .answers = {gives("TriedPublicly")},
                  .refusals = {429}});
}

}  // namespace pilah::http
