// Accounts: who signs in, and what programs bring instead. Not records of a region's
// history: they lie apart from it, with the passwords' hashes beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/role.hpp"

namespace pilah::catalogue {

using AccountId = Id<struct Account>;
using TokenId = Id<struct ApiToken>;

/// Somebody who can sign in. History names them by id alone.
struct Account {
  AccountId id;
  std::string login;     ///< unique on the host; lower case
  std::string name;      ///< of the person, as it is shown
  std::string language;  ///< "id", "en"; empty: not said
  bool disabled = false;
  std::vector<Grant> grants;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("login", self.login);
    visit("name", self.name);
    visit("language", self.language);
    visit("disabled", self.disabled);
    visit("grants", self.grants);
  }
  friend bool operator==(const Account&, const Account&) = default;
};

/// How far a token reaches; each takes in those before it.
enum class TokenScope { kRead, kWrite, kAdminister };

/// What a program signs in with. Times are milliseconds since 1970.
struct ApiToken {
  TokenId id;
  std::string name;                  ///< what it is for, in its owner's words
  std::optional<AccountId> account;  ///< none: made by whoever has the data folder
  TokenScope scope = TokenScope::kRead;
  /// What it may, at most; one of an account no more than the account itself.
  std::vector<Grant> grants;
  std::int64_t created = 0;
  std::int64_t expires = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("name", self.name);
    visit("account", self.account);
    visit("scope", self.scope);
    visit("grants", self.grants);
    visit("created", self.created);
    visit("expires", self.expires);
  }
  friend bool operator==(const ApiToken&, const ApiToken&) = default;
};

}  // namespace pilah::catalogue
