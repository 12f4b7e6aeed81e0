// API tokens: what a program brings instead of a name and a password.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct NewToken {
  std::string name;
  catalogue::TokenScope scope = catalogue::TokenScope::kRead;
  /// Empty: all that the caller's account has. Else some of these.
  std::vector<catalogue::Grant> grants = {};
  int days = 90;  ///< 1 to 366
};

struct MadeToken {
  std::string secret;  ///< told this once
  catalogue::ApiToken token;
};

struct ListedToken {
  catalogue::ApiToken token;
  std::int64_t used = 0;  ///< milliseconds since 1970, to five minutes; 0: never
};

/// Of the caller's account; made by whoever has the data folder it is of no account, and
/// its grants are what they say. Throws Refusal(kInvalid) with a message per wrong field,
/// Refusal(kForbidden) for a grant or a scope that the caller does not have.
MadeToken add_token(const Environment& environment, const Caller& caller, const NewToken& token);

/// The caller's own, the newest first.
std::vector<ListedToken> tokens(const Environment& environment, const Caller& caller);

/// Throws Refusal(kNotFound) for one that is none of the caller's.
void revoke_token(const Environment& environment, const Caller& caller, catalogue::TokenId id);

}  // namespace pilah::registry
