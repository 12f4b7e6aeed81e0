#include "pilah/registry/people/tokens.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/secret.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::AccountId;
using catalogue::Grant;
using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr int kMostDays = 366;
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kMostTokens = 100;
constexpr std::int64_t kDay = std::int64_t{24} * 3600 * 1000;

/// Whose tokens the caller deals with; nothing: those of whoever has the data folder.
std::optional<AccountId> owner_of(const Environment& environment, const Caller& caller) {
  if (caller.has_data_folder) return std::nullopt;
  return own_account(environment, caller).id;
}

void require_held(const Caller& caller, const NewToken& wanted) {
  if (caller.has_data_folder) return;
  if (wanted.scope > caller.scope) {
    throw Refusal(RefusalKind::kForbidden,
                  Message{"people.token_beyond_scope",
                          {{"scope", std::string(catalogue::name_of(caller.scope))}},
                          "/scope"});
  }
  for (std::size_t i = 0; i < wanted.grants.size(); ++i) {
    const auto& held = caller.grants;
    if (std::find(held.begin(), held.end(), wanted.grants[i]) != held.end()) continue;
    throw Refusal(RefusalKind::kForbidden,
                  Message{"people.token_beyond_account",
                          {{"role", std::string(catalogue::name_of(wanted.grants[i].role))}},
                          "/grants/" + std::to_string(i)});
  }
}

Messages wrong_with(store::Reader& reader, const NewToken& wanted,
                    const std::vector<Grant>& grants) {
  Messages wrong;
  if (wanted.name.empty() || wanted.name.size() > kLongestName) {
    wrong.push_back({"people.name_length", {{"longest", std::to_string(kLongestName)}}, "/name"});
  }
  if (wanted.days < 1 || wanted.days > kMostDays) {
    wrong.push_back({"people.token_days", {{"most", std::to_string(kMostDays)}}, "/days"});
  }
  if (grants.empty()) wrong.push_back({"people.no_grant", {}, "/grants"});
  for (std::size_t i = 0; i < grants.size(); ++i) {
    const auto of_grant = wrong_in(reader, grants[i], "/grants/" + std::to_string(i));
    wrong.insert(wrong.end(), of_grant.begin(), of_grant.end());
  }
  return wrong;
}

}  // namespace

MadeToken add_token(const Environment& environment, const Caller& caller, const NewToken& wanted) {
  const auto owner = owner_of(environment, caller);
  require_held(caller, wanted);
  const auto& grants = wanted.grants.empty() ? caller.grants : wanted.grants;
  const Secret secret = new_secret(environment, "pilah-");
  MadeToken made{secret.text, {}};
  const std::int64_t now = environment.now();
  made.token = {catalogue::TokenId{environment.new_uuid()},
                wanted.name,
                owner,
                wanted.scope,
                grants,
                now,
                now + wanted.days * kDay};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto wrong = wrong_with(writer, wanted, grants);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    writer.accounts().drop_ended(now);
    if (writer.accounts().tokens(owner).size() >= kMostTokens) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"people.too_many_tokens", {{"most", std::to_string(kMostTokens)}}, ""});
    }
    writer.accounts().put_token(secret.digest, {made.token, 0});
  });
  return made;
}

std::vector<ListedToken> tokens(const Environment& environment, const Caller& caller) {
  const auto owner = owner_of(environment, caller);
  std::vector<ListedToken> listed;
  environment.store.read([&](store::Reader& reader) {
    for (auto& row : reader.accounts().tokens(owner)) {
      listed.push_back({std::move(row.token), row.used});
    }
  });
  return listed;
}

void revoke_token(const Environment& environment, const Caller& caller, catalogue::TokenId id) {
  const auto owner = owner_of(environment, caller);
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const auto own = writer.accounts().tokens(owner);
    const bool is_own =
        std::any_of(own.begin(), own.end(), [&](const auto& row) { return row.token.id == id; });
    if (!is_own) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"people.token_not_found", {{"id", id.text()}}, ""});
    }
    writer.accounts().drop_token(id);
  });
}

}  // namespace pilah::registry
