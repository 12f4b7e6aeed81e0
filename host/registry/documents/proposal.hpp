// The JSON of intake links and proposals, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/proposals/intake_links.hpp"
#include "pilah/registry/proposals/proposals.hpp"

namespace pilah::registry {

/// The link's own fields (catalogue/proposal.hpp) without what only counts hours.
boost::json::object intake_link_document(const catalogue::IntakeLink& link);
/// With "token", "path" and "qr_svg", which are never told again.
boost::json::object opened_link_document(const OpenedLink& opened);
/// {"region", "name", "round", "expires"}
boost::json::object invitation_document(const LinkInvitation& invitation);

/// The proposal's own fields: for moderators.
boost::json::object proposal_document(const catalogue::Proposal& proposal);
/// {"proposals": [...], "next"}; next is null on the last page.
boost::json::object proposals_document(const ProposalPage& page);
/// {"state", "tracking"}
boost::json::object submitted_document(const SubmittedProposal& submitted);
/// {"state", "name", "received", "decided", "reason"}: for the proposer.
boost::json::object tracked_document(const TrackedProposal& tracked);

}  // namespace pilah::registry
