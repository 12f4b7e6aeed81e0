#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

Operation signed_in(const char* id, Answer answer, const char* takes = "") {
  return {.id = id,
          .group = "quick_wins",
          .takes = takes,
          .answers = {std::move(answer)},
          .access = Access::kSigned};
}

/// Changes the set as it was read.
Operation changes(const char* id, const char* takes, int status = 200) {
  auto operation = signed_in(id, gives("QuickWinSet", status), takes);
  operation.from_revision = true;
  operation.refusals = {409};  // amended, signed
  return operation;
}

}  // namespace

void describe_quick_wins(RouteTable& table) {
  const std::string region = "/api/v1/regions/{code}";
  const std::string sets = region + "/quick-win-sets";
  table.describe("GET", sets, signed_in("listQuickWinSets", gives("QuickWinSetList")));
  auto adopt = signed_in("adoptSelection", gives("QuickWinSet", 201), "Adoption");
  table.describe("POST", sets, std::move(adopt));
  table.describe("GET", sets + "/{id}", signed_in("getQuickWinSet", gives("QuickWinSet")));
  table.describe("POST", sets + "/{id}/amend", changes("amendQuickWinSet", "NewAmendment", 201));
  table.describe("PUT", sets + "/{id}/formulations/{candidate}",
                 changes("putFormulation", "NewFormulation"));
  table.describe("POST", sets + "/{id}/signatories", changes("nameSignatories", "NewSignatories"));
  table.describe("POST", sets + "/{id}/signatures", changes("addSignature", "NewSignature"));
  const std::string scan = region + "/signatures/{id}/scan";
  auto put = signed_in("putScan", gives("QuickWinSet"));
  put.takes_file = true;
  put.query = {{"file_name", schema::text("sk-bupati.pdf")}};
  put.refusals = {409};  // there is one
  table.describe("PUT", scan, std::move(put));
  auto get = signed_in("getScan", gives_nothing());
  get.answers = a_file();
  table.describe("GET", scan, std::move(get));
}

}  // namespace pilah::http
