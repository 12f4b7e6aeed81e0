// What comes in without an account.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/proposal.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/proposals/proposals.hpp"

namespace pilah::http {
namespace {

using namespace schema;

/// Milliseconds since 1970.
Schema moment() { return count(1'770'000'000'000); }

Schema intake_link() {
  return object({{"id", uuid()},
                 {"region", region_code()},
                 maybe("round", uuid()),
                 {"name", text("Bimtek II")},
                 {"made", moment()},
                 {"expires", moment()},
                 {"closed", yes_no()},
                 {"received", count(12)},
                 {"waiting", count(3)}});
}

/// The record, but that one that waits has no time of its decision.
Schema proposal() {
  Schema schema = of_record<catalogue::Proposal>();
  auto& needed = schema.at("required").as_array();
  for (auto it = needed.begin(); it != needed.end(); ++it) {
    if (*it != "decided") continue;
    needed.erase(it);
    break;
  }
  return schema;
}

}  // namespace

void add_proposal_schemas(boost::json::object& all) {
  all["IntakeLink"] = intake_link();
  all["IntakeLinkList"] = object({{"intake_links", list(named("IntakeLink"))}});
  all["OpenedIntakeLink"] = with(intake_link(), {{"token", text("Zm9v")},
                                                 {"path", text("/api/v1/intake/Zm9v")},
                                                 maybe("qr_svg", text("<svg></svg>"))});
  all["NewIntakeLink"] = object({maybe("round", uuid()),
                                 {"name", text("Bimtek II")},
                                 maybe("days", count(30)),
                                 maybe("address", text("https://pilah.example.go.id"))});
  all["Invitation"] = object({{"region", text("Kabupaten Solok Selatan")},
                              {"name", text("Bimtek II")},
                              maybe("round", text("Bimtek II")),
                              {"expires", moment()}});
  all["NewProposal"] =
      input(of_record<registry::ProposalForm>(), {}, {"name", "summary", "proposer"});
  const Schema state = word_of<catalogue::ProposalState>();
  all["SubmittedProposal"] = object({{"state", state}, {"tracking", text("Zm9v")}});
  all["TrackedProposal"] = object({{"state", state},
                                   maybe("name", text("Peta jalan rusak")),
                                   {"received", moment()},
                                   maybe("decided", moment()),
                                   maybe("reason", text("Sudah ada."))});
  all["Proposal"] = proposal();
  all["ProposalList"] = object({{"proposals", list(named("Proposal"))}, {"next", or_null(uuid())}});
  all["ProposalOwner"] = object({{"owner", uuid()}});
  all["DeclineReason"] = object({{"reason", text("Sudah ada.")}});
}

}  // namespace pilah::http
