// Accounts in the store: apart from records, revisions and audit, so that what a
// person is called can be changed or erased without a trace in history.
//
// No secret is kept: of passwords their Argon2id hash, of sessions, tokens and
// one-time links the SHA-256 of 256 random bits. Times are milliseconds since 1970.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/store/audit_chain.hpp"

namespace pilah::store {

/// Somebody who has signed in, until `expires`.
struct SessionRow {
  Digest digest{};
  catalogue::AccountId account;
  std::int64_t created = 0;
  std::int64_t seen = 0;
  std::int64_t expires = 0;
};

/// Whoever has the link may set the account's password, once. Without an account:
/// may make the host's first one.
struct LinkRow {
  Digest digest{};
  std::optional<catalogue::AccountId> account;
  std::int64_t expires = 0;
};

struct TokenRow {
  catalogue::ApiToken token;
  std::int64_t used = 0;  ///< 0: never
};

class AccountReader {
 public:
  virtual ~AccountReader() = default;

  virtual bool has_accounts() = 0;
  virtual std::optional<catalogue::Account> account(const catalogue::AccountId& id) = 0;
  virtual std::optional<catalogue::Account> account_named(std::string_view login) = 0;
  /// All, by login.
  virtual std::vector<catalogue::Account> accounts() = 0;
  /// Empty: it has none yet.
  virtual std::string password_hash(const catalogue::AccountId& id) = 0;

  virtual std::optional<SessionRow> session(const Digest& digest) = 0;
  virtual std::optional<LinkRow> link(const Digest& digest) = 0;
  virtual std::optional<TokenRow> token(const Digest& digest) = 0;
  /// Of the account; without one, of whoever has the data folder. The newest first.
  virtual std::vector<TokenRow> tokens(const std::optional<catalogue::AccountId>& account) = 0;
};

class AccountWriter : public AccountReader {
 public:
  /// Adds or replaces. Throws Refusal(kConflict) when another has the login.
  virtual void put_account(const catalogue::Account& account) = 0;
  virtual void put_password_hash(const catalogue::AccountId& id, std::string_view hash) = 0;

  virtual void put_session(const SessionRow& session) = 0;
  virtual void drop_session(const Digest& digest) = 0;
  virtual void drop_sessions(const catalogue::AccountId& account) = 0;

  /// Takes the place of the account's link before.
  virtual void put_link(const LinkRow& link) = 0;
  virtual void drop_link(const Digest& digest) = 0;

  virtual void put_token(const Digest& digest, const TokenRow& token) = 0;
  virtual void drop_token(const catalogue::TokenId& id) = 0;
  virtual void drop_tokens(const catalogue::AccountId& account) = 0;

  /// Sessions, links and tokens that have ended before `now`.
  virtual void drop_ended(std::int64_t now) = 0;
};

}  // namespace pilah::store
