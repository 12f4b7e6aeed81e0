#include "pilah/registry/people/accounts.hpp"

#include "people_host.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;
using catalogue::Grant;
using catalogue::Role;
using registry::Caller;

namespace {

const Grant kMentorElsewhere{Role::kMentor, catalogue::RegionCode::parse("16.02"), {}};

Caller administrator(const char* region = "13.11") {
  return account(Role::kRegionAdministrator, region);
}

}  // namespace

TEST_CASE("An account has a login of its own, a name and at least one role that fits") {
  PeopleHost host;
  const auto refused = [&](const registry::NewAccount& wanted) {
    std::string pointers;
    try {
      registry::add_account(host.environment, insider(), wanted);
    } catch (const catalogue::Refusal& refusal) {
      for (const auto& message : refusal.messages()) {
        pointers += (pointers.empty() ? "" : " ") + message.pointer;
      }
    }
    return pointers;
  };
  const auto contributor = in_region(Role::kContributor, organisation_id(1));
  CHECK(refused({"Budi.Santoso", "Budi", "", {contributor}}).empty());
  CHECK(refused({"budi.santoso", "Budi lain", "", {contributor}}) == "/login");
  CHECK(refused({"b", "", "", {}}) == "/login /name /grants");
  CHECK(refused({"budi s", "Budi", "", {contributor}}) == "/login");
  CHECK(refused({"ani", "Ani", "", {in_region(Role::kContributor)}}) == "/grants/0/organisation");
  CHECK(refused({"ani", "Ani", "", {in_region(Role::kContributor, organisation_id(99))}}) ==
        "/grants/0/organisation");
  CHECK(refused({"ani", "Ani", "", {in_region(Role::kVerifier, organisation_id(1))}}) ==
        "/grants/0/organisation");
  CHECK(refused({"ani", "Ani", "", {in_region(Role::kHostAdministrator)}}) == "/grants/0/region");
  CHECK(refused({"ani", "Ani", "", {{Role::kVerifier, region("51.08"), {}}}}) ==
        "/grants/0/region");
}

TEST_CASE("A region's administrator gives the region's roles, and no others") {
  PeopleHost host;
  const auto add = [&](const Caller& caller, const Grant& grant) {
    return refusal_of([&] {
      registry::add_account(host.environment, caller,
                            {"ani" + std::to_string(host.now++), "Ani", "", {grant}});
    });
  };
  CHECK(add(administrator(), in_region(Role::kVerifier)).empty());
  CHECK(add(administrator(), in_region(Role::kRegionAdministrator)).empty());
  CHECK(add(administrator(), kMentorElsewhere) == "rights.administer_region");
  CHECK(add(administrator(), {Role::kHostAdministrator, {}, {}}) == "rights.administer_host");
  CHECK(add(account(Role::kVerifier, "13.11"), in_region(Role::kReader)) ==
        "rights.administer_region");
  CHECK(add(Caller::anonymous(), in_region(Role::kReader)) == "rights.administer_region");
}

TEST_CASE("Granting and revoking are in the region's audit log, without a name") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  registry::grant(host.environment, administrator(), "ani", in_region(Role::kPlanner));
  registry::grant(host.environment, administrator(), "ani", in_region(Role::kPlanner));
  registry::grant(host.environment, administrator("16.02"), "ani", kMentorElsewhere);
  registry::revoke(host.environment, administrator(), "ani", in_region(Role::kVerifier));
  CHECK(host.audit("13.11") == "granted verifier; granted planner; revoked verifier");
  CHECK(host.audit("16.02") == "granted mentor");
  const auto verified = host.catalogue.store.verify();
  CHECK(verified.findings.empty());
}

TEST_CASE("Each administrator sees of an account what is theirs to give") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier), kMentorElsewhere});
  const auto seen = registry::accounts(host.environment, administrator(), region());
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].grants == std::vector<Grant>{in_region(Role::kVerifier)});
  CHECK(registry::accounts(host.environment, insider(), std::nullopt)[0].grants.size() == 2);
  CHECK(refusal_of([&] {
          registry::accounts(host.environment, account(Role::kVerifier, "13.11"), region());
        }) == "rights.administer_region");
  CHECK(refusal_of([&] { registry::accounts(host.environment, administrator(), std::nullopt); }) ==
        "rights.administer_host");
}

