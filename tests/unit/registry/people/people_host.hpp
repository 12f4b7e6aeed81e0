// A host with accounts, in 13.11 and 16.02, with clocks that a test moves.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/people/sign_in_guard.hpp"
#include "pilah/registry/people/tokens.hpp"
#include "unit/registry/search/sample_catalogue.hpp"
#include "unit/registry/support/refusal_of.hpp"

namespace pilah::tests {

class PeopleHost {
 public:
  PeopleHost();

  /// Adds the account and sets its password by the link.
  catalogue::Account add(const std::string& login, std::vector<catalogue::Grant> grants,
                         const std::string& password = kPassword);
  /// "granted contributor for ...": the region's entries about accounts, oldest first.
  std::string audit(const char* code);

  static constexpr const char* kPassword = "tiga ekor kambing";

  std::int64_t now = 1'770'000'000'000;
  std::int64_t steady = 0;
  SampleCatalogue catalogue;
  registry::SignInGuard guard;
  registry::Environment environment;
};

/// A role in 13.11.
catalogue::Grant in_region(catalogue::Role role,
                           std::optional<catalogue::OrganisationId> organisation = {});

}  // namespace pilah::tests
