#include <utility>
#include <vector>

#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

void describe_public_sets(RouteTable& table) {
  const std::string one = "/api/v1/regions/{code}/public/quick-win-sets/{id}";
  const auto read = [&](const char* place, const char* id, const char* schema,
                        std::vector<int> refusals = {429}) {
    table.describe("GET", one + place,
                   {.id = id,
                    .group = "quick_wins",
                    .answers = {gives(schema)},
                    .refusals = std::move(refusals)});
  };
  read("", "getPublicSet", "PublicQuickWinSet");
  read("/interventions", "getPublicInterventions", "PublicInterventions");
  read("/runs", "getPublicRuns", "PublicRuns");
  read("/problem", "getPublicProblem", "SelectionProblem", {409, 429});
  read("/certificate", "getPublicCertificate", "SelectionCertificate", {409, 429});
  table.describe("POST", one + "/tried",
                 {.id = "tryPublicSet",
                  .group = "quick_wins",
                  .takes = "PublicTrial",
                  .answers = {gives("TriedPublicly")},
                  .refusals = {429}});
}

}  // namespace pilah::http
