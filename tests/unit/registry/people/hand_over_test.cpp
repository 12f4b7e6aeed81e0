// What a successor finds when somebody moves on.
#include <boost/json.hpp>

#include "../support/folder_host.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/drafts/drafts.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/verify.hpp"
#include "pilah/registry/workflow/steps.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using catalogue::Role;
using registry::Caller;

namespace {

const catalogue::RegionCode kRegion = *catalogue::RegionCode::parse("13.11");

/// A region with an agency, its contributor Ani, and Budi, who is to take over from her.
struct Agency {
  Agency() {
    registry::add_region(environment, insider(), "13.11");
    catalogue::Organisation organisation;
    organisation.region = kRegion;
    organisation.code = organisation.name = "DINKES";
    const auto owner =
        registry::put_organisation(environment, insider(), organisation).organisation.id;
    health = {Role::kContributor, kRegion, owner};
    ani = add("ani", health);
    budi = add("budi", {Role::kVerifier, kRegion, {}});
  }

  /// Who acts through the account, with what it may do by now.
  Caller caller(const catalogue::AccountId& id) const {
    Caller caller;
    caller.actor = id.text();
    caller.account = id;
    caller.grants = registry::find_account(environment, insider(), id.text()).grants;
    return caller;
  }
  registry::InnovationEntry entry(const char* name) const {
    return registry::add_innovation(
        environment, caller(ani), kRegion,
        {{"name", name},
         {"owner", health.organisation->text()},
         {"summary", "Antrean dari rumah."},
         {"mappings", {{{"area", "health"}, {"primary", true}, {"confirmed", true}}}}});
  }
  void hand_over() const { registry::hand_over(environment, insider(), kRegion, "ani", "budi"); }

  const TemporaryFolder folder;
  const FolderHost host{folder.path()};
  const registry::Environment& environment = host.environment();
  catalogue::Grant health;
  catalogue::AccountId ani, budi;

 private:
  catalogue::AccountId add(const char* login, const catalogue::Grant& grant) const {
    return registry::add_account(environment, insider(), {login, login, "", {grant}}).id;
  }
};

std::string names_of(const Agency& agency, const catalogue::AccountId& who) {
  std::string names;
  for (const auto& listed : registry::drafts(agency.environment, agency.caller(who), kRegion)) {
    const auto draft = registry::draft(agency.environment, agency.caller(who), listed.innovation);
    names += std::string(boost::json::parse(draft.document).at("name").as_string()) + ' ';
  }
  return names;
}

}  // namespace

TEST_CASE("What was typed and not saved is the successor's to go on with") {
  const Agency agency;
  const auto entry = agency.entry("SI PEDAS");
  registry::put_draft(agency.environment, agency.caller(agency.ani), entry.innovation.id,
                      {{"name", "SI PEDAS 2"}}, std::nullopt);
  registry::begin_draft(agency.environment, agency.caller(agency.ani), kRegion,
                        {{"name", "BARU"}, {"owner", agency.health.organisation->text()}});
  agency.hand_over();
  CHECK(names_of(agency, agency.budi).size() == std::string("SI PEDAS 2 BARU ").size());
  const auto taken =
      registry::draft(agency.environment, agency.caller(agency.budi), entry.innovation.id);
  CHECK(taken.base == entry.revision);
  // And goes on as if it had been theirs from the beginning.
  const auto saved = registry::change_innovation(
      agency.environment, agency.caller(agency.budi), entry.innovation.id,
      boost::json::parse(taken.document).as_object(), taken.base);
  CHECK(saved.innovation.name == "SI PEDAS 2");
  CHECK(names_of(agency, agency.budi) == "BARU ");
}

TEST_CASE("Where both have typed into the same entry neither of the two is lost") {
  const Agency agency;
  const auto id = agency.entry("SI PEDAS").innovation.id;
  registry::grant(agency.environment, insider(), "budi", agency.health);
  registry::put_draft(agency.environment, agency.caller(agency.ani), id, {{"name", "Ani"}},
                      std::nullopt);
  registry::put_draft(agency.environment, agency.caller(agency.budi), id, {{"name", "Budi"}},
                      std::nullopt);
  agency.hand_over();
  CHECK(names_of(agency, agency.budi) == "Budi ");
  registry::drop_draft(agency.environment, agency.caller(agency.budi), id);
  agency.hand_over();
  CHECK(names_of(agency, agency.budi) == "Ani ");
}

TEST_CASE("A submission that waits is the successor's, who does not verify it then") {
  const Agency agency;
  const auto entry = agency.entry("SI PEDAS");
  const auto submitted = registry::submit(agency.environment, agency.caller(agency.ani),
                                          {entry.innovation.id, entry.revision});
  agency.hand_over();
  const auto review =
      registry::review(agency.environment, agency.caller(agency.budi), entry.innovation.id);
  CHECK(review.version.review.submitted_by == agency.budi.text());
  const registry::FromVersion from{entry.innovation.id, submitted.version.revision};
  CHECK_THROWS_AS(registry::verify_entry(agency.environment, agency.caller(agency.budi), from),
                  catalogue::Refusal);
  const auto recalled = registry::recall(agency.environment, agency.caller(agency.budi), from);
  CHECK(recalled.version.entry.status == catalogue::Status::kDraft);
  CHECK(registry::verify(agency.environment, insider()).findings.empty());
}
