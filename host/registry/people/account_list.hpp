// Accounts for all the agencies and villages of a region, from one list.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/organisation_kind.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/people/credentials.hpp"

namespace pilah::registry {

/// What became of a row of the list.
struct AccountRow {
  std::int64_t row = 0;  ///< as a spreadsheet shows it
  RowFate fate = RowFate::kRejected;
  std::optional<catalogue::Account> account;
  std::string organisation;         ///< its name; empty: the role is for the whole region
  std::optional<OneTimeLink> link;  ///< where one was wanted and there is no password yet
  catalogue::Messages reasons;      ///< why rejected
};

/// Reads a list with the columns organisation (code or name), name and, if wanted, role
/// and sign-in name. Without a role somebody contributes for the organisation. Without a
/// sign-in name it is the organisation's code, with a number behind where that is taken.
/// The same person in the same role is the same account: a list that is imported again
/// changes nothing. `with_links`: makes a new one-time link for everybody in the list who
/// has set no password yet, also when the list was imported before.
/// Throws Refusal for a list that cannot be read at all; then nothing is changed.
std::vector<AccountRow> import_accounts(const Environment& environment, const Caller& caller,
                                        const ImportRequest& request, bool with_links);

/// The same of a list that is sent: sent_list.hpp says how.
std::vector<AccountRow> import_sent_accounts(const Environment& environment, const Caller& caller,
                                             ImportRequest request,
                                             const std::function<std::string_view()>& next,
                                             bool with_links);

struct OrganisationsWithout {
  std::vector<catalogue::OrganisationKind> kinds;  ///< none: all
  /// Also new links for the accounts of organisations that have set no password yet.
  bool renew = false;
};

/// An account, and the link with which its password is set, for every organisation that
/// nobody can sign in for: it contributes for it under its name and code. Organisations that
/// have ended are left out. Answers the accounts that were made, and with `renew` those
/// that still wait. Throws Refusal(kForbidden) for who does not administer the region.
std::vector<AccountRow> add_missing_accounts(const Environment& environment, const Caller& caller,
                                             const catalogue::RegionCode& region,
                                             const OrganisationsWithout& wanted);

}  // namespace pilah::registry
