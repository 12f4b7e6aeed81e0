#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/proposal.hpp"
#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

using namespace schema;

void describe_proposals(RouteTable& table) {
  const auto add = [&table](const char* method, const std::string& path, Operation operation) {
    operation.group = "proposals";
    table.describe(method, "/api/v1" + path, std::move(operation));
  };
  add("GET", "/intake/{token}",
      {.id = "getInvitation", .group = {}, .answers = {gives("Invitation")}});
  add("POST", "/intake/{token}",
      {.id = "propose",
       .group = {},
       .takes = "NewProposal",
       .answers = {gives("SubmittedProposal", 201)},
       .refusals = {429}});
  add("GET", "/proposals/{tracking}",
      {.id = "trackProposal", .group = {}, .answers = {gives("TrackedProposal")}});
  add("DELETE", "/proposals/{tracking}",
      {.id = "withdrawProposal", .group = {}, .answers = {gives_nothing()}});

  const auto add_moderated = [&add](const char* method, const std::string& path,
                                    Operation operation) {
    operation.access = Access::kSigned;
    add(method, "/regions/{code}" + path, std::move(operation));
  };
  add_moderated("GET", "/intake-links",
                {.id = "listIntakeLinks", .group = {}, .answers = {gives("IntakeLinkList")}});
  add_moderated("POST", "/intake-links",
                {.id = "openIntakeLink",
                 .group = {},
                 .takes = "NewIntakeLink",
                 .answers = {gives("OpenedIntakeLink", 201)}});
  add_moderated("POST", "/intake-links/{id}/close",
                {.id = "closeIntakeLink", .group = {}, .answers = {gives("IntakeLink")}});
  add_moderated("GET", "/proposals",
                {.id = "listProposals",
                 .group = {},
                 .query = {{"state", word_of<catalogue::ProposalState>()},
                           {"after", uuid()},
                           {"limit", count(50)}},
                 .answers = {gives("ProposalList")}});
  add_moderated("GET", "/proposals/{id}",
                {.id = "getProposal", .group = {}, .answers = {gives("Proposal")}});
  add_moderated("POST", "/proposals/{id}/accept",
                {.id = "acceptProposal",
                 .group = {},
                 .takes = "ProposalOwner",
                 .answers = {gives("Innovation", 201)}});
  add_moderated("POST", "/proposals/{id}/decline",
                {.id = "declineProposal",
                 .group = {},
                 .takes = "DeclineReason",
                 .answers = {gives("Proposal")}});
}

}  // namespace pilah::http
