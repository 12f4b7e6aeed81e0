// Signing in and out, and who asks: from a session's secret or a token to a Caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/catalogue/account.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct SignedIn {
  catalogue::Account account;
  Caller caller;
  /// What a page of ours sends back with every change: another site, which can make a
  /// browser send the session along, does not know it.
  std::string csrf;
  std::int64_t expires = 0;  ///< milliseconds since 1970, unless it is used
};

struct NewSession {
  std::string secret;
  SignedIn signed_in;
};

/// Throws Refusal(kForbidden, "people.wrong_password"), the same and after the same work
/// whether nobody has that login, it is disabled, has no password, or another one; and
/// Refusal(kUnavailable, "people.must_wait") while too many tries have failed. Takes a
/// tenth of a second and tens of megabytes: one at a time.
NewSession sign_in(const Environment& environment, const std::string& login,
                   const std::string& password);

/// Who has that session; nothing when it has ended. One that is not used for 8 hours
/// ends, and every one after 7 days.
std::optional<SignedIn> session_of(const Environment& environment, std::string_view secret);

void sign_out(const Environment& environment, std::string_view secret);
/// Ends every session of the caller's account.
void sign_out_everywhere(const Environment& environment, const Caller& caller);

/// Who has that token; nothing when it has ended. It may no more than its account may now,
/// and only by roles: what a team's member may do is for people, not for programs.
std::optional<Caller> caller_of_token(const Environment& environment, std::string_view secret);

/// For whoever has the data folder, to do as that account would: it may what the account
/// may. Throws Refusal(kNotFound), Refusal(kForbidden) for any other caller.
Caller on_behalf_of(const Environment& environment, const Caller& caller, const std::string& login);

/// The caller's account. Throws Refusal(kForbidden) for a caller without one.
catalogue::Account own_account(const Environment& environment, const Caller& caller);

/// The account that has that login and password. Throws as sign_in() does.
catalogue::Account check_password(const Environment& environment, const std::string& login,
                                  const std::string& password);

}  // namespace pilah::registry
