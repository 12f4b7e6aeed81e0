#include "pilah/registry/people/credentials.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/password.hpp"
#include "pilah/registry/people/secret.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/people/sign_in_guard.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Account;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::int64_t kLinkMilliseconds = std::int64_t{14} * 24 * 3600 * 1000;
constexpr std::string_view kLinkPrefix = "link-";

OneTimeLink put_link(const Environment& environment, store::Writer& writer,
                     const std::optional<catalogue::AccountId>& account, const Secret& secret) {
  const std::int64_t expires = environment.now() + kLinkMilliseconds;
  writer.accounts().put_link({secret.digest, account, expires});
  return {secret.text, expires};
}

Refusal link_ended() { return {RefusalKind::kNotFound, Message{"people.link_ended", {}, "/link"}}; }

/// The link, as long as it may be used.
store::LinkRow live_link(const Environment& environment, store::Reader& reader,
                         const std::string& secret) {
  const auto link = reader.accounts().link(digest_of(secret));
  if (link && link->expires > environment.now()) return *link;
  throw link_ended();
}

/// The account that the link is of; the first one of the host is made with its link.
Account account_of(store::Writer& writer, const store::LinkRow& link, const Redemption& redemption,
                   const catalogue::AccountId& new_id) {
  if (link.account) {
    auto account = writer.accounts().account(*link.account);
    if (account && !account->disabled) return *std::move(account);
  } else if (!writer.accounts().has_accounts()) {
    const catalogue::Grant everything{catalogue::Role::kHostAdministrator, {}, {}};
    return put_new_account(writer, {redemption.login, redemption.name, "", {everything}}, new_id);
  }
  throw link_ended();
}

}  // namespace

OneTimeLink new_link(const Environment& environment, const Caller& caller,
                     const std::string& id_or_login) {
  const auto account = find_account(environment, caller, id_or_login);
  const Secret secret = new_secret(environment, kLinkPrefix);
  OneTimeLink link;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    require_whole(caller, writer.accounts().account(account.id).value());
    link = put_link(environment, writer, account.id, secret);
  });
  return link;
}

std::optional<OneTimeLink> set_up_link(const Environment& environment) {
  const Secret secret = new_secret(environment, kLinkPrefix);
  std::optional<OneTimeLink> link;
  environment.store.write({"set-up"}, [&](store::Writer& writer) {
    link.reset();
    if (writer.accounts().has_accounts()) return;
    link = put_link(environment, writer, std::nullopt, secret);
  });
  return link;
}

Account redeem(const Environment& environment, const Redemption& redemption) {
  std::string login = redemption.login;
  environment.store.read([&](store::Reader& reader) {
    const auto link = live_link(environment, reader, redemption.link);
    const auto account = link.account ? reader.accounts().account(*link.account) : std::nullopt;
    if (account) login = account->login;
  });
  require_good_password(redemption.password, login);
  const auto hash = hash_password(redemption.password, environment.sign_ins->cost());
  const catalogue::AccountId new_id{environment.new_uuid()};
  Account account;
  environment.store.write({"set-up"}, [&](store::Writer& writer) {
    const auto link = live_link(environment, writer, redemption.link);
    account = account_of(writer, link, redemption, new_id);
    writer.accounts().put_password_hash(account.id, hash);
    writer.accounts().drop_link(link.digest);
    writer.accounts().drop_sessions(account.id);
  });
  environment.sign_ins->succeeded(account.login);
  return account;
}

void change_password(const Environment& environment, const Caller& caller,
                     const std::string& current, const std::string& wanted) {
  const auto account = own_account(environment, caller);
  check_password(environment, account.login, current);
  require_good_password(wanted, account.login);
  const auto hash = hash_password(wanted, environment.sign_ins->cost());
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    writer.accounts().put_password_hash(account.id, hash);
    writer.accounts().drop_sessions(account.id);
  });
}

}  // namespace pilah::registry
