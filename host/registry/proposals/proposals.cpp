#include "pilah/registry/proposals/proposals.hpp"

#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/people/secret.hpp"
#include "pilah/registry/proposals/intake_links.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::IntakeLink;
using catalogue::Message;
using catalogue::Proposal;
using catalogue::ProposalId;
using catalogue::ProposalState;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::int64_t kHour = std::int64_t{60} * 60 * 1000;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kLargestPage = 200;

Refusal no_such_proposal() {
  return {RefusalKind::kNotFound, Message{"proposal.not_found", {}, ""}};
}

void require_valid(const Proposal& proposal, const catalogue::Taxonomy& taxonomy) {
  catalogue::Messages wrong;
  const auto check = [&wrong](const std::string& text, std::size_t largest, const char* pointer,
                              bool needed) {
    if (needed && text.empty()) wrong.push_back({"proposal.missing", {}, pointer});
    if (text.size() <= largest) return;
    wrong.push_back({"proposal.too_long",
                     {{"found", std::to_string(text.size())}, {"largest", std::to_string(largest)}},
                     pointer});
  };
  check(proposal.name, kLongestProposalName, "/name", true);
  check(proposal.summary, kLongestProposalText, "/summary", true);
  check(proposal.problem, kLongestProposalText, "/problem", false);
  check(proposal.target_group, kLongestProposalText, "/target_group", false);
  check(proposal.benefit, kLongestProposalText, "/benefit", false);
  check(proposal.proposer, kLongestProposer, "/proposer", true);
  check(proposal.contact, kLongestProposer, "/contact", false);
  if (!proposal.dimension.empty() && !taxonomy.dimension(proposal.dimension)) {
    wrong.push_back(
        {"innovation.unknown_dimension", {{"dimension", proposal.dimension}}, "/dimension"});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

Proposal filled_in(const ProposalForm& form) {
  Proposal proposal;
  proposal.proposer_kind = form.proposer_kind;
  proposal.proposer = form.proposer;
  proposal.contact = form.contact;
  proposal.name = form.name;
  proposal.summary = form.summary;
  proposal.problem = form.problem;
  proposal.target_group = form.target_group;
  proposal.benefit = form.benefit;
  proposal.dimension = form.dimension;
  return proposal;
}

/// The link with one more proposal in its hour, its queue and its measure.
IntakeLink with_one_more(IntakeLink link, std::int64_t now) {
  const auto refuse = [&link](const char* kind, std::int64_t most) {
    throw Refusal(RefusalKind::kUnavailable,
                  Message{kind, {{"name", link.name}, {"most", std::to_string(most)}}, ""});
  };
  const std::int64_t hour = now / kHour;
  if (link.hour != hour) {
    link.hour = hour;
    link.in_hour = 0;
  }
  if (link.received >= kMostOfLink) refuse("proposal.link_full", kMostOfLink);
  if (link.waiting >= kMostWaiting) refuse("proposal.queue_full", kMostWaiting);
  if (link.in_hour >= kMostInAnHour) refuse("proposal.too_often", kMostInAnHour);
  ++link.received;
  ++link.waiting;
  ++link.in_hour;
  return link;
}

void erase_person(Proposal& proposal) {
  proposal.proposer.clear();
  proposal.contact.clear();
}

/// The draft that was made of it names the proposer, too: until somebody else was put there,
/// and in its history for good. What sort of body it was is no personal data, and stays.
void forget_proposer(store::Writer& writer, const Proposal& proposal) {
  if (!proposal.innovation || proposal.proposer.empty()) return;
  const auto entry = writer.find<catalogue::Innovation>(proposal.region, *proposal.innovation);
  if (!entry) return;
  auto left = entry->record.proposer;
  writer.erase<catalogue::Innovation>(proposal.region, *proposal.innovation, {"proposer"});
  if (left && left->text == proposal.proposer) left = {{{}, {}, "", left->kind}};
  if (!left || *left == catalogue::Proposer{}) return;
  auto kept = writer.find<catalogue::Innovation>(proposal.region, *proposal.innovation)->record;
  kept.proposer = std::move(left);
  writer.put(kept, "changed");
}

/// Decided: its link has one less waiting.
void leave_queue(store::Writer& writer, const Proposal& proposal) {
  auto link = writer.find_aside<IntakeLink>(proposal.region, proposal.link);
  if (!link || link->waiting == 0) return;
  --link->waiting;
  writer.change_aside(*link);
}

Proposal undecided(store::Reader& reader, const RegionCode& region, ProposalId id) {
  auto proposal = reader.find_aside<Proposal>(region, id);
  if (!proposal) throw no_such_proposal();
  if (proposal->state != ProposalState::kReceived) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"proposal.decided", {{"name", proposal->name}}, ""});
  }
  return *std::move(proposal);
}

