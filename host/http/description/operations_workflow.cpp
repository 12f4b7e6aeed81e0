#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

/// What makes of a version the next one.
Operation step(const char* id, const char* takes = "") {
  return {.id = id,
          .group = "workflow",
          .takes = takes,
          .answers = {gives("Review")},
          .access = Access::kSigned,
          .from_revision = true};
}

Operation reads(const char* id, const char* schema) {
  return {.id = id, .group = "workflow", .answers = {gives(schema)}, .access = Access::kSigned};
}

}  // namespace

void describe_workflow(RouteTable& table) {
  const std::string entry = "/api/v1/innovations/{id}";
  table.describe("GET", entry + "/review", reads("getReview", "Review"));
  table.describe("POST", entry + "/submit", step("submitInnovation"));
  table.describe("POST", entry + "/recall", step("recallInnovation"));
  table.describe("POST", entry + "/approve", step("approveInnovation"));
  table.describe("POST", entry + "/verify", step("verifyInnovation"));
  table.describe("POST", entry + "/return", step("returnInnovation", "ReturnReasons"));
  table.describe("POST", entry + "/archive", step("archiveInnovation"));
  table.describe("GET", entry + "/pending", reads("getPending", "Innovation"));
  table.describe("PATCH", entry + "/pending", step("revisePending", "InnovationChange"));
  table.describe("DELETE", entry + "/pending", step("dropPending"));
  table.describe("POST", entry + "/comments",
                 {.id = "addComment",
                  .group = "workflow",
                  .takes = "NewComment",
                  .answers = {gives("Review", 201)},
                  .access = Access::kSigned});
  table.describe("POST", entry + "/comments/{number}/settle", reads("settleComment", "Review"));
  table.describe("POST", "/api/v1/regions/{code}/verify",
                 {.id = "verifyInnovations",
                  .group = "workflow",
                  .takes = "VersionsToVerify",
                  .answers = {gives("VerifiedVersions")},
                  .access = Access::kSigned});
  table.describe("PUT", "/api/v1/regions/{code}/submission",
                 {.id = "putSubmission",
                  .group = "workflow",
                  .takes = "SubmissionRules",
                  .answers = {gives("Submission")},
                  .access = Access::kSigned});
}

}  // namespace pilah::http
