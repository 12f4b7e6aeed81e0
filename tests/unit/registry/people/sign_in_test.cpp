#include "pilah/registry/people/sign_in.hpp"

#include "people_host.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;
using catalogue::Role;
using catalogue::TokenScope;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

std::string sign_in_refusal(PeopleHost& host, const char* login, const char* password) {
  return refusal_of([&] { registry::sign_in(host.environment, login, password); });
}

}  // namespace

TEST_CASE("The host's first link makes its first administrator, once") {
  PeopleHost host;
  const auto link = registry::set_up_link(host.environment);
  REQUIRE(link);
  const auto redeem = [&](const char* login, const char* password) {
    return refusal_of([&] {
      registry::redeem(host.environment, {link->secret, password, login, "Ani"});
    });
  };
  CHECK(redeem("ani", "pendek") == "people.password_length");
  CHECK(redeem("ani binti", "sebuah kalimat") == "people.no_login");
  CHECK(redeem("ani", "sebuah kalimat").empty());
  CHECK(redeem("budi", "sebuah kalimat") == "people.link_ended");
  CHECK_FALSE(registry::set_up_link(host.environment));
  const auto session = registry::sign_in(host.environment, "ANI", "sebuah kalimat");
  CHECK(may(session.signed_in.caller, registry::Deed::kAdministerHost, {}));
  CHECK(session.signed_in.caller.actor == session.signed_in.account.id.text());
}

TEST_CASE("A set-up link that was not used ends when somebody was faster") {
  PeopleHost host;
  const auto link = registry::set_up_link(host.environment);
  host.add("ani", {{Role::kHostAdministrator, {}, {}}});
  CHECK(refusal_of([&] {
          registry::redeem(host.environment, {link->secret, "sebuah kalimat", "budi", "Budi"});
        }) == "people.link_ended");
}

TEST_CASE("A link works once, until it ends or a newer one takes its place") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  const auto redeem = [&](const registry::OneTimeLink& link) {
    return refusal_of([&] {
      registry::redeem(host.environment, {link.secret, "kalimat yang baru", "", ""});
    });
  };
  const auto first = registry::new_link(host.environment, insider(), "ani");
  const auto second = registry::new_link(host.environment, insider(), "ani");
  CHECK(redeem(first) == "people.link_ended");
  host.now += 14 * kDay - 1;
  CHECK(redeem(second).empty());
  CHECK(redeem(second) == "people.link_ended");
  const auto third = registry::new_link(host.environment, insider(), "ani");
  host.now += 14 * kDay;
  CHECK(redeem(third) == "people.link_ended");
  CHECK(redeem({"link-nonsense", 0}) == "people.link_ended");
}

TEST_CASE("A new password by a link ends the sessions there are") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  const auto session = registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  const auto link = registry::new_link(host.environment, insider(), "ani");
  registry::redeem(host.environment, {link.secret, "kalimat yang baru", "", ""});
  CHECK_FALSE(registry::session_of(host.environment, session.secret));
  CHECK(sign_in_refusal(host, "ani", PeopleHost::kPassword) == "people.wrong_password");
  CHECK(sign_in_refusal(host, "ani", "kalimat yang baru").empty());
}

TEST_CASE("Nothing tells whether a login exists") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  registry::add_account(host.environment, insider(),
                        {"tanpa", "Tanpa sandi", "", {in_region(Role::kReader)}});
  for (const char* login : {"ani", "siapa", "tanpa"}) {
    CAPTURE(login);
    for (int i = 0; i < registry::SignInGuard::kFreeTries; ++i) {
      CHECK(sign_in_refusal(host, login, "salah salah") == "people.wrong_password");
    }
    CHECK(sign_in_refusal(host, login, "salah salah") == "people.must_wait");
  }
}

TEST_CASE("Who guesses must wait, longer each time, the right password ends it") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  for (int i = 0; i < registry::SignInGuard::kFreeTries; ++i) {
    sign_in_refusal(host, "ani", "salah salah");
  }
  CHECK(sign_in_refusal(host, "ani", PeopleHost::kPassword) == "people.must_wait");
  CHECK(sign_in_refusal(host, "Ani", PeopleHost::kPassword) == "people.must_wait");
  host.steady += registry::SignInGuard::kFirstWait;
  CHECK(sign_in_refusal(host, "ani", "salah salah") == "people.wrong_password");
  host.steady += registry::SignInGuard::kFirstWait;
  CHECK(sign_in_refusal(host, "ani", PeopleHost::kPassword) == "people.must_wait");
  host.steady += registry::SignInGuard::kFirstWait;
  CHECK(sign_in_refusal(host, "ani", PeopleHost::kPassword).empty());
  CHECK(sign_in_refusal(host, "ani", "salah salah") == "people.wrong_password");
}

TEST_CASE("The memory of failed sign-ins is bounded, and waits never exceed their longest") {
  std::int64_t now = 0;
  registry::SignInGuard guard([&] { return now; }, {1, 8192});
  for (int i = 0; i < registry::SignInGuard::kFreeTries; ++i) guard.failed("first");
  CHECK(guard.wait("first") == registry::SignInGuard::kFirstWait);
  for (std::size_t i = 0; i < registry::SignInGuard::kMostLogins; ++i) {
    ++now;
    guard.failed("login" + std::to_string(i));
  }
  CHECK(guard.wait("first") == 0);  // forgotten: it failed longest ago
  for (int i = 0; i < 100; ++i) guard.failed("many");
  CHECK(guard.wait("many") == registry::SignInGuard::kLongestWait);
}