catalogue::Innovation draft_of(const Proposal& proposal, catalogue::OrganisationId owner) {
  catalogue::Innovation draft;
  draft.region = proposal.region;
  draft.entry_kind = catalogue::EntryKind::kIdea;
  draft.status = catalogue::Status::kDraft;
  draft.owner = owner;
  draft.proposer = catalogue::Proposer{{}, {}, proposal.proposer, proposal.proposer_kind};
  draft.name = proposal.name;
  draft.summary = proposal.summary;
  draft.problem = proposal.problem;
  draft.target_group = proposal.target_group;
  draft.benefit = proposal.benefit;
  return draft;
}

bool is_due(const Proposal& proposal, std::int64_t now) {
  const bool known = !proposal.proposer.empty() || !proposal.contact.empty();
  return known && proposal.state == ProposalState::kDeclined &&
         proposal.decided + kDaysKeptDeclined * kDay <= now;
}

}  // namespace

SubmittedProposal submit_proposal(const Environment& environment, const Caller& caller,
                                  std::string_view token, const ProposalForm& form) {
  const Secret tracking = new_secret(environment, "");
  Proposal proposal = filled_in(form);
  proposal.id = ProposalId{environment.new_uuid()};
  proposal.received = environment.now();
  environment.store.write({"intake", caller.request}, [&](store::Writer& writer) {
    auto link = writer.find_aside<IntakeLink>(digest_of(token));
    if (!link || link->closed || link->expires <= proposal.received) {
      throw Refusal(RefusalKind::kNotFound, Message{"intake_link.not_valid", {}, ""});
    }
    require_valid(proposal, environment.taxonomy);
    proposal.region = link->region;
    proposal.link = link->id;
    writer.change_aside(with_one_more(*std::move(link), proposal.received));
    writer.add_aside(proposal, tracking.digest);
    tell_proposed(writer, proposal.region, proposal.id);
  });
  return {ProposalState::kReceived, tracking.text};
}

TrackedProposal track_proposal(const Environment& environment, std::string_view tracking) {
  TrackedProposal tracked;
  environment.store.read([&](store::Reader& reader) {
    const auto proposal = reader.find_aside<Proposal>(digest_of(tracking));
    if (!proposal) throw no_such_proposal();
    tracked = {proposal->state, proposal->name, proposal->received, proposal->decided,
               proposal->reason};
  });
  return tracked;
}

void withdraw_proposal(const Environment& environment, std::string_view tracking) {
  environment.store.write({"intake"}, [&](store::Writer& writer) {
    auto proposal = writer.find_aside<Proposal>(digest_of(tracking));
    if (!proposal) throw no_such_proposal();
    forget_proposer(writer, *proposal);
    erase_person(*proposal);
    if (proposal->state == ProposalState::kReceived) {
      leave_queue(writer, *proposal);
      proposal->state = ProposalState::kWithdrawn;
      proposal->decided = environment.now();
      for (auto* text : {&proposal->name, &proposal->summary, &proposal->problem,
                         &proposal->target_group, &proposal->benefit}) {
        text->clear();
      }
    }
    writer.change_aside(*proposal);
  });
  environment.store.scrub();
}

