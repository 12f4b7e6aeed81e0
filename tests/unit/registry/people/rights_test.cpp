#include "pilah/registry/people/rights.hpp"

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/mapping/area_mapping.hpp"
#include "pilah/registry/mapping/coverage.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/search/sample_catalogue.hpp"
#include "unit/registry/support/reference.hpp"
#include "unit/registry/support/refusal_of.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;
using catalogue::Role;
using registry::Caller;
using registry::Deed;

namespace {

Caller contributor(std::uint32_t organisation) {
  return account(Role::kContributor, "13.11", organisation_id(organisation));
}

}  // namespace

TEST_CASE("A grant holds in its region and, for a contributor, for its organisation") {
  const registry::Subject own{region(), organisation_id(1)};
  const registry::Subject others{region(), organisation_id(2)};
  const registry::Subject nobodys{region(), {}};
  const registry::Subject elsewhere{region("16.02"), organisation_id(1)};
  CHECK(may(contributor(1), Deed::kRegister, own));
  CHECK_FALSE(may(contributor(1), Deed::kRegister, others));
  CHECK_FALSE(may(contributor(1), Deed::kRegister, nobodys));
  CHECK_FALSE(may(contributor(1), Deed::kRegister, elsewhere));
  CHECK_FALSE(may(contributor(1), Deed::kVerify, own));
  CHECK(may(account(Role::kVerifier, "13.11"), Deed::kVerify, others));
  CHECK(may(account(Role::kVerifier, "13.11"), Deed::kVerify, nobodys));
  CHECK_FALSE(may(account(Role::kVerifier, "13.11"), Deed::kVerify, elsewhere));
  CHECK_FALSE(may(Caller::anonymous(), Deed::kReadInternal, own));
  CHECK(may_somewhere(contributor(1), Deed::kMap, region()));
  CHECK_FALSE(may_somewhere(contributor(1), Deed::kMap, region("16.02")));
  CHECK_FALSE(may_somewhere(contributor(1), Deed::kVerify, region()));
}

TEST_CASE("Only a grant in all regions reaches the host itself") {
  const Caller everywhere{"test", {{Role::kHostAdministrator, {}, {}}}, false};
  CHECK(may(everywhere, Deed::kAdministerHost, {}));
  CHECK(may(everywhere, Deed::kAdministerRegion, {region(), {}}));
  CHECK_FALSE(may(everywhere, Deed::kChoose, {region(), {}}));
  CHECK_FALSE(may(account(Role::kHostAdministrator, "13.11"), Deed::kAdministerHost, {}));
  CHECK_FALSE(may(account(Role::kRegionAdministrator, "13.11"), Deed::kAdministerHost, {}));
  CHECK(may(account(Role::kPlanner, "13.11"), Deed::kReadPlugins, {}));
}

TEST_CASE("A refusal says who could have done it, and what the caller is") {
  try {
    require(contributor(1), Deed::kVerify, {region(), organisation_id(1)});
    FAIL("it was not refused");
  } catch (const catalogue::Refusal& refusal) {
    CHECK(refusal.kind() == catalogue::RefusalKind::kForbidden);
    const auto sentence =
        sentences().say(refusal.messages().front(), catalogue::Language::kEnglish);
    CHECK(sentence ==
          "You may not verify innovations (region 13.11). Who may: verifier, "
          "region-administrator. Your roles: contributor. Ask the region's administrator.");
    CHECK(sentences().say(refusal.messages().front(), catalogue::Language::kIndonesian) ==
          "Anda tidak berhak memverifikasi inovasi (daerah 13.11). Yang berhak: verifikator, "
          "admin daerah. Peran Anda: kontributor. Mintalah kepada admin daerah.");
  }
}

TEST_CASE("Every deed has its sentence in both languages") {
  for (int deed = 0; deed <= static_cast<int>(Deed::kAdministerHost); ++deed) {
    const auto kind = refusal_of([&] {
      require(Caller::anonymous(), static_cast<Deed>(deed), {region(), {}});
    });
    CAPTURE(deed, kind);
    CHECK(sentences().knows(kind));
  }
}

