#include "pilah/registry/people/accounts.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/handed_over.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Account;
using catalogue::AccountId;
using catalogue::Grant;
using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Role;

namespace {

constexpr std::size_t kLongestLogin = 64;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostGrants = 50;

bool acts_for_organisation(Role role) {
  return role == Role::kContributor || role == Role::kHeadOfOrganisation;
}

bool is_of_host(Role role) {
  return role == Role::kHostAdministrator || role == Role::kNationalEvaluator;
}

bool is_grantable(const Caller& caller, const Grant& grant) {
  if (!grant.region) return may(caller, Deed::kAdministerHost, {});
  return may(caller, Deed::kAdministerRegion, {grant.region, {}});
}

Refusal not_found(const std::string& account) {
  return {RefusalKind::kNotFound, Message{"people.account_not_found", {{"account", account}}, ""}};
}

std::optional<Account> stored(store::Reader& reader, const std::string& id_or_login) {
  if (const auto id = AccountId::parse(id_or_login)) return reader.accounts().account(*id);
  const auto login = login_of(id_or_login);
  return login ? reader.accounts().account_named(*login) : std::nullopt;
}

Account found(store::Reader& reader, const std::string& id_or_login) {
  auto account = stored(reader, id_or_login);
  if (!account) throw not_found(id_or_login);
  return *std::move(account);
}

/// What the caller may know of the account: its roles elsewhere are not theirs to see.
Account seen_by(const Caller& caller, Account account) {
  std::erase_if(account.grants, [&](const Grant& grant) { return !is_grantable(caller, grant); });
  return account;
}

bool concerns(const Account& account, const RegionCode& region) {
  return std::any_of(account.grants.begin(), account.grants.end(),
                     [&](const Grant& grant) { return !grant.region || *grant.region == region; });
}

/// An entry of the region's audit log; a role in all regions is in none.
void note(store::Writer& writer, const Account& account, const char* what, const Grant& grant) {
  if (!grant.region) return;
  std::string action = std::string(what) + ' ' + std::string(catalogue::name_of(grant.role));
  if (grant.organisation) action += " for " + grant.organisation->text();
  writer.note(*grant.region, action, account.id);
}

void add_grant(store::Writer& writer, Account& account, const Grant& grant) {
  if (std::find(account.grants.begin(), account.grants.end(), grant) != account.grants.end()) {
    return;
  }
  if (account.grants.size() >= kMostGrants) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"people.too_many_grants", {{"most", std::to_string(kMostGrants)}}, ""});
  }
  account.grants.push_back(grant);
  note(writer, account, "granted", grant);
}

void take_grant(store::Writer& writer, Account& account, const Grant& grant) {
  if (std::erase(account.grants, grant) > 0) note(writer, account, "revoked", grant);
}

void disable(store::Writer& writer, Account& account) {
  account.disabled = true;
  writer.accounts().drop_sessions(account.id);
  writer.accounts().drop_tokens(account.id);
}

bool is_name(const std::string& name) { return !name.empty() && name.size() <= kLongestName; }

Message wrong_name() {
  return {"people.name_length", {{"longest", std::to_string(kLongestName)}}, "/name"};
}

/// Changes the account in one write and answers it as the caller sees it.
template <class Change>
Account changed(const Environment& environment, const Caller& caller,
                const std::string& id_or_login, Change change) {
  Account account;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    account = found(writer, id_or_login);
    change(writer, account);
    writer.accounts().put_account(account);
  });
  return seen_by(caller, std::move(account));
}

}  // namespace

std::optional<std::string> login_of(std::string_view text) {
  std::string login(text);
  for (char& c : login) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                      c == '_' || c == '@';
    if (!fits) return std::nullopt;
  }
  if (login.size() < 2 || login.size() > kLongestLogin) return std::nullopt;
  return login;
}

void require_grantable(const Caller& caller, const Grant& grant) {
  if (grant.region) {
    require(caller, Deed::kAdministerRegion, {grant.region, {}});
  } else {
    require(caller, Deed::kAdministerHost, {});
  }
}

void require_whole(const Caller& caller, const Account& account) {
  if (account.grants.empty()) require(caller, Deed::kAdministerHost, {});
  for (const auto& grant : account.grants) require_grantable(caller, grant);
}

Messages wrong_in(store::Reader& reader, const Grant& grant, const std::string& pointer) {
  Messages wrong;
  const std::string role(catalogue::name_of(grant.role));
  if (is_of_host(grant.role) && grant.region) {
    wrong.push_back({"people.role_of_host", {{"role", role}}, pointer + "/region"});
  }
  if (grant.region && !reader.region(*grant.region)) {
    wrong.push_back(
        {"region.not_of_this_host", {{"code", grant.region->text()}}, pointer + "/region"});
  }
  if (acts_for_organisation(grant.role) != grant.organisation.has_value()) {
    const char* kind =
        grant.organisation ? "people.role_without_organisation" : "people.role_needs_organisation";
    wrong.push_back({kind, {{"role", role}}, pointer + "/organisation"});
  } else if (grant.organisation && (!grant.region || !reader.find<catalogue::Organisation>(
                                                         *grant.region, *grant.organisation))) {
    wrong.push_back({"organisation.not_found",
                     {{"id", grant.organisation->text()}},
                     pointer + "/organisation"});
  }
  return wrong;
}