ProposalPage proposals(const Environment& environment, const Caller& caller,
                       const RegionCode& region, std::optional<ProposalState> state,
                       std::optional<ProposalId> after, std::size_t limit) {
  require(caller, Deed::kModerate, {region, {}});
  if (limit < 1 || limit > kLargestPage) {
    throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                                 {{"found", std::to_string(limit)},
                                                  {"largest", std::to_string(kLargestPage)}},
                                                 "/limit"});
  }
  ProposalPage page;
  environment.store.read([&](store::Reader& reader) {
    page = {};
    reader.each_aside<Proposal>(region, after.value_or(ProposalId{}),
                                [&](const Proposal& proposal) {
                                  if (state && proposal.state != *state) return true;
                                  if (page.proposals.size() == limit) {
                                    page.next = page.proposals.back().id.text();
                                    return false;
                                  }
                                  page.proposals.push_back(proposal);
                                  return true;
                                });
  });
  return page;
}

Proposal proposal(const Environment& environment, const Caller& caller, const RegionCode& region,
                  ProposalId id) {
  require(caller, Deed::kModerate, {region, {}});
  std::optional<Proposal> found;
  environment.store.read(
      [&](store::Reader& reader) { found = reader.find_aside<Proposal>(region, id); });
  if (!found) throw no_such_proposal();
  return *std::move(found);
}

InnovationEntry accept_proposal(const Environment& environment, const Caller& caller,
                                const RegionCode& region, ProposalId id,
                                catalogue::OrganisationId owner) {
  require(caller, Deed::kModerate, {region, {}});
  InnovationEntry entry;
  const catalogue::InnovationId new_id{environment.new_uuid()};
  const std::int64_t now = environment.now();
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto proposal = undecided(writer, region, id);
    if (!writer.find<catalogue::Organisation>(region, owner)) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"proposal.no_such_owner", {{"id", owner.text()}}, "/owner"});
    }
    entry.innovation = draft_of(proposal, owner);
    entry.innovation.id = new_id;
    auto wrong = catalogue::validate(entry.innovation, environment.taxonomy);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    entry.revision = writer.put(entry.innovation, "accepted");
    leave_queue(writer, proposal);
    proposal.state = ProposalState::kAccepted;
    proposal.innovation = new_id;
    proposal.decided = now;
    proposal.decided_by = caller.actor;
    writer.change_aside(proposal);
  });
  return entry;
}

Proposal decline_proposal(const Environment& environment, const Caller& caller,
                          const RegionCode& region, ProposalId id, const std::string& reason) {
  require(caller, Deed::kModerate, {region, {}});
  if (reason.empty() || reason.size() > kLongestReason) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"proposal.bad_reason", {{"largest", std::to_string(kLongestReason)}}, "/reason"});
  }
  Proposal declined;
  const std::int64_t now = environment.now();
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    declined = undecided(writer, region, id);
    leave_queue(writer, declined);
    declined.state = ProposalState::kDeclined;
    declined.reason = reason;
    declined.decided = now;
    declined.decided_by = caller.actor;
    writer.change_aside(declined);
  });
  return declined;
}

std::int64_t erase_due_contacts(const Environment& environment, const RegionCode& region) {
  const std::int64_t now = environment.now();
  std::vector<ProposalId> due;
  environment.store.read([&](store::Reader& reader) {
    due.clear();
    reader.each_aside<Proposal>(region, {}, [&](const Proposal& proposal) {
      if (is_due(proposal, now)) due.push_back(proposal.id);
      return true;
    });
  });
  if (due.empty()) return 0;
  environment.store.write({"intake"}, [&](store::Writer& writer) {
    for (const auto& id : due) {
      auto proposal = writer.find_aside<Proposal>(region, id);
      if (!proposal || !is_due(*proposal, now)) continue;
      erase_person(*proposal);
      writer.change_aside(*proposal);
    }
  });
  environment.store.scrub();
  return static_cast<std::int64_t>(due.size());
}

}  // namespace pilah::registry