TEST_CASE("A contributor registers for their own organisation, not beyond submitted") {
  SampleCatalogue host;
  const auto add = [&](const Caller& caller, std::uint32_t owner, const char* status) {
    return refusal_of([&] {
      registry::add_innovation(host.environment, caller, region(),
                               {{"name", "Baru"},
                                {"owner", organisation_id(owner).text()},
                                {"status", status},
                                {"summary", "Ringkasan"},
                                {"mappings",
                                 {{{"area", "health"},
                                   {"primary", true},
                                   {"mapped_by", "person"},
                                   {"confirmed", true}}}}});
    });
  };
  CHECK(add(contributor(1), 1, "draft").empty());
  CHECK(add(contributor(1), 1, "submitted").empty());
  CHECK(add(contributor(1), 1, "verified") == "rights.verify");
  CHECK(add(contributor(1), 2, "draft") == "rights.register");
  CHECK(add(account(Role::kVerifier, "13.11"), 1, "draft") == "rights.register");
  CHECK(add(account(Role::kRegionAdministrator, "13.11"), 1, "verified").empty());
  CHECK(add(account(Role::kRegionAdministrator, "16.02"), 1, "draft") == "rights.register");
  CHECK(add(Caller::anonymous(), 1, "draft") == "rights.register");
}

TEST_CASE("A change needs the rights that what it changes asks for") {
  struct Case {
    Caller caller;
    const char* from;
    boost::json::object patch;
    const char* refusal;
  };
  const auto verifier = account(Role::kVerifier, "13.11");
  const boost::json::object verify{{"status", "verified"}};
  const boost::json::object edit{{"benefit", "Lebih cepat."}};
  const Case cases[] = {
      {contributor(1), "draft", edit, ""},
      {contributor(1), "draft", {{"status", "submitted"}}, ""},
      {contributor(1), "submitted", {{"status", "draft"}}, ""},
      {contributor(1), "returned", {{"status", "submitted"}}, ""},
      {contributor(1), "submitted", verify, "rights.verify"},
      {contributor(1), "verified", edit, "workflow.is_verified"},
      {contributor(1), "verified", {{"status", "draft"}}, "rights.verify"},
      {contributor(1), "draft", {{"status", "archived"}}, "rights.verify"},
      {contributor(1), "draft", {{"owner", organisation_id(2).text()}}, "rights.register"},
      {contributor(2), "draft", edit, "innovation.not_found"},
      {contributor(2), "verified", edit, "rights.register"},
      {verifier, "submitted", verify, ""},
      {verifier, "submitted", {{"status", "returned"}}, ""},
      {verifier, "submitted", edit, "rights.register"},
      {account(Role::kRegionAdministrator, "13.11"), "verified", edit, ""},
      {account(Role::kPlanner, "13.11"), "draft", edit, "rights.register"},
      {account(Role::kContributor, "16.02", organisation_id(1)), "draft", edit,
       "innovation.not_found"},
      {Caller::anonymous(), "verified", edit, "rights.register"},
  };
  SampleCatalogue host;
  std::uint32_t number = 0;
  for (const auto& each : cases) {
    auto innovation = named(++number, "Inovasi");
    innovation.owner = organisation_id(1);
    innovation.summary = "Ringkasan";
    innovation.mappings = {{"health", true, catalogue::MappedBy::kPerson, true, {}, ""}};
    innovation.status = *catalogue::enum_named<catalogue::Status>(each.from);
    const auto revision = host.put(innovation);
    CAPTURE(each.from, boost::json::serialize(each.patch), number);
    CHECK(refusal_of([&] {
            registry::change_innovation(host.environment, each.caller, innovation.id, each.patch,
                                        revision);
          }) == each.refusal);
  }
}

