// The accounts of a host: who may sign in, and what each may do where.
//
// A region's administrator adds accounts for the region and grants and revokes its
// roles. What concerns an account as a whole - a link for its password, its end - is for
// whoever administers every region that it has a role in. Grants are in the region's
// audit log; names and logins are not, so that they can be corrected or erased.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
class Writer;
}  // namespace pilah::store

namespace pilah::registry {

/// The accounts with a role in the region, or that hold in all; by login. Without a
/// region all of the host. Of each only the grants that the caller administers.
std::vector<catalogue::Account> accounts(const Environment& environment, const Caller& caller,
                                         const std::optional<catalogue::RegionCode>& region);

/// Lower case; nothing for what can be no sign-in name.
std::optional<std::string> login_of(std::string_view text);

struct NewAccount {
  std::string login;
  std::string name;
  std::string language;
  std::vector<catalogue::Grant> grants;
};

/// Adds an account that has no password yet (credentials.hpp makes the link to set one).
/// Throws Refusal(kInvalid) with a message per wrong field, Refusal(kConflict) for a
/// login that somebody has, Refusal(kForbidden) for a role that is not the caller's to grant.
catalogue::Account add_account(const Environment& environment, const Caller& caller,
                               const NewAccount& account);

/// The same within a write, without asking anybody's rights.
catalogue::Account put_new_account(store::Writer& writer, const NewAccount& account,
                                   const catalogue::AccountId& id);

/// The account with that id, else that login. Throws Refusal(kNotFound), also for one
/// of which the caller administers nothing.
catalogue::Account find_account(const Environment& environment, const Caller& caller,
                                const std::string& id_or_login);

/// Anybody's account can be given a role in the caller's region: a mentor has several.
catalogue::Account grant(const Environment& environment, const Caller& caller,
                         const std::string& id_or_login, const catalogue::Grant& grant);
/// Does nothing when the account does not have it.
catalogue::Account revoke(const Environment& environment, const Caller& caller,
                          const std::string& id_or_login, const catalogue::Grant& grant);

/// Ends or opens the account. Ending it ends its sessions and tokens at once.
catalogue::Account set_disabled(const Environment& environment, const Caller& caller,
                                const std::string& id_or_login, bool disabled);

/// Corrects the name that is shown. For whoever administers all of the account.
catalogue::Account rename(const Environment& environment, const Caller& caller,
                          const std::string& id_or_login, const std::string& name);

/// What an account is called whose name was taken out.
inline constexpr const char* kErasedName = "-";

/// Takes name and sign-in name out of the host, where somebody asks for that (UU
/// 27/2022): history and audit log name the account by its id alone, and stay as they
/// are. It has no role any more and can never sign in.
catalogue::Account erase_account(const Environment& environment, const Caller& caller,
                                 const std::string& id_or_login);

/// Somebody moves: the successor takes over the roles in the region, and with them what was
/// left open (handed_over.hpp): what is typed and not saved, submissions that wait. Entries
/// belong to the organisation and stay where they are; history keeps the names of those who
/// acted. An account that has no role left is ended. Answers the successor.
catalogue::Account hand_over(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, const std::string& from,
                             const std::string& to);

/// Throws Refusal(kForbidden) unless the caller administers every region of `account`.
void require_whole(const Caller& caller, const catalogue::Account& account);
/// Throws Refusal(kForbidden) unless the role is the caller's to give or take.
void require_grantable(const Caller& caller, const catalogue::Grant& grant);
/// What is wrong with a grant: a contributor without an organisation, a region that is
/// not of this host, ...; each points at its field below `pointer`.
catalogue::Messages wrong_in(store::Reader& reader, const catalogue::Grant& grant,
                             const std::string& pointer);

}  // namespace pilah::registry
