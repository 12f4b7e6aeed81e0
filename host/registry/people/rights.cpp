#include "pilah/registry/people/rights.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {
namespace {

using catalogue::Grant;
using catalogue::Role;

// In the order of Deed.
constexpr std::array<std::string_view, 16> kDeedNames{
    "read_internal",  "register",        "approve",
    "verify",         "comment",         "map",
    "relate",         "import",          "moderate",
    "choose",         "record_presence", "assess",
    "report",         "read_plugins",    "administer_region",
    "administer_host"};

enum class Reach {
  kOwn,     // what the grant's organisation owns
  kRegion,  // everything in the grant's region
  kAnyhow,  // whatever the grant's region: it is no region's
  kHost,    // the host itself, for a grant in all regions
};

struct Rule {
  Role role;
  Deed deed;
  Reach reach;
};

constexpr std::array kRules = std::to_array<Rule>({
    {Role::kContributor, Deed::kReadInternal, Reach::kOwn},
    {Role::kContributor, Deed::kRegister, Reach::kOwn},
    {Role::kContributor, Deed::kComment, Reach::kOwn},
    {Role::kContributor, Deed::kMap, Reach::kOwn},
    {Role::kContributor, Deed::kRelate, Reach::kOwn},
    {Role::kContributor, Deed::kReport, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kReadInternal, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kRegister, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kApprove, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kComment, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kMap, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kRelate, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kReport, Reach::kOwn},
    {Role::kVerifier, Deed::kReadInternal, Reach::kRegion},
    {Role::kVerifier, Deed::kVerify, Reach::kRegion},
    {Role::kVerifier, Deed::kComment, Reach::kRegion},
    {Role::kVerifier, Deed::kMap, Reach::kRegion},
    {Role::kVerifier, Deed::kRelate, Reach::kRegion},
    {Role::kVerifier, Deed::kImport, Reach::kRegion},
    {Role::kVerifier, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kVerifier, Deed::kModerate, Reach::kRegion},
    {Role::kPlanner, Deed::kReadInternal, Reach::kRegion},
    {Role::kPlanner, Deed::kComment, Reach::kRegion},
    {Role::kPlanner, Deed::kMap, Reach::kRegion},
    {Role::kPlanner, Deed::kRelate, Reach::kRegion},
    {Role::kPlanner, Deed::kImport, Reach::kRegion},
    {Role::kPlanner, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kPlanner, Deed::kChoose, Reach::kRegion},
    {Role::kPlanner, Deed::kRecordPresence, Reach::kRegion},
    {Role::kPlanner, Deed::kReport, Reach::kRegion},
    {Role::kAssessor, Deed::kReadInternal, Reach::kRegion},
    {Role::kAssessor, Deed::kComment, Reach::kRegion},
    {Role::kAssessor, Deed::kAssess, Reach::kRegion},
    {Role::kMentor, Deed::kReadInternal, Reach::kRegion},
    {Role::kMentor, Deed::kComment, Reach::kRegion},
    {Role::kNationalEvaluator, Deed::kReadInternal, Reach::kRegion},
    {Role::kNationalEvaluator, Deed::kComment, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kReadInternal, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kRegister, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kVerify, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kComment, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kMap, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kRelate, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kImport, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kModerate, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kChoose, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kReport, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kRegionAdministrator, Deed::kAdministerRegion, Reach::kRegion},
    {Role::kHostAdministrator, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kHostAdministrator, Deed::kAdministerRegion, Reach::kRegion},
    {Role::kHostAdministrator, Deed::kAdministerHost, Reach::kHost},
});

bool reaches(const Grant& grant, Reach reach, const Subject& subject) {
  if (reach == Reach::kAnyhow) return true;
  if (reach == Reach::kHost) return !grant.region;
  if (!subject.region || (grant.region && *grant.region != *subject.region)) return false;
  return reach == Reach::kRegion ||
         (grant.organisation && subject.owner && *grant.organisation == *subject.owner);
}

std::string words(const std::vector<Role>& roles) {
  std::string text;
  for (const Role role : roles) {
    text += (text.empty() ? "" : ", ") + std::string(catalogue::name_of(role));
  }
  return text.empty() ? "-" : text;
}

/// How far a token must reach for the deed.
catalogue::TokenScope scope_of(Deed deed) {
  switch (deed) {
    case Deed::kReadInternal:
    case Deed::kReadPlugins:
      return catalogue::TokenScope::kRead;
    case Deed::kAdministerRegion:
    case Deed::kAdministerHost:
      return catalogue::TokenScope::kAdminister;
    default:
      return catalogue::TokenScope::kWrite;
  }
}

[[noreturn]] void refuse(const Caller& caller, Deed deed, const Subject& subject) {
  if (caller.scope < scope_of(deed)) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kForbidden,
        catalogue::Message{"rights.scope",
                           {{"needed", std::string(catalogue::name_of(scope_of(deed)))},
                            {"scope", std::string(catalogue::name_of(caller.scope))}},
                           ""});
  }
  std::vector<Role> able;
  for (const Rule& rule : kRules) {
    if (rule.deed == deed) able.push_back(rule.role);
  }
  std::vector<Role> held;
  for (const Grant& grant : caller.grants) held.push_back(grant.role);
  throw catalogue::Refusal(
      catalogue::RefusalKind::kForbidden,
      catalogue::Message{"rights." + std::string(name_of(deed)),
                         {{"region", subject.region ? subject.region->text() : "-"},
                          {"able", words(able)},
                          {"held", words(held)}},
                         ""});
}

}  // namespace

std::string_view name_of(Deed deed) { return kDeedNames[static_cast<std::size_t>(deed)]; }

bool may(const Caller& caller, Deed deed, const Subject& subject) {
  if (caller.has_data_folder) return true;
  if (caller.scope < scope_of(deed)) return false;
  return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
    return std::any_of(kRules.begin(), kRules.end(), [&](const Rule& rule) {
      return rule.role == grant.role && rule.deed == deed && reaches(grant, rule.reach, subject);
    });
  });
}

bool may_somewhere(const Caller& caller, Deed deed, const catalogue::RegionCode& region) {
  return may(caller, deed, {region, {}}) ||
         std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
           return grant.organisation && may(caller, deed, {region, grant.organisation});
         });
}

void require(const Caller& caller, Deed deed, const Subject& subject) {
  if (!may(caller, deed, subject)) refuse(caller, deed, subject);
}

void require_somewhere(const Caller& caller, Deed deed, const catalogue::RegionCode& region) {
  if (!may_somewhere(caller, deed, region)) refuse(caller, deed, {region, {}});
}

}  // namespace pilah::registry
