// What somebody may do, and where: the one place that decides, from a table of
// roles and deeds. Every use case asks here before it reads or changes anything.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/people/caller.hpp"

namespace pilah::registry {

enum class Deed {
  kReadInternal,      ///< drafts, and the fields that a region does not publish
  kRegister,          ///< add an entry, change it, submit and recall it, its evidence
  kApprove,           ///< for the head of the organisation
  kVerify,            ///< verify, return, archive; verified values; merge
  kComment,           ///< on an entry
  kMap,               ///< confirm the areas of an entry
  kRelate,            ///< relations between entries, packages
  kImport,            ///< lists of many organisations
  kModerate,          ///< what came in without an account
  kChoose,            ///< plans, rounds, scenarios, selections, quick wins
  kAssess,            ///< judge an entry on a panel
  kAdministerRegion,  ///< accounts, organisations, plugins, publication, audit
  kAdministerHost,    ///< regions, plugin packages, trust, backups
};

/// What a deed is done to. Without a region: to the host.
struct Subject {
  std::optional<catalogue::RegionCode> region = {};
  std::optional<catalogue::OrganisationId> owner = {};  ///< of the entry; none: of nobody
};

bool may(const Caller& caller, Deed deed, const Subject& subject);

/// Throws Refusal(kForbidden) that says which deed, which roles could do it here,
/// and which roles the caller has.
void require(const Caller& caller, Deed deed, const Subject& subject);

/// Whose entries of a region somebody sees beside the verified ones, which are public.
struct Sight {
  bool whole_region = false;
  std::vector<catalogue::OrganisationId> organisations = {};  ///< their own
};
Sight sight_of(const Caller& caller, const catalogue::RegionCode& region);

bool sees(const Sight& sight, const catalogue::Innovation& innovation);

}  // namespace pilah::registry
