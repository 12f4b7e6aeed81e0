// Telling people, and the webhooks of the region, what happened: within the write that
// makes it happen.
//
// What is told is addressed to a role, to those who register for an organisation, to its
// head, or to one account; addresses_of() says which addresses are somebody's at the moment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/follow_up.hpp"
#include "pilah/catalogue/happening.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/registry/people/caller.hpp"
#include "pilah/store/happenings.hpp"

namespace pilah::store {
class Writer;
}

namespace pilah::registry {

struct WorkingVersion;

/// What reaches the caller in the region, by what he may do there now.
store::Addresses addresses_of(const Caller& caller, const catalogue::RegionCode& region);

/// A submission waits: for the head of the organisation where the region asks for that,
/// else for the verifiers.
void tell_submitted(store::Writer& writer, const WorkingVersion& version, std::string_view by);
/// The head has approved it: it waits for the verifiers.
void tell_approved(store::Writer& writer, const WorkingVersion& version, std::string_view by);

/// To those who register the entry, and to whoever submitted it (empty: nobody did).
void tell_of_entry(store::Writer& writer, catalogue::HappeningKind kind,
                   const catalogue::Innovation& entry, std::string_view submitted_by,
                   std::string_view by);

/// To those who register the entry, and to all who have judged it or spoken of it.
void tell_commented(store::Writer& writer, const WorkingVersion& version, std::string_view by);

void tell_handed_over(store::Writer& writer, const catalogue::RegionCode& region,
                      const catalogue::AccountId& from, const catalogue::AccountId& to,
                      std::string_view by);
/// To those who moderate.
void tell_proposed(store::Writer& writer, const catalogue::RegionCode& region,
                   const catalogue::ProposalId& proposal);
/// To whoever began it.
void tell_imported(store::Writer& writer, const catalogue::RegionCode& region,
                   const catalogue::ImportId& import, std::string_view by);

/// Of a monitoring period, to those who report for the organisations.
void tell_period(store::Writer& writer, catalogue::HappeningKind kind,
                 const catalogue::MonitoringPeriod& period,
                 const std::vector<catalogue::OrganisationId>& organisations, std::string_view by);

/// To those who report for its owner.
void tell_follow_up(store::Writer& writer, const catalogue::FollowUp& follow_up,
                    std::string_view by);

}  // namespace pilah::registry