TEST_CASE("Counts and the picture of a region are of what the caller sees") {
  SampleCatalogue host;
  auto draft = named(1, "Draf");
  draft.status = catalogue::Status::kDraft;
  draft.owner = organisation_id(1);
  host.put(draft);
  auto published = named(2, "Terbit");
  published.status = catalogue::Status::kVerified;
  published.owner = organisation_id(2);
  host.put(published);
  const auto owned = [&](const Caller& caller, std::size_t at) {
    return registry::organisations(host.environment, caller, region())[at].innovations;
  };
  CHECK(owned(Caller::anonymous(), 1) == 0);
  CHECK(owned(Caller::anonymous(), 2) == 1);
  CHECK(owned(contributor(1), 1) == 1);
  const auto picture = [&](const Caller& caller) {
    return registry::coverage(host.environment, caller, region());
  };
  CHECK(picture(Caller::anonymous()).innovations == 1);
  CHECK_FALSE(picture(Caller::anonymous()).silent);
  CHECK(picture(account(Role::kPlanner, "13.11")).innovations == 2);
  CHECK(picture(account(Role::kPlanner, "13.11")).silent->size() == 4);
  auto only_store = host.environment;
  only_store.index = nullptr;
  CHECK(registry::coverage(only_store, Caller::anonymous(), region()).innovations == 1);
}

TEST_CASE(
    "Areas are suggested for what is typed as for what is stored, and nothing is kept of it") {
  SampleCatalogue host;
  auto stored = named(1, "Antrean puskesmas");
  stored.owner = organisation_id(1);
  host.put(stored);
  const auto verifier = account(Role::kVerifier, "13.11");
  const auto of_stored = registry::suggest_areas(host.environment, verifier, region());
  REQUIRE(of_stored.size() == 1);
  catalogue::Innovation typed;
  typed.name = stored.name;
  typed.owner = stored.owner;
  const auto of_typed = registry::suggest_areas(host.environment, region(), typed);
  REQUIRE_FALSE(of_typed.empty());
  REQUIRE(of_typed.size() == of_stored[0].suggestions.size());
  for (std::size_t at = 0; at < of_typed.size(); ++at) {
    CHECK(of_typed[at].area == of_stored[0].suggestions[at].area);
    CHECK(of_typed[at].confidence == of_stored[0].suggestions[at].confidence);
    CHECK(of_typed[at].words == of_stored[0].suggestions[at].words);
  }
  CHECK(of_typed.front().area == "health");
  // What is typed is an entry of nobody: only the words of its own region's owner speak.
  typed.owner = organisation_id(900);
  CHECK_FALSE(registry::suggest_areas(host.environment, region(), typed).empty());
  CHECK(registry::suggest_areas(host.environment, region(), {}).empty());
  CHECK(registry::suggest_areas(host.environment, verifier, region()).size() == 1);
}

TEST_CASE("A text that is too long is not read for areas") {
  SampleCatalogue host;
  catalogue::Innovation typed;
  typed.benefit = std::string(registry::kLongestTextToMap, 'a');
  CHECK(registry::suggest_areas(host.environment, region(), typed).empty());
  typed.benefit += 'a';
  CHECK(refusal_of([&] { registry::suggest_areas(host.environment, region(), typed); }) ==
        "innovation.text_too_long");
}

TEST_CASE("Areas are suggested and confirmed where the caller may map") {
  SampleCatalogue host;
  for (std::uint32_t number = 1; number <= 2; ++number) {
    auto innovation = named(number, "Antrean puskesmas");
    innovation.owner = organisation_id(number);
    host.put(innovation);
  }
  const auto suggested = [&](const Caller& caller) {
    return registry::suggest_areas(host.environment, caller, region()).size();
  };
  CHECK(suggested(contributor(1)) == 1);
  CHECK(suggested(account(Role::kVerifier, "13.11")) == 2);
  CHECK(refusal_of([&] { suggested(Caller::anonymous()); }) == "rights.map");
  CHECK(refusal_of([&] {
          registry::confirm_area(host.environment, contributor(1), innovation_id(2), "health");
        }) == "rights.map");
  registry::confirm_area(host.environment, contributor(1), innovation_id(1), "health");
  CHECK(suggested(contributor(1)) == 0);
}
