#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

Operation signed_in(const char* id, Answer answer, const char* takes = "") {
  return {.id = id,
          .group = "panels",
          .takes = takes,
          .answers = {std::move(answer)},
          .access = Access::kSigned};
}

}  // namespace

void describe_panels(RouteTable& table) {
  const std::string region = "/api/v1/regions/{code}";
  const std::string panels = region + "/panels";
  table.describe("GET", region + "/scales",
                 {.id = "listScales", .group = "panels", .answers = {gives("Scales")}});
  table.describe("GET", panels, signed_in("listPanels", gives("PanelList")));
  table.describe("POST", panels, signed_in("openPanel", gives("Panel", 201), "NewPanel"));
  table.describe("GET", panels + "/{id}", signed_in("getPanel", gives("Panel")));
  auto close = signed_in("closePanel", gives("Panel"));
  close.from_revision = true;
  close.refusals = {409};  // closed already
  table.describe("POST", panels + "/{id}/close", std::move(close));
  table.describe("GET", panels + "/{id}/sheet", signed_in("getSheet", gives("PanelSheet")));
  auto judge = signed_in("putSheet", gives("PanelSheet"), "NewJudgements");
  judge.refusals = {409};  // the panel is closed
  table.describe("PUT", panels + "/{id}/sheet", std::move(judge));
  table.describe("GET", panels + "/{id}/missing",
                 signed_in("listMissingScores", gives("MissingScores")));
  auto results = signed_in("getPanelResults", gives("PanelResults"));
  results.refusals = {409};  // still open
  table.describe("GET", panels + "/{id}/results", std::move(results));
}

}  // namespace pilah::http
