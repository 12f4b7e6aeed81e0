#include "pilah/registry/people/sign_in.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/password.hpp"
#include "pilah/registry/people/secret.hpp"
#include "pilah/registry/people/sign_in_guard.hpp"
#include "pilah/registry/teams/memberships.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Account;
using catalogue::Grant;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kUnusedMilliseconds = 8 * 60 * kMinute;
constexpr std::int64_t kLongestMilliseconds = std::int64_t{7} * 24 * 60 * kMinute;
/// That somebody is still there is written down this often at most.
constexpr std::int64_t kSeenMilliseconds = 5 * kMinute;
constexpr std::size_t kLongestTried = 200;

/// Under which the guard remembers a login, whatever somebody typed.
std::string key_of(const std::string& login) {
  std::string key = login.substr(0, kLongestTried);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

Caller caller_of(const Account& account, std::vector<Membership> memberships) {
  Caller caller;
  caller.actor = account.id.text();
  caller.account = account.id;
  caller.grants = account.grants;
  caller.memberships = std::move(memberships);
  return caller;
}

SignedIn signed_in(Account account, std::vector<Membership> memberships, std::string_view secret,
                   const store::SessionRow& session) {
  SignedIn signed_in{std::move(account), {}, "", session.expires};
  signed_in.caller = caller_of(signed_in.account, std::move(memberships));
  signed_in.csrf = store::hexadecimal(digest_of("csrf " + std::string(secret))).substr(0, 32);
  return signed_in;
}

std::int64_t end_of(const store::SessionRow& session, std::int64_t now) {
  return std::min(now + kUnusedMilliseconds, session.created + kLongestMilliseconds);
}

}  // namespace

Account check_password(const Environment& environment, const std::string& login,
                       const std::string& password) {
  SignInGuard& guard = *environment.sign_ins;
  const std::string key = key_of(login);
  if (const auto wait = guard.wait(key); wait > 0) {
    throw Refusal(
        RefusalKind::kUnavailable,
        Message{"people.must_wait", {{"seconds", std::to_string((wait + 999) / 1000)}}, ""});
  }
  std::optional<Account> account;
  std::string hash;
  environment.store.read([&](store::Reader& reader) {
    account = reader.accounts().account_named(key);
    if (account) hash = reader.accounts().password_hash(account->id);
  });
  const bool may_sign_in = account && !account->disabled && !hash.empty();
  // As much work where there is no account: nothing tells which logins exist.
  const bool fits =
      is_password(password.substr(0, kLongestTried), may_sign_in ? hash : guard.hash_of_nobody());
  if (!fits || !may_sign_in || password.size() > kLongestTried) {
    guard.failed(key);
    throw Refusal(RefusalKind::kForbidden, Message{"people.wrong_password", {}, ""});
  }
  guard.succeeded(key);
  return *std::move(account);
}

NewSession sign_in(const Environment& environment, const std::string& login,
                   const std::string& password) {
  Account account = check_password(environment, login, password);
  const Secret secret = new_secret(environment, "");
  const std::int64_t now = environment.now();
  store::SessionRow session{secret.digest, account.id, now, now, 0};
  session.expires = end_of(session, now);
  std::vector<Membership> memberships;
  environment.store.write({account.id.text()}, [&](store::Writer& writer) {
    writer.accounts().drop_ended(now);
    writer.accounts().put_session(session);
    memberships = memberships_of(writer, environment, account.id);
  });
  return {secret.text, signed_in(std::move(account), std::move(memberships), secret.text, session)};
}

std::optional<SignedIn> session_of(const Environment& environment, std::string_view secret) {
  const std::int64_t now = environment.now();
  std::optional<store::SessionRow> session;
  std::optional<Account> account;
  std::vector<Membership> memberships;
  environment.store.read([&](store::Reader& reader) {
    session = reader.accounts().session(digest_of(secret));
    if (!session) return;
    account = reader.accounts().account(session->account);
    memberships = memberships_of(reader, environment, session->account);
  });
  if (!session || session->expires <= now || !account || account->disabled) return std::nullopt;
  if (now - session->seen >= kSeenMilliseconds) {
    session->seen = now;
    session->expires = end_of(*session, now);
    environment.store.write(
        {account->id.text()},
        [&](store::Writer& writer) {
          // It may have been ended meanwhile, and stays so.
          if (writer.accounts().session(session->digest)) writer.accounts().put_session(*session);
        },
        store::Durability::kSoon);
  }
  return signed_in(*std::move(account), std::move(memberships), secret, *session);
}

void sign_out(const Environment& environment, std::string_view secret) {
  environment.store.write({"session"}, [&](store::Writer& writer) {
    writer.accounts().drop_session(digest_of(secret));
  });
}

void sign_out_everywhere(const Environment& environment, const Caller& caller) {
  const auto account = own_account(environment, caller);
  environment.store.write(
      {caller.actor}, [&](store::Writer& writer) { writer.accounts().drop_sessions(account.id); });
}

std::optional<Caller> caller_of_token(const Environment& environment, std::string_view secret) {
  const std::int64_t now = environment.now();
  const auto digest = digest_of(secret);
  std::optional<store::TokenRow> row;
  std::optional<Account> account;
  environment.store.read([&](store::Reader& reader) {
    row = reader.accounts().token(digest);
    if (row && row->token.account) account = reader.accounts().account(*row->token.account);
  });
  if (!row || row->token.expires <= now) return std::nullopt;
  Caller caller;
  caller.actor = "token " + row->token.id.text();
  caller.grants = row->token.grants;
  caller.scope = row->token.scope;
  if (row->token.account) {
    if (!account || account->disabled) return std::nullopt;
    caller.actor = account->id.text();
    caller.account = account->id;
    std::erase_if(caller.grants, [&](const Grant& grant) {
      return std::find(account->grants.begin(), account->grants.end(), grant) ==
             account->grants.end();
    });
  }
  if (now - row->used >= kSeenMilliseconds) {
    row->used = now;
    environment.store.write(
        {caller.actor},
        [&](store::Writer& writer) {
          if (writer.accounts().token(digest)) writer.accounts().put_token(digest, *row);
        },
        store::Durability::kSoon);
  }
  return caller;
}

Caller on_behalf_of(const Environment& environment, const Caller& caller,
                    const std::string& login) {
  if (!caller.has_data_folder) {
    throw Refusal(RefusalKind::kForbidden, Message{"people.only_with_data_folder", {}, ""});
  }
  std::optional<Account> account;
  std::vector<Membership> memberships;
  environment.store.read([&](store::Reader& reader) {
    account = reader.accounts().account_named(key_of(login));
    if (account) memberships = memberships_of(reader, environment, account->id);
  });
  if (!account) {
    throw Refusal(RefusalKind::kNotFound,
                  Message{"people.account_not_found", {{"account", login}}, ""});
  }
  return caller_of(*account, std::move(memberships));
}

Account own_account(const Environment& environment, const Caller& caller) {
  std::optional<Account> account;
  if (caller.account) {
    environment.store.read(
        [&](store::Reader& reader) { account = reader.accounts().account(*caller.account); });
  }
  if (!account) throw Refusal(RefusalKind::kForbidden, Message{"people.not_signed_in", {}, ""});
  return *std::move(account);
}

}  // namespace pilah::registry
