#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

constexpr const char* kMissing = "conflict store.missing_reference ";

class Region1311 {
 public:
  Region1311() {
    put_regions(*store_);
    store_->write(kActor, [&](store::Writer& writer) { records.put(writer); });
  }
  template <class Record>
  std::string refused_to_put(const Record& record) {
    return refused([&] { put(*store_, record); });
  }
  const EveryKind records;

 private:
  std::unique_ptr<Backend> backend_ = make_backend();
  std::unique_ptr<store::Store> store_ = backend_->open();
};

TEST_CASE("A record that names what is not there is refused, with the place") {
  Region1311 region;
  auto records = region.records;
  const std::string missing = kMissing;

  records.organisation.successor = id<catalogue::OrganisationId>(99);
  CHECK(region.refused_to_put(records.organisation) == missing + "/successor");
  records.relation.to = id<catalogue::InnovationId>(99);
  CHECK(region.refused_to_put(records.relation) == missing + "/to");
  records.package.members.push_back(id<catalogue::InnovationId>(99));
  CHECK(region.refused_to_put(records.package) == missing + "/members/2");
  records.assessment.round = id<catalogue::RoundId>(99);
  CHECK(region.refused_to_put(records.assessment) == missing + "/round");
  records.plan.organisation = id<catalogue::OrganisationId>(99);
  CHECK(region.refused_to_put(records.plan) == missing + "/organisation");
  records.team.members[0].person = id<catalogue::PersonId>(99);
  CHECK(region.refused_to_put(records.team) == missing + "/members/0/person");
  records.decree.replaces = id<catalogue::DecreeId>(99);
  CHECK(region.refused_to_put(records.decree) == missing + "/replaces");
  records.duty.team = id<catalogue::TeamId>(99);
  CHECK(region.refused_to_put(records.duty) == missing + "/team");
  records.quick_win_set.selection = id<catalogue::SelectionId>(99);
  CHECK(region.refused_to_put(records.quick_win_set) == missing + "/selection");

  auto entry = records.innovation;
  entry.owner = id<catalogue::OrganisationId>(99);
  CHECK(region.refused_to_put(entry) == missing + "/owner");
  entry = records.innovation;
  entry.supporting_organisations.push_back(id<catalogue::OrganisationId>(99));
  CHECK(region.refused_to_put(entry) == missing + "/supporting_organisations/1");
  entry = records.innovation;
  entry.proposer->person = id<catalogue::PersonId>(99);
  CHECK(region.refused_to_put(entry) == missing + "/proposer/person");
}

TEST_CASE("A record of another region or of another kind is not there") {
  Region1311 region;
  auto abroad = innovation(50, "Subak digital", "51.08");
  abroad.owner = region.records.organisation.id;
  CHECK(region.refused_to_put(abroad) == std::string(kMissing) + "/owner");
  auto confused = innovation(51, "Tertukar");
  confused.owner = catalogue::OrganisationId{region.records.person.id.uuid};
  CHECK(region.refused_to_put(confused) == std::string(kMissing) + "/owner");
}

TEST_CASE("The refusal names the missing record") {
  Region1311 region;
  auto entry = region.records.innovation;
  entry.owner = id<catalogue::OrganisationId>(99);
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto refusal = refusal_of([&] { put(*store, entry); });
  REQUIRE(refusal);
  const auto& arguments = refusal->messages().front().arguments;
  CHECK(std::find(arguments.begin(), arguments.end(),
                  std::pair<std::string, std::string>("id", uuid(99).text())) != arguments.end());
}

TEST_CASE("A record may name itself and what the same write put before it") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto agency = organisation(1);
  agency.successor = agency.id;
  auto entry = innovation(2, "SI PEDAS");
  entry.owner = agency.id;
  store->write(kActor, [&](store::Writer& writer) {
    writer.put(agency, "added");
    writer.put(entry, "added");
  });
  CHECK(find(*store, entry)->record == entry);
}

TEST_CASE("What a failed write put is not there for the next one") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(2, "SI PEDAS");
  entry.owner = organisation(1).id;
  CHECK_THROWS_AS(store->write(kActor,
                               [&](store::Writer& writer) {
                                 writer.put(organisation(1), "added");
                                 writer.put(entry, "added");
                                 throw std::runtime_error("changed one's mind");
                               }),
                  std::runtime_error);
  CHECK(refused([&] { put(*store, entry); }) == std::string(kMissing) + "/owner");
}

}  // namespace
}  // namespace pilah::tests
