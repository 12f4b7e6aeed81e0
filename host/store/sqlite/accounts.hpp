// Accounts in the catalogue's database, in tables of their own.
#pragma once

#include "pilah/store/accounts.hpp"
#include "pilah/store/sqlite/database.hpp"

namespace pilah::store::sqlite {

/// Within a transaction of `database`, for the thread that has it.
class SqliteAccounts : public AccountWriter {
 public:
  explicit SqliteAccounts(Database& database) : database_(database) {}

  bool has_accounts() override;
  std::optional<catalogue::Account> account(const catalogue::AccountId& id) override;
  std::optional<catalogue::Account> account_named(std::string_view login) override;
  std::vector<catalogue::Account> accounts() override;
  std::string password_hash(const catalogue::AccountId& id) override;
  std::optional<SessionRow> session(const Digest& digest) override;
  std::optional<LinkRow> link(const Digest& digest) override;
  std::optional<TokenRow> token(const Digest& digest) override;
  std::vector<TokenRow> tokens(const std::optional<catalogue::AccountId>& account) override;

  void put_account(const catalogue::Account& account) override;
  void put_password_hash(const catalogue::AccountId& id, std::string_view hash) override;
  void put_session(const SessionRow& session) override;
  void drop_session(const Digest& digest) override;
  void drop_sessions(const catalogue::AccountId& account) override;
  void put_link(const LinkRow& link) override;
  void drop_link(const Digest& digest) override;
  void put_token(const Digest& digest, const TokenRow& token) override;
  void drop_token(const catalogue::TokenId& id) override;
  void drop_tokens(const catalogue::AccountId& account) override;
  void drop_ended(std::int64_t now) override;

 private:
  Database& database_;
};

}  // namespace pilah::store::sqlite