TEST_CASE("A session ends when it is not used, and in any case after a week") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  auto session = registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  host.now += 8 * kHour - 1;
  CHECK(registry::session_of(host.environment, session.secret));
  host.now += 8 * kHour;
  CHECK_FALSE(registry::session_of(host.environment, session.secret));
  session = registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  int hours = 0;
  while (registry::session_of(host.environment, session.secret) && hours < 1'000) {
    host.now += kHour;
    ++hours;
  }
  CHECK(hours == 7 * 24);
}

TEST_CASE("Signing out ends this session, everywhere ends all") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  const auto sign_in = [&] {
    return registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  };
  const auto first = sign_in(), second = sign_in(), third = sign_in();
  CHECK(first.signed_in.csrf != second.signed_in.csrf);
  registry::sign_out(host.environment, first.secret);
  CHECK_FALSE(registry::session_of(host.environment, first.secret));
  CHECK(registry::session_of(host.environment, second.secret));
  registry::sign_out_everywhere(host.environment, second.signed_in.caller);
  CHECK_FALSE(registry::session_of(host.environment, second.secret));
  CHECK_FALSE(registry::session_of(host.environment, third.secret));
}

TEST_CASE("A password is changed by whoever knows it, and ends all sessions") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  const auto session = registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  const auto change = [&](const char* current, const char* wanted) {
    return refusal_of([&] {
      registry::change_password(host.environment, session.signed_in.caller, current, wanted);
    });
  };
  CHECK(change("salah salah", "kalimat yang baru") == "people.wrong_password");
  CHECK(change(PeopleHost::kPassword, "pendek") == "people.password_length");
  CHECK(change(PeopleHost::kPassword, "kalimat yang baru").empty());
  CHECK_FALSE(registry::session_of(host.environment, session.secret));
  CHECK(sign_in_refusal(host, "ani", "kalimat yang baru").empty());
  CHECK(refusal_of([&] {
          registry::change_password(host.environment, insider(), "a", "kalimat yang baru");
        }) == "people.not_signed_in");
}

TEST_CASE("A token may what it says, no more than its account, until it ends") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier), in_region(Role::kPlanner)});
  const auto caller =
      registry::sign_in(host.environment, "ani", PeopleHost::kPassword).signed_in.caller;
  const auto made = registry::add_token(
      host.environment, caller, {"Dasbor", TokenScope::kRead, {in_region(Role::kPlanner)}, 30});
  const auto token = registry::caller_of_token(host.environment, made.secret);
  REQUIRE(token);
  CHECK(token->actor == caller.actor);
  CHECK(may(*token, registry::Deed::kReadInternal, {region(), {}}));
  CHECK_FALSE(may(*token, registry::Deed::kChoose, {region(), {}}));
  CHECK(refusal_of([&] {
          require(*token, registry::Deed::kChoose, {region(), {}});
        }) == "rights.scope");
  registry::revoke(host.environment, insider(), "ani", in_region(Role::kPlanner));
  CHECK(registry::caller_of_token(host.environment, made.secret)->grants.empty());
  registry::grant(host.environment, insider(), "ani", in_region(Role::kPlanner));
  host.now += 30 * kDay;
  CHECK_FALSE(registry::caller_of_token(host.environment, made.secret));
}

TEST_CASE("A token cannot be made that reaches further than who makes it") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  auto caller = registry::sign_in(host.environment, "ani", PeopleHost::kPassword).signed_in.caller;
  const auto make = [&](registry::NewToken wanted) {
    return refusal_of([&] { registry::add_token(host.environment, caller, wanted); });
  };
  CHECK(make({"Skrip", TokenScope::kAdminister, {}, 30}).empty());
  CHECK(make({"Skrip", TokenScope::kRead, {in_region(Role::kRegionAdministrator)}, 30}) ==
        "people.token_beyond_account");
  caller.scope = TokenScope::kRead;
  CHECK(make({"Skrip", TokenScope::kWrite, {}, 30}) == "people.token_beyond_scope");
  CHECK(make({"", TokenScope::kRead, {}, 30}) == "people.name_length");
  CHECK(make({"Skrip", TokenScope::kRead, {}, 0}) == "people.token_days");
  CHECK(make({"Skrip", TokenScope::kRead, {}, 367}) == "people.token_days");
}

TEST_CASE("Each lists and revokes their own tokens") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  host.add("budi", {in_region(Role::kVerifier)});
  const auto ani = registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  const auto budi = registry::sign_in(host.environment, "budi", PeopleHost::kPassword);
  const auto made = registry::add_token(host.environment, ani.signed_in.caller, {"Skrip"});
  CHECK(registry::tokens(host.environment, budi.signed_in.caller).empty());
  CHECK(refusal_of([&] {
          registry::revoke_token(host.environment, budi.signed_in.caller, made.token.id);
        }) == "people.token_not_found");
  registry::caller_of_token(host.environment, made.secret);
  const auto listed = registry::tokens(host.environment, ani.signed_in.caller);
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].token == made.token);
  CHECK(listed[0].used == host.now);
  registry::revoke_token(host.environment, ani.signed_in.caller, made.token.id);
  CHECK_FALSE(registry::caller_of_token(host.environment, made.secret));
}

TEST_CASE("Whoever has the data folder makes tokens of no account") {
  PeopleHost host;
  const auto made = registry::add_token(
      host.environment, insider(),
      {"Skrip", TokenScope::kAdminister, {in_region(Role::kRegionAdministrator)}, 1});
  const auto token = registry::caller_of_token(host.environment, made.secret);
  REQUIRE(token);
  CHECK(token->actor == "token " + made.token.id.text());
  CHECK(may(*token, registry::Deed::kAdministerRegion, {region(), {}}));
  CHECK_FALSE(may(*token, registry::Deed::kAdministerRegion, {region("16.02"), {}}));
  CHECK_FALSE(token->account);
}
