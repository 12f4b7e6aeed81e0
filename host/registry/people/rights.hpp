// What somebody may do, and where: the one place that decides, from a table of
// roles and deeds and one of teams and deeds. Every use case asks here before it reads or
// changes anything. A membership counts while a decree of its team runs (teams/terms.hpp).
//
// What is open to everybody: which regions a host has, their organisations, the
// taxonomy, and of innovations what sight.hpp says that a region publishes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/people/caller.hpp"
#include "pilah/registry/people/sight.hpp"

namespace pilah::registry {

enum class Deed {
  kReadInternal,      ///< drafts, fields that a region does not publish, scenarios, selections
  kRegister,          ///< add an entry, change it, submit and recall it, its evidence
  kApprove,           ///< for the head of the organisation
  kVerify,            ///< verify, return, archive; verified values; merge
  kComment,           ///< on an entry
  kMap,               ///< confirm the areas of an entry
  kRelate,            ///< relations between entries, packages
  kImport,            ///< lists of many organisations
  kModerate,          ///< what came in without an account
  kChoose,            ///< plans, rounds, scenarios, selections, quick wins
  kRecordPresence,    ///< who took part in a round
  kDoDuties,          ///< note that a duty is done
  kAssess,            ///< judge an entry on a panel
  kReport,            ///< what becomes of an adopted candidate
  kReadPlugins,       ///< which plugins the host has, and who may use them
  kAdministerRegion,  ///< accounts, organisations, plugins, publication, audit
  kAdministerHost,    ///< regions, plugin packages, trust, backups
};

/// "read_internal", "register", ...: as pages and the API call it.
std::string_view name_of(Deed deed);

/// What a deed is done to. Without a region: to the host.
struct Subject {
  std::optional<catalogue::RegionCode> region = {};
  std::optional<catalogue::OrganisationId> owner = {};  ///< of the entry; none: of nobody
  std::vector<std::string> areas = {};                  ///< of the entry, confirmed
  std::vector<std::string> suggested_areas = {};        ///< of the entry, not confirmed yet
  std::optional<catalogue::TeamId> team = {};           ///< whose duty it is
};
Subject subject_of(const catalogue::Innovation& entry);

bool may(const Caller& caller, Deed deed, const Subject& subject);

/// Whether there is something in the region, of whatever owner, to which they may do it.
bool may_somewhere(const Caller& caller, Deed deed, const catalogue::RegionCode& region);

/// Throws Refusal(kForbidden) that says which deed, which roles and teams could do it here,
/// which of them the caller has, and of a membership that would allow it why it does not.
void require(const Caller& caller, Deed deed, const Subject& subject);
/// The same unless may_somewhere().
void require_somewhere(const Caller& caller, Deed deed, const catalogue::RegionCode& region);

}  // namespace pilah::registry
