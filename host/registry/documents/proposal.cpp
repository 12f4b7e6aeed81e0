#include "pilah/registry/documents/proposal.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object intake_link_document(const catalogue::IntakeLink& link) {
  auto document = std::move(catalogue::to_json(link).as_object());
  document.erase("hour");
  document.erase("in_hour");
  return document;
}

boost::json::object opened_link_document(const OpenedLink& opened) {
  auto document = intake_link_document(opened.link);
  document["token"] = opened.token;
  document["path"] = opened.path;
  if (!opened.qr_svg.empty()) document["qr_svg"] = opened.qr_svg;
  return document;
}

boost::json::object invitation_document(const LinkInvitation& invitation) {
  boost::json::object document{{"region", invitation.region}, {"name", invitation.name}};
  if (!invitation.round.empty()) document["round"] = invitation.round;
  document["expires"] = invitation.expires;
  return document;
}

boost::json::object proposal_document(const catalogue::Proposal& proposal) {
  auto document = std::move(catalogue::to_json(proposal).as_object());
  if (proposal.decided == 0) document.erase("decided");
  return document;
}

boost::json::object proposals_document(const ProposalPage& page) {
  boost::json::array proposals;
  for (const auto& proposal : page.proposals) proposals.push_back(proposal_document(proposal));
  boost::json::object document{{"proposals", std::move(proposals)}, {"next", nullptr}};
  if (!page.next.empty()) document["next"] = page.next;
  return document;
}

boost::json::object submitted_document(const SubmittedProposal& submitted) {
  return {{"state", catalogue::name_of(submitted.state)}, {"tracking", submitted.tracking}};
}

boost::json::object tracked_document(const TrackedProposal& tracked) {
  boost::json::object document{{"state", catalogue::name_of(tracked.state)}};
  if (!tracked.name.empty()) document["name"] = tracked.name;
  document["received"] = tracked.received;
  if (tracked.decided != 0) document["decided"] = tracked.decided;
  if (!tracked.reason.empty()) document["reason"] = tracked.reason;
  return document;
}

}  // namespace pilah::registry
