// Passwords and the one-time links by which they are set: no mail server is needed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pilah/catalogue/account.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct OneTimeLink {
  std::string secret;        ///< told once, to whoever hands the link over
  std::int64_t expires = 0;  ///< milliseconds since 1970
};

/// Whoever has the link sets the account's password, once, within 14 days. It takes the
/// place of the account's link before. For whoever administers all of the account.
OneTimeLink new_link(const Environment& environment, const Caller& caller,
                     const std::string& id_or_login);

/// While the host has no account: the link by which its first administrator makes
/// theirs. Nothing once there is one.
std::optional<OneTimeLink> set_up_link(const Environment& environment);

struct Redemption {
  std::string link;  ///< its secret
  std::string password;
  std::string login;  ///< of the host's first account; else left empty
  std::string name;   ///< likewise
};

/// Sets the password, ends the account's sessions and the link. Open to everybody.
/// Throws Refusal(kNotFound) for a link that was used, has ended or never was,
/// Refusal(kInvalid) for the password, the login or the name.
catalogue::Account redeem(const Environment& environment, const Redemption& redemption);

/// The caller's own. Ends all sessions of the account. Throws Refusal(kForbidden) when
/// `current` is wrong; wrong ones count as failed sign-ins do.
void change_password(const Environment& environment, const Caller& caller,
                     const std::string& current, const std::string& wanted);

}  // namespace pilah::registry
