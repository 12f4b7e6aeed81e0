// The steps of an entry from draft to verified (Status in catalogue/innovation.hpp):
//
//   draft, returned --submit--> submitted --verify--> verified --revise--> a pending draft
//        ^---------- recall ---------+-- return with reasons --> returned
//
// A step is made from the version with `expected_revision` (working_version.hpp); another
// one is Refusal(kStale). A step from another status is Refusal(kConflict), which says what
// the status is. What was verified stays published until the pending version is verified.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/registry/workflow/review.hpp"

namespace pilah::registry {

/// The version that a step is made from.
struct FromVersion {
  catalogue::InnovationId id;
  std::int64_t expected_revision = 0;
};

/// For those who register the entry. Refusal(kInvalid) with all that lacks; Refusal(kConflict)
/// after the region's deadline, which binds everybody but its verifiers.
ReviewEntry submit(const Environment& environment, const Caller& caller, const FromVersion& from);

/// Takes a submission back, to be changed: a draft again.
ReviewEntry recall(const Environment& environment, const Caller& caller, const FromVersion& from);

/// For the head of the organisation; where the region asks for it, before it is verified.
ReviewEntry approve(const Environment& environment, const Caller& caller, const FromVersion& from);

/// For a verifier, but not the one who submitted it.
ReviewEntry verify_entry(const Environment& environment, const Caller& caller,
                         const FromVersion& from);

/// Back to those who registered it, with at least one reason and at most 100.
ReviewEntry return_entry(const Environment& environment, const Caller& caller,
                         const FromVersion& from, std::vector<catalogue::FieldReason> reasons);

/// Out of the catalogue, for verifiers; whatever its status. A pending version goes with it.
ReviewEntry archive_entry(const Environment& environment, const Caller& caller,
                          const FromVersion& from);

/// Changes the pending version of a verified entry, which the first change makes, as
/// change_innovation() does. `from` then names the published version.
ReviewEntry revise(const Environment& environment, const Caller& caller, const FromVersion& from,
                   const boost::json::object& patch);

/// Drops the pending version: what is published stands.
ReviewEntry drop_revision(const Environment& environment, const Caller& caller,
                          const FromVersion& from);

/// What came of one of many.
struct BulkOutcome {
  catalogue::InnovationId id;
  std::int64_t revision = 0;    ///< once verified
  catalogue::Messages refused;  ///< why not; empty: it is verified
};

/// verify_entry() for each, in their order: what one is refused for keeps no other back.
/// For verifiers of the region; 1,000 at most.
std::vector<BulkOutcome> verify_entries(const Environment& environment, const Caller& caller,
                                        const catalogue::RegionCode& region,
                                        const std::vector<FromVersion>& versions);

}  // namespace pilah::registry
