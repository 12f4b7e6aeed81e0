#include "pilah/registry/notifications/tell.hpp"

#include <utility>

#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"
#include "pilah/registry/workflow/working_version.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Happening;
using catalogue::HappeningKind;
using catalogue::Innovation;
using catalogue::OrganisationId;
using catalogue::RegionCode;
using store::Addresses;

namespace {

constexpr const char* kVerifiers = "verifiers";
constexpr const char* kModerators = "moderators";

std::string organisation(const OrganisationId& id) { return "organisation " + id.text(); }
std::string head(const OrganisationId& id) { return "head " + id.text(); }
std::string account(std::string_view actor) { return "account " + std::string(actor); }

void tell(store::Writer& writer, HappeningKind kind, const RegionCode& region,
          const catalogue::Uuid& subject, std::string_view by, const Addresses& addresses) {
  const Happening happening{region, 0, kind, subject, writer.revision(region), 0, std::string(by)};
  const auto number = writer.happenings().tell(happening, addresses);
  queue_for_webhooks(writer, region, number);
}

Addresses those_who_register(const Innovation& entry) {
  if (!entry.owner) return {};
  return {organisation(*entry.owner)};
}

}  // namespace

Addresses addresses_of(const Caller& caller, const RegionCode& region) {
  // A token that only reads reads the whole inbox.
  Caller who = caller;
  who.scope = catalogue::TokenScope::kAdminister;
  Addresses addresses{account(who.actor)};
  if (may(who, Deed::kVerify, {region, {}})) addresses.emplace_back(kVerifiers);
  if (may(who, Deed::kModerate, {region, {}})) addresses.emplace_back(kModerators);
  for (const auto& grant : who.grants) {
    if (!grant.organisation) continue;
    const Subject own{region, grant.organisation};
    if (may(who, Deed::kRegister, own)) addresses.push_back(organisation(*grant.organisation));
    if (may(who, Deed::kApprove, own)) addresses.push_back(head(*grant.organisation));
  }
  return addresses;
}

void tell_submitted(store::Writer& writer, const WorkingVersion& version, std::string_view by) {
  const Innovation& entry = version.entry;
  const auto region = writer.region(entry.region);
  const bool by_head = region && region->submission.approved_by_head && entry.owner;
  tell(writer, HappeningKind::kSubmitted, entry.region, entry.id.uuid, by,
       {by_head ? head(*entry.owner) : kVerifiers});
}

void tell_approved(store::Writer& writer, const WorkingVersion& version, std::string_view by) {
  const Innovation& entry = version.entry;
  tell(writer, HappeningKind::kApproved, entry.region, entry.id.uuid, by, {kVerifiers});
}

void tell_of_entry(store::Writer& writer, HappeningKind kind, const Innovation& entry,
                   std::string_view submitted_by, std::string_view by) {
  auto addresses = those_who_register(entry);
  if (!submitted_by.empty()) addresses.push_back(account(submitted_by));
  tell(writer, kind, entry.region, entry.id.uuid, by, addresses);
}

void tell_commented(store::Writer& writer, const WorkingVersion& version, std::string_view by) {
  const Innovation& entry = version.entry;
  auto addresses = those_who_register(entry);
  for (const auto& comment : version.review.comments) addresses.push_back(account(comment.by));
  for (const auto& step : writer.history(entry.region, store::RecordKind::kReview, entry.id.uuid)) {
    if (step.action == "returned" || step.action == "verified") {
      addresses.push_back(account(step.actor));
    }
  }
  tell(writer, HappeningKind::kCommented, entry.region, entry.id.uuid, by, addresses);
}

void tell_handed_over(store::Writer& writer, const RegionCode& region,
                      const catalogue::AccountId& from, const catalogue::AccountId& to,
                      std::string_view by) {
  tell(writer, HappeningKind::kHandedOver, region, from.uuid, by, {account(to.text())});
}

void tell_proposed(store::Writer& writer, const RegionCode& region,
                   const catalogue::ProposalId& proposal) {
  tell(writer, HappeningKind::kProposed, region, proposal.uuid, "intake", {kModerators});
}

void tell_imported(store::Writer& writer, const RegionCode& region,
                   const catalogue::ImportId& import, std::string_view by) {
  tell(writer, HappeningKind::kImported, region, import.uuid, by, {account(by)});
}

void tell_period(store::Writer& writer, HappeningKind kind,
                 const catalogue::MonitoringPeriod& period,
                 const std::vector<OrganisationId>& organisations, std::string_view by) {
  Addresses addresses;
  for (const auto& id : organisations) addresses.push_back(organisation(id));
  tell(writer, kind, period.region, period.id.uuid, by, addresses);
}

void tell_follow_up(store::Writer& writer, const catalogue::FollowUp& follow_up,
                    std::string_view by) {
  tell(writer, HappeningKind::kFollowUpRaised, follow_up.region, follow_up.id.uuid, by,
       {organisation(follow_up.owner)});
}

}  // namespace pilah::registry
