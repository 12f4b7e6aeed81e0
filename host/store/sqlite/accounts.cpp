#include "pilah/store/sqlite/accounts.hpp"

#include <algorithm>
#include <span>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/sqlite/columns.hpp"

namespace pilah::store::sqlite {
namespace {

using catalogue::Account;
using catalogue::AccountId;
using catalogue::ApiToken;
using catalogue::TokenId;

template <class Record>
Record record_of(std::string_view document) {
  return catalogue::from_json<Record>(catalogue::parse_json(document));
}

template <class Record>
std::string document_of(const Record& record) {
  return boost::json::serialize(catalogue::to_json(record));
}

/// An account that may be missing is 16 zeros, so that it can be looked up as well.
catalogue::Uuid owner_of(const std::optional<AccountId>& account) {
  return account ? account->uuid : catalogue::Uuid{};
}

std::optional<AccountId> account_in(std::span<const std::uint8_t> blob) {
  const catalogue::Uuid uuid = uuid_of(blob);
  if (uuid == catalogue::Uuid{}) return std::nullopt;
  return AccountId{uuid};
}

}  // namespace

bool SqliteAccounts::has_accounts() {
  return database_.prepare("SELECT 1 FROM account LIMIT 1").step();
}

std::optional<Account> SqliteAccounts::account(const AccountId& id) {
  Statement row = database_.prepare("SELECT document FROM account WHERE id = ?");
  if (!row.bind(1, id.uuid.bytes).step()) return std::nullopt;
  return record_of<Account>(row.text(0));
}

std::optional<Account> SqliteAccounts::account_named(std::string_view login) {
  Statement row = database_.prepare("SELECT document FROM account WHERE login = ?");
  if (!row.bind(1, login).step()) return std::nullopt;
  return record_of<Account>(row.text(0));
}

std::vector<Account> SqliteAccounts::accounts() {
  std::vector<Account> all;
  Statement row = database_.prepare("SELECT document FROM account ORDER BY login");
  while (row.step()) all.push_back(record_of<Account>(row.text(0)));
  return all;
}

std::string SqliteAccounts::password_hash(const AccountId& id) {
  Statement row = database_.prepare("SELECT password FROM account WHERE id = ?");
  return row.bind(1, id.uuid.bytes).step() ? std::string(row.text(0)) : "";
}

std::optional<SessionRow> SqliteAccounts::session(const Digest& digest) {
  Statement row = database_.prepare(
      "SELECT account, created, seen, expires FROM account_session WHERE digest = ?");
  if (!row.bind(1, digest).step()) return std::nullopt;
  return SessionRow{digest, AccountId{uuid_of(row.blob(0))}, row.integer(1), row.integer(2),
                    row.integer(3)};
}

std::optional<LinkRow> SqliteAccounts::link(const Digest& digest) {
  Statement row = database_.prepare("SELECT account, expires FROM account_link WHERE digest = ?");
  if (!row.bind(1, digest).step()) return std::nullopt;
  return LinkRow{digest, account_in(row.blob(0)), row.integer(1)};
}

std::optional<TokenRow> SqliteAccounts::token(const Digest& digest) {
  Statement row = database_.prepare("SELECT document, used FROM account_token WHERE digest = ?");
  if (!row.bind(1, digest).step()) return std::nullopt;
  return TokenRow{record_of<ApiToken>(row.text(0)), row.integer(1)};
}

std::vector<TokenRow> SqliteAccounts::tokens(const std::optional<AccountId>& account) {
  std::vector<TokenRow> all;
  Statement row = database_.prepare(
      "SELECT document, used FROM account_token WHERE account = ? ORDER BY id DESC");
  const auto owner = owner_of(account);
  row.bind(1, owner.bytes);
  while (row.step()) all.push_back({record_of<ApiToken>(row.text(0)), row.integer(1)});
  return all;
}

void SqliteAccounts::put_account(const Account& account) {
  {
    Statement taken = database_.prepare("SELECT 1 FROM account WHERE login = ? AND id <> ?");
    taken.bind(1, std::string_view(account.login)).bind(2, account.id.uuid.bytes);
    if (taken.step()) {
      throw catalogue::Refusal(
          catalogue::RefusalKind::kConflict,
          catalogue::Message{"people.login_taken", {{"login", account.login}}, "/login"});
    }
  }
  Statement put = database_.prepare(
      "INSERT INTO account (id, login, document, password) VALUES (?, ?, ?, '') "
      "ON CONFLICT (id) DO UPDATE SET login = excluded.login, document = excluded.document");
  const std::string document = document_of(account);
  put.bind(1, account.id.uuid.bytes).bind(2, std::string_view(account.login));
  put.bind(3, std::string_view(document)).run();
}

void SqliteAccounts::put_password_hash(const AccountId& id, std::string_view hash) {
  Statement put = database_.prepare("UPDATE account SET password = ? WHERE id = ?");
  put.bind(1, hash).bind(2, id.uuid.bytes).run();
}

void SqliteAccounts::put_session(const SessionRow& session) {
  Statement put = database_.prepare(
      "INSERT INTO account_session (digest, account, created, seen, expires) "
      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET seen = excluded.seen, "
      "expires = excluded.expires");
  put.bind(1, session.digest).bind(2, session.account.uuid.bytes).bind(3, session.created);
  put.bind(4, session.seen).bind(5, session.expires).run();
}

void SqliteAccounts::drop_session(const Digest& digest) {
  database_.prepare("DELETE FROM account_session WHERE digest = ?").bind(1, digest).run();
}

void SqliteAccounts::drop_sessions(const AccountId& account) {
  Statement drop = database_.prepare("DELETE FROM account_session WHERE account = ?");
  drop.bind(1, account.uuid.bytes).run();
}

void SqliteAccounts::put_link(const LinkRow& link) {
  const auto owner = owner_of(link.account);
  database_.prepare("DELETE FROM account_link WHERE account = ?").bind(1, owner.bytes).run();
  Statement put =
      database_.prepare("INSERT INTO account_link (digest, account, expires) VALUES (?, ?, ?)");
  put.bind(1, link.digest).bind(2, owner.bytes).bind(3, link.expires).run();
}

void SqliteAccounts::drop_link(const Digest& digest) {
  database_.prepare("DELETE FROM account_link WHERE digest = ?").bind(1, digest).run();
}

void SqliteAccounts::put_token(const Digest& digest, const TokenRow& row) {
  const auto owner = owner_of(row.token.account);
  const std::string document = document_of(row.token);
  Statement put = database_.prepare(
      "INSERT INTO account_token (digest, id, account, document, used, expires) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET used = excluded.used");
  put.bind(1, digest).bind(2, row.token.id.uuid.bytes).bind(3, owner.bytes);
  put.bind(4, std::string_view(document)).bind(5, row.used).bind(6, row.token.expires).run();
}

void SqliteAccounts::drop_token(const TokenId& id) {
  database_.prepare("DELETE FROM account_token WHERE id = ?").bind(1, id.uuid.bytes).run();
}

void SqliteAccounts::drop_tokens(const AccountId& account) {
  Statement drop = database_.prepare("DELETE FROM account_token WHERE account = ?");
  drop.bind(1, account.uuid.bytes).run();
}

void SqliteAccounts::drop_ended(std::int64_t now) {
  for (const char* sql : {"DELETE FROM account_session WHERE expires <= ?",
                          "DELETE FROM account_link WHERE expires <= ?",
                          "DELETE FROM account_token WHERE expires <= ?"}) {
    database_.prepare(sql).bind(1, now).run();
  }
}

}  // namespace pilah::store::sqlite
