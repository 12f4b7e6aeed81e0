// What comes in without an account: a link that lets people propose, and what they
// proposed through it.
//
// Proposals are kept apart from the catalogue: they have no history and no audit, so
// that what identifies a person can be erased without a trace. Who accepts one makes
// an innovation of it, and that has both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// Times are milliseconds since 1970-01-01 UTC.
struct IntakeLink {
  IntakeLinkId id;
  RegionCode region;
  std::optional<RoundId> round;
  std::string name;  ///< what it is for, as those who propose read it
  std::int64_t made = 0;
  std::int64_t expires = 0;
  bool closed = false;
  std::int64_t received = 0;  ///< proposals that ever came through it
  std::int64_t waiting = 0;   ///< of these, not decided yet
  std::int64_t hour = 0;      ///< of the last proposal, hours since 1970 ...
  std::int64_t in_hour = 0;   ///< ... and how many came in it

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("round", self.round);
    visit("name", self.name);
    visit("made", self.made);
    visit("expires", self.expires);
    visit("closed", self.closed);
    visit("received", self.received);
    visit("waiting", self.waiting);
    visit("hour", self.hour);
    visit("in_hour", self.in_hour);
  }
  friend bool operator==(const IntakeLink&, const IntakeLink&) = default;
};

/// received -> accepted | declined | withdrawn by whoever proposed it.
enum class ProposalState { kReceived, kAccepted, kDeclined, kWithdrawn };

struct Proposal {
  ProposalId id;
  RegionCode region;
  IntakeLinkId link;
  ProposalState state = ProposalState::kReceived;
  std::int64_t received = 0;
  OrganisationKind proposer_kind = OrganisationKind::kCommunity;
  std::string proposer;  ///< who proposes, by name; personal data
  std::string contact;   ///< never public; personal data
  std::string name;
  std::string summary;
  std::string problem;
  std::string target_group;
  std::string benefit;
  std::string dimension;  ///< a key of the taxonomy, as the proposer sees it; empty: unsure
  std::int64_t decided = 0;
  std::string decided_by;                  ///< an actor
  std::string reason;                      ///< why it was declined
  std::optional<InnovationId> innovation;  ///< what became of it

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("link", self.link);
    visit("state", self.state);
    visit("received", self.received);
    visit("proposer_kind", self.proposer_kind);
    visit("proposer", self.proposer);
    visit("contact", self.contact);
    visit("name", self.name);
    visit("summary", self.summary);
    visit("problem", self.problem);
    visit("target_group", self.target_group);
    visit("benefit", self.benefit);
    visit("dimension", self.dimension);
    visit("decided", self.decided);
    visit("decided_by", self.decided_by);
    visit("reason", self.reason);
    visit("innovation", self.innovation);
  }
  friend bool operator==(const Proposal&, const Proposal&) = default;
};

}  // namespace pilah::catalogue