std::vector<Account> accounts(const Environment& environment, const Caller& caller,
                              const std::optional<RegionCode>& region) {
  require_grantable(caller, {Role::kReader, region, {}});
  std::vector<Account> all;
  environment.store.read([&](store::Reader& reader) { all = reader.accounts().accounts(); });
  if (!region) return all;
  std::erase_if(all, [&](const Account& account) { return !concerns(account, *region); });
  for (auto& account : all) account = seen_by(caller, std::move(account));
  return all;
}

Account put_new_account(store::Writer& writer, const NewAccount& wanted, const AccountId& id) {
  Messages wrong;
  const auto login = login_of(wanted.login);
  if (!login) wrong.push_back({"people.no_login", {{"login", wanted.login}}, "/login"});
  if (!is_name(wanted.name)) wrong.push_back(wrong_name());
  if (wanted.grants.empty()) wrong.push_back({"people.no_grant", {}, "/grants"});
  for (std::size_t i = 0; i < wanted.grants.size(); ++i) {
    const auto of_grant = wrong_in(writer, wanted.grants[i], "/grants/" + std::to_string(i));
    wrong.insert(wrong.end(), of_grant.begin(), of_grant.end());
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
  Account account{id, *login, wanted.name, wanted.language, false, {}};
  for (const auto& grant : wanted.grants) add_grant(writer, account, grant);
  if (writer.accounts().account_named(account.login)) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"people.login_taken", {{"login", account.login}}, "/login"});
  }
  writer.accounts().put_account(account);
  return account;
}

Account add_account(const Environment& environment, const Caller& caller,
                    const NewAccount& wanted) {
  if (wanted.grants.empty()) require(caller, Deed::kAdministerHost, {});
  for (const auto& grant : wanted.grants) require_grantable(caller, grant);
  const AccountId id{environment.new_uuid()};
  Account account;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    account = put_new_account(writer, wanted, id);
  });
  return account;
}

Account find_account(const Environment& environment, const Caller& caller,
                     const std::string& id_or_login) {
  std::optional<Account> account;
  environment.store.read([&](store::Reader& reader) { account = stored(reader, id_or_login); });
  const bool is_whole = account && may(caller, Deed::kAdministerHost, {});
  if (account && !is_whole) {
    account = seen_by(caller, *std::move(account));
    if (account->grants.empty()) account.reset();
  }
  if (!account) throw not_found(id_or_login);
  return *std::move(account);
}

Account grant(const Environment& environment, const Caller& caller, const std::string& id_or_login,
              const Grant& grant) {
  require_grantable(caller, grant);
  return changed(environment, caller, id_or_login, [&](store::Writer& writer, Account& account) {
    auto wrong = wrong_in(writer, grant, "");
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    add_grant(writer, account, grant);
  });
}

Account revoke(const Environment& environment, const Caller& caller, const std::string& id_or_login,
               const Grant& grant) {
  require_grantable(caller, grant);
  return changed(environment, caller, id_or_login, [&](store::Writer& writer, Account& account) {
    take_grant(writer, account, grant);
  });
}

Account set_disabled(const Environment& environment, const Caller& caller,
                     const std::string& id_or_login, bool disabled) {
  return changed(environment, caller, id_or_login, [&](store::Writer& writer, Account& account) {
    require_whole(caller, account);
    account.disabled = disabled;
    if (disabled) disable(writer, account);
  });
}

Account rename(const Environment& environment, const Caller& caller, const std::string& id_or_login,
               const std::string& name) {
  return changed(environment, caller, id_or_login, [&](store::Writer&, Account& account) {
    require_whole(caller, account);
    if (!is_name(name)) throw Refusal(RefusalKind::kInvalid, wrong_name());
    account.name = name;
  });
}

Account erase_account(const Environment& environment, const Caller& caller,
                      const std::string& id_or_login) {
  return changed(environment, caller, id_or_login, [&](store::Writer& writer, Account& account) {
    require_whole(caller, account);
    const auto grants = account.grants;
    for (const auto& grant : grants) take_grant(writer, account, grant);
    disable(writer, account);
    writer.accounts().put_password_hash(account.id, "");
    writer.happenings().drop_read_marks(account.id.text());
    account.login = "erased-" + account.id.text();
    account.name = kErasedName;
    account.language.clear();
  });
}

Account hand_over(const Environment& environment, const Caller& caller, const RegionCode& region,
                  const std::string& from, const std::string& to) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  return changed(environment, caller, to, [&](store::Writer& writer, Account& successor) {
    Account leaving = found(writer, from);
    if (leaving.id == successor.id) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"people.hands_over_to_self", {{"account", leaving.login}}, "/to"});
    }
    const auto grants = leaving.grants;
    const HandOver open{region, leaving.id, successor.id};
    bool any = move_working_copies(writer, open);
    any = move_submissions(writer, open) || any;
    for (const auto& grant : grants) {
      if (!grant.region || *grant.region != region) continue;
      any = true;
      take_grant(writer, leaving, grant);
      add_grant(writer, successor, grant);
    }
    if (!any) throw not_found(from);
    if (leaving.grants.empty()) disable(writer, leaving);
    writer.accounts().put_account(leaving);
    tell_handed_over(writer, region, leaving.id, successor.id, caller.actor);
  });
}

}  // namespace pilah::registry