TEST_CASE("Who has a role elsewhere is not to be taken over by one region's administrator") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier), kMentorElsewhere});
  CHECK(refusal_of([&] { registry::new_link(host.environment, administrator(), "ani"); }) ==
        "rights.administer_region");
  CHECK(refusal_of([&] {
          registry::set_disabled(host.environment, administrator(), "ani", true);
        }) == "rights.administer_region");
  host.add("boss", {{Role::kHostAdministrator, {}, {}}});
  CHECK(refusal_of([&] { registry::new_link(host.environment, administrator(), "boss"); }) ==
        "people.account_not_found");
}

TEST_CASE("An account that has ended lets nobody in, at once") {
  PeopleHost host;
  host.add("ani", {in_region(Role::kVerifier)});
  const auto session = registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
  const auto token = registry::add_token(host.environment, session.signed_in.caller, {"Skrip"});
  registry::set_disabled(host.environment, administrator(), "ani", true);
  CHECK_FALSE(registry::session_of(host.environment, session.secret));
  CHECK_FALSE(registry::caller_of_token(host.environment, token.secret));
  CHECK(refusal_of([&] { registry::sign_in(host.environment, "ani", PeopleHost::kPassword); }) ==
        "people.wrong_password");
  registry::set_disabled(host.environment, administrator(), "ani", false);
  CHECK_FALSE(registry::session_of(host.environment, session.secret));
  registry::sign_in(host.environment, "ani", PeopleHost::kPassword);
}

TEST_CASE("Who moves hands the region's roles to a successor and keeps those elsewhere") {
  PeopleHost host;
  const auto duty = in_region(Role::kContributor, organisation_id(1));
  host.add("lama", {duty, kMentorElsewhere});
  host.add("baru", {in_region(Role::kReader)});
  const auto session = registry::sign_in(host.environment, "lama", PeopleHost::kPassword);
  const auto successor =
      registry::hand_over(host.environment, administrator(), region(), "lama", "baru");
  CHECK(successor.grants == std::vector<Grant>{in_region(Role::kReader), duty});
  const auto left = registry::session_of(host.environment, session.secret);
  REQUIRE(left);
  CHECK(left->account.grants == std::vector<Grant>{kMentorElsewhere});
  CHECK(host.audit("13.11").find("revoked contributor for " + organisation_id(1).text() +
                                 "; granted contributor for") != std::string::npos);
  const auto hand_over = [&](const char* from, const char* to) {
    return refusal_of(
        [&] { registry::hand_over(host.environment, administrator(), region(), from, to); });
  };
  CHECK(hand_over("baru", "baru") == "people.hands_over_to_self");
  CHECK(hand_over("lama", "baru") == "people.account_not_found");  // nothing left here
  CHECK(hand_over("baru", "siapa") == "people.account_not_found");
}

TEST_CASE("Who has handed over everything can no longer sign in") {
  PeopleHost host;
  host.add("lama", {in_region(Role::kPlanner)});
  host.add("baru", {in_region(Role::kReader)});
  registry::hand_over(host.environment, administrator(), region(), "lama", "baru");
  CHECK(refusal_of([&] { registry::sign_in(host.environment, "lama", PeopleHost::kPassword); }) ==
        "people.wrong_password");
}

TEST_CASE("A name is corrected or taken out, and the history stays whole") {
  PeopleHost host;
  const auto id = host.add("ani", {in_region(Role::kVerifier)}).id.text();
  CHECK(registry::rename(host.environment, administrator(), "ani", "Ani Lestari").name ==
        "Ani Lestari");
  CHECK(refusal_of([&] { registry::rename(host.environment, administrator(), "ani", ""); }) ==
        "people.name_length");
  registry::erase_account(host.environment, administrator(), "ani");
  CHECK(refusal_of([&] { registry::find_account(host.environment, insider(), "ani"); }) ==
        "people.account_not_found");
  const auto left = registry::find_account(host.environment, insider(), id);
  CHECK(left.name == "-");
  CHECK(left.login == "erased-" + id);
  CHECK(left.disabled);
  CHECK(host.audit("13.11") == "granted verifier; revoked verifier");
  CHECK(host.catalogue.store.verify().findings.empty());
}
