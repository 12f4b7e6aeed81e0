#include "pilah/store/accounts.hpp"

#include "backend.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

using catalogue::Account;
using catalogue::AccountId;
using catalogue::ApiToken;
using catalogue::Role;
using catalogue::TokenId;

AccountId account_id(std::uint8_t number) {
  AccountId id;
  id.uuid.bytes[15] = number;
  id.uuid.bytes[6] = 0x70;
  return id;
}

Account account(std::uint8_t number, const std::string& login) {
  return {account_id(number),
          login,
          "Nama " + login,
          "id",
          false,
          {{Role::kVerifier, code("13.11"), {}}}};
}

store::Digest digest(std::uint8_t number) {
  store::Digest bytes{};
  bytes[0] = number;
  return bytes;
}

ApiToken token(std::uint8_t number, std::optional<AccountId> owner, std::int64_t expires) {
  ApiToken made;
  made.id.uuid.bytes[15] = number;
  made.name = "token";
  made.account = owner;
  made.expires = expires;
  return made;
}

TEST_CASE("Accounts are found by id and by login, and stay over a restart") {
  const auto backend = make_backend();
  {
    const auto store = backend->open();
    store->read([](store::Reader& reader) { CHECK_FALSE(reader.accounts().has_accounts()); });
    store->write(kActor, [](store::Writer& writer) {
      writer.accounts().put_account(account(2, "budi"));
      writer.accounts().put_account(account(1, "ani"));
      writer.accounts().put_password_hash(account_id(1), "$argon2id$");
    });
  }
  const auto store = backend->open();
  store->read([](store::Reader& reader) {
    auto& accounts = reader.accounts();
    CHECK(accounts.has_accounts());
    CHECK(accounts.account(account_id(1)) == account(1, "ani"));
    CHECK(accounts.account_named("budi") == account(2, "budi"));
    CHECK_FALSE(accounts.account_named("Budi"));
    CHECK_FALSE(accounts.account(account_id(9)));
    CHECK(accounts.accounts() == std::vector{account(1, "ani"), account(2, "budi")});
    CHECK(accounts.password_hash(account_id(1)) == "$argon2id$");
    CHECK(accounts.password_hash(account_id(2)).empty());
  });
}

TEST_CASE("A login is one account's alone, a changed account keeps its password") {
  const auto backend = make_backend();
  const auto store = backend->open();
  store->write(kActor, [](store::Writer& writer) {
    writer.accounts().put_account(account(1, "ani"));
    writer.accounts().put_password_hash(account_id(1), "hash");
  });
  CHECK_THROWS_AS(
      store->write(kActor,
                   [](store::Writer& writer) { writer.accounts().put_account(account(2, "ani")); }),
      catalogue::Refusal);
  store->write(kActor, [](store::Writer& writer) {
    writer.accounts().put_account(account(1, "ani.lestari"));
  });
  store->read([](store::Reader& reader) {
    CHECK_FALSE(reader.accounts().account_named("ani"));
    CHECK(reader.accounts().password_hash(account_id(1)) == "hash");
  });
}

TEST_CASE("Sessions, links and tokens are found by their digest until they end or are dropped") {
  const auto backend = make_backend();
  const auto store = backend->open();
  store->write(kActor, [](store::Writer& writer) {
    auto& accounts = writer.accounts();
    accounts.put_account(account(1, "ani"));
    accounts.put_session({digest(1), account_id(1), 10, 10, 100});
    accounts.put_session({digest(2), account_id(1), 10, 10, 200});
    accounts.put_link({digest(3), account_id(1), 100});
    accounts.put_link({digest(4), account_id(1), 200});  // in the place of the one before
    accounts.put_link({digest(5), std::nullopt, 200});
    accounts.put_token(digest(6), {token(1, account_id(1), 100), 0});
    accounts.put_token(digest(7), {token(2, std::nullopt, 200), 0});
    accounts.put_token(digest(8), {token(3, account_id(1), 200), 0});
  });
  store->read([](store::Reader& reader) {
    auto& accounts = reader.accounts();
    CHECK(accounts.session(digest(2))->expires == 200);
    CHECK_FALSE(accounts.link(digest(3)));
    CHECK(accounts.link(digest(4))->account == account_id(1));
    CHECK_FALSE(accounts.link(digest(5))->account);
    CHECK(accounts.token(digest(7))->token == token(2, std::nullopt, 200));
    REQUIRE(accounts.tokens(account_id(1)).size() == 2);
    CHECK(accounts.tokens(account_id(1))[0].token.id == token(3, {}, 0).id);  // the newest first
    CHECK(accounts.tokens(std::nullopt).size() == 1);
    CHECK_FALSE(accounts.session(digest(9)));
  });
  store->write(kActor, [](store::Writer& writer) {
    writer.accounts().drop_ended(100);
    writer.accounts().drop_tokens(account_id(1));
    writer.accounts().drop_link(digest(5));
  });
  store->read([](store::Reader& reader) {
    auto& accounts = reader.accounts();
    CHECK_FALSE(accounts.session(digest(1)));
    CHECK(accounts.session(digest(2)));
    CHECK_FALSE(accounts.link(digest(5)));
    CHECK_FALSE(accounts.token(digest(6)));
    CHECK(accounts.token(digest(7)));
    CHECK_FALSE(accounts.token(digest(8)));
  });
}

TEST_CASE("What is noted of an account is in the region's chain, and is no revision") {
  const auto backend = make_backend();
  const auto store = backend->open();
  store->write(kActor, [](store::Writer& writer) { writer.put_region(solok_selatan()); });
  const auto before = store->verify();
  store->write(kActor, [](store::Writer& writer) {
    writer.note(code("13.11"), "granted verifier", account_id(1));
    CHECK(writer.revision(code("13.11")) == 0);
  });
  const auto after = store->verify();
  CHECK(after.findings.empty());
  CHECK(after.audit_entries == before.audit_entries + 1);
  CHECK(after.revisions == before.revisions);
  CHECK(after.heads != before.heads);
  CHECK_THROWS_AS(store->write(kActor,
                               [](store::Writer& writer) {
                                 writer.note(code("51.08"), "granted verifier", account_id(1));
                               }),
                  catalogue::Refusal);
}

}  // namespace
}  // namespace pilah::tests
