#include "pilah/cli/commands/grant_options.hpp"

#include <CLI/CLI.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

catalogue::OrganisationId organisation_in(const Session& session,
                                          const registry::Environment& environment,
                                          const catalogue::RegionCode& region,
                                          const std::string& named) {
  if (const auto id = catalogue::OrganisationId::parse(named)) return *id;
  std::vector<catalogue::Organisation> organisations;
  for (auto& entry : registry::organisations(environment, session.caller(), region)) {
    organisations.push_back(std::move(entry.organisation));
  }
  if (const auto id = registry::organisation_named(organisations, named)) return *id;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"people.unknown_organisation", {{"organisation", named}}, ""});
}

bool is_of_host(catalogue::Role role) {
  return role == catalogue::Role::kHostAdministrator || role == catalogue::Role::kNationalEvaluator;
}

}  // namespace

void add_grant_options(CLI::App& command, const Session& session, GrantOptions& options) {
  const auto& names = catalogue::EnumNames<catalogue::Role>::kNames;
  command.add_option("--role", options.role, session.say("cli.option.role"))
      ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
  command.add_option("--organisation", options.organisation,
                     session.say("cli.option.role_organisation"));
}

catalogue::Grant grant_of(const Session& session, const registry::Environment& environment,
                          const GrantOptions& options) {
  catalogue::Grant grant{*catalogue::enum_named<catalogue::Role>(options.role), {}, {}};
  if (is_of_host(grant.role)) return grant;
  grant.region = registry::chosen_region(environment, session.region);
  if (!options.organisation.empty()) {
    grant.organisation = organisation_in(session, environment, *grant.region, options.organisation);
  }
  return grant;
}

std::string grant_words(const catalogue::Grant& grant, const std::string& organisation) {
  std::string words(catalogue::name_of(grant.role));
  if (grant.region) words += ' ' + grant.region->text();
  if (grant.organisation) {
    words += ' ' + (organisation.empty() ? grant.organisation->text() : organisation);
  }
  return words;
}

}  // namespace pilah::cli
