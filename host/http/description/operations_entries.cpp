#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

Operation operation(const char* id, std::vector<Answer> answers, const char* takes = "",
                    bool from_revision = false) {
  return {.id = id,
          .group = "entries",
          .takes = takes,
          .answers = std::move(answers),
          .access = Access::kSigned,
          .from_revision = from_revision};
}

}  // namespace

/// A file as it is, by what its bytes are.
std::vector<Answer> a_file() {
  std::vector<Answer> answers;
  for (const char* type :
       {"application/pdf", "image/png", "image/jpeg", "image/webp", "text/plain", "video/mp4",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.text"}) {
    answers.push_back({200, type, ""});
  }
  return answers;
}

void describe_entries(RouteTable& table) {
  const std::string entry = "/api/v1/innovations/{id}";
  const std::string region = "/api/v1/regions/{code}";
  table.describe("GET", entry + "/history", operation("getHistory", {gives("History")}));
  table.describe("GET", region + "/drafts", operation("listDrafts", {gives("Drafts")}));
  table.describe("POST", region + "/drafts",
                 operation("beginDraft", {gives("Draft", 201)}, "Typed"));
  table.describe("GET", entry + "/draft", operation("getDraft", {gives("Draft")}));
  auto keep = operation("putDraft", {gives_nothing()}, "Typed");
  keep.from_revision_if_any = true;
  table.describe("PUT", entry + "/draft", std::move(keep));
  auto drop = operation("dropDraft", {gives_nothing()});
  drop.access = Access::kOpen;
  table.describe("DELETE", entry + "/draft", std::move(drop));
  table.describe("GET", entry + "/evidence", operation("listEvidence", {gives("Claims")}));
  auto add = operation("addEvidence", {gives("Innovation", 201)}, "", true);
  add.takes_file = true;
  add.query = {{"field", schema::text("/indicators/0")},
               {"file_name", schema::text("sk-bupati.pdf")}};
  table.describe("POST", entry + "/evidence", std::move(add));
  table.describe("GET", entry + "/evidence/{sha256}", operation("getEvidence", a_file()));
  table.describe("DELETE", entry + "/evidence/{sha256}",
                 operation("removeEvidence", {gives("Innovation")}, "", true));
  table.describe("PUT", entry + "/indicators/{indicator}/verified",
                 operation("putVerifiedValues", {gives("Innovation")}, "VerifiedValues", true));
  table.describe("POST", region + "/persons/{id}/erasure",
                 operation("erasePerson", {gives("Erasure")}, "AskedErasure"));
  table.describe("POST", region + "/persons/{id}/correction",
                 operation("correctPerson", {gives("Erasure")}, "PersonCorrection"));
}

}  // namespace pilah::http
