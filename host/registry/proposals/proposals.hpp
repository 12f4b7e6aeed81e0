// What people propose through a link, and how it is moderated.
//
// A proposal is kept apart: it is in no list, no search and no count until somebody
// who may moderate accepts it; then it is a draft innovation with its proposer, under
// an owner that the moderator chose. Otherwise it is declined, with a reason. The
// proposer follows it with a code of 256 random bits, told once, and may withdraw it.
//
// Names and contacts of proposers are seen by moderators alone. They are erased when
// the proposer asks for it, and 90 days after a proposal was declined.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/proposal.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/innovations.hpp"

namespace pilah::registry {

inline constexpr std::size_t kLongestProposalName = 300;    // bytes
inline constexpr std::size_t kLongestProposalText = 4'000;  // bytes, each text
inline constexpr std::size_t kLongestProposer = 200;        // bytes, name and contact each
inline constexpr std::size_t kLongestReason = 1'000;        // bytes
inline constexpr std::int64_t kDaysKeptDeclined = 90;

/// What a proposer fills in (catalogue::Proposal has the meanings).
struct ProposalForm {
  catalogue::OrganisationKind proposer_kind = catalogue::OrganisationKind::kCommunity;
  std::string proposer;
  std::string contact;
  std::string name;
  std::string summary;
  std::string problem;
  std::string target_group;
  std::string benefit;
  std::string dimension;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("proposer_kind", self.proposer_kind);
    visit("proposer", self.proposer);
    visit("contact", self.contact);
    visit("name", self.name);
    visit("summary", self.summary);
    visit("problem", self.problem);
    visit("target_group", self.target_group);
    visit("benefit", self.benefit);
    visit("dimension", self.dimension);
  }
};

struct SubmittedProposal {
  catalogue::ProposalState state = catalogue::ProposalState::kReceived;
  std::string tracking;  ///< told here alone
};

/// For whoever has the link. Throws Refusal(kNotFound) for one that is none (any more);
/// Refusal(kInvalid) with a message per wrong field; Refusal(kUnavailable) when the link's hour,
/// queue or measure is full.
SubmittedProposal submit_proposal(const Environment& environment, const Caller& caller,
                                  std::string_view token, const ProposalForm& form);

/// What its proposer sees of it; no names, no contact.
struct TrackedProposal {
  catalogue::ProposalState state = catalogue::ProposalState::kReceived;
  std::string name;
  std::int64_t received = 0;
  std::int64_t decided = 0;
  std::string reason;
};

/// Throws Refusal(kNotFound).
TrackedProposal track_proposal(const Environment& environment, std::string_view tracking);

/// Its proposer wants it back: name and contact are erased, from the draft that was made of it
/// too, and the proposal itself while it is not decided. When it returns, no file of the data
/// folder holds them. Throws Refusal(kNotFound).
void withdraw_proposal(const Environment& environment, std::string_view tracking);

struct ProposalPage {
  std::vector<catalogue::Proposal> proposals;  ///< by id, which is by time
  std::string next;                            ///< empty: the last page
};

/// Those of a state (nothing: all) behind `after`, `limit` (1 to 200) at most.
ProposalPage proposals(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region,
                       std::optional<catalogue::ProposalState> state,
                       std::optional<catalogue::ProposalId> after, std::size_t limit = 50);

/// Throws Refusal(kNotFound).
catalogue::Proposal proposal(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, catalogue::ProposalId id);

/// Makes a draft innovation of it, an idea of `owner`. Throws Refusal(kNotFound),
/// Refusal(kConflict) when it is decided already, Refusal(kInvalid) for an owner that
/// the region has not.
InnovationEntry accept_proposal(const Environment& environment, const Caller& caller,
                                const catalogue::RegionCode& region, catalogue::ProposalId id,
                                catalogue::OrganisationId owner);

/// Throws the same, and Refusal(kInvalid) without a reason.
catalogue::Proposal decline_proposal(const Environment& environment, const Caller& caller,
                                     const catalogue::RegionCode& region, catalogue::ProposalId id,
                                     const std::string& reason);

/// Erases names and contacts of what was declined longer ago than kDaysKeptDeclined, from every
/// file of the data folder; answers of how many. A serving host does so every hour.
std::int64_t erase_due_contacts(const Environment& environment,
                                const catalogue::RegionCode& region);

}  // namespace pilah::registry
