#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

template <class Record>
void check_kept(store::Store& store, const Record& record, std::int64_t revision) {
  const auto found = find(store, record);
  REQUIRE(found);
  CHECK(found->record == record);
  CHECK(found->revision == revision);
}

TEST_CASE("Every kind of record comes back as it was put, also after reopening") {
  const auto backend = make_backend();
  const EveryKind records;
  {
    const auto store = backend->open();
    put_regions(*store);
    store->write(kActor, [&](store::Writer& writer) { records.put(writer); });
  }
  const auto store = backend->open();
  check_kept(*store, records.organisation, 1);
  check_kept(*store, records.person, 2);
  check_kept(*store, records.innovation, 3);
  check_kept(*store, records.other, 4);
  check_kept(*store, records.relation, 5);
  check_kept(*store, records.package, 6);
  check_kept(*store, records.round, 7);
  check_kept(*store, records.assessment, 8);
  check_kept(*store, records.plan, 9);
  check_kept(*store, records.decree, 10);
  check_kept(*store, records.team, 11);
  check_kept(*store, records.duty, 12);
  check_kept(*store, records.scenario, 13);
  check_kept(*store, records.selection, 14);
  check_kept(*store, records.quick_win_set, 15);
  check_kept(*store, records.import, 16);
  check_kept(*store, records.panel, 17);
  check_kept(*store, records.signature, 18);
  check_kept(*store, records.dossier, 19);
  check_kept(*store, records.action_plan, 20);
  check_kept(*store, records.monitoring_period, 21);
  check_kept(*store, records.monitoring_report, 22);
  check_kept(*store, records.follow_up, 23);
  check_kept(*store, records.survey_value, 24);
  check_kept(*store, records.seal, 25);
  store->read([](store::Reader& reader) { CHECK(reader.revision(code("13.11")) == 25); });
}

TEST_CASE("The teams of an account are found, in whatever region, and no more once it has left") {
  const auto backend = make_backend();
  EveryKind records;
  const auto account = id<catalogue::AccountId>(99);
  const auto teams_of = [&](store::Store& store) {
    std::vector<std::pair<catalogue::RegionCode, catalogue::TeamId>> teams;
    store.read([&](store::Reader& reader) { teams = reader.teams_of(account); });
    return teams;
  };
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [&](store::Writer& writer) { records.put(writer); });
  const auto teams = teams_of(*store);
  REQUIRE(teams.size() == 1);
  CHECK(teams[0].first == code("13.11"));
  CHECK(teams[0].second == records.team.id);
  records.team.members[0].account.reset();
  put(*store, records.team);
  CHECK(teams_of(*store).empty());
}

TEST_CASE("A record that is not there is not found, nor under another region or kind") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put(*store, organisation(1));
  CHECK(!find(*store, organisation(2)));
  CHECK(!find(*store, organisation(1, "51.08")));
  CHECK(!find(*store, innovation(1, "x")));
}

TEST_CASE("A change gets its region's next number, an equal record gets none") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto agency = organisation(1);
  CHECK(put(*store, agency) == 1);
  CHECK(put(*store, agency) == 1);
  agency.name = "Dinas Kesehatan";
  CHECK(put(*store, agency) == 2);
  CHECK(put(*store, agency) == 2);
  CHECK(put(*store, organisation(2)) == 3);
  CHECK(put(*store, agency) == 2);
  CHECK(put(*store, organisation(3, "51.08")) == 1);
  store->read([](store::Reader& reader) {
    CHECK(reader.revision(code("13.11")) == 3);
    CHECK(reader.revision(code("51.08")) == 1);
  });
}

TEST_CASE("Attributes in another order are no change") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(1, "SI PEDAS");
  entry.attributes = {{"a", 1}, {"b", 0.1}};
  CHECK(put(*store, entry) == 1);
  entry.attributes = {{"b", 0.1}, {"a", 1}};
  CHECK(put(*store, entry) == 1);
  entry.attributes = {{"b", 0.2}, {"a", 1}};
  CHECK(put(*store, entry) == 2);
  CHECK(find(*store, entry)->record == entry);
  CHECK(store->verify().findings.empty());
}

TEST_CASE("A record of a region that is not of this host is refused") {
  const auto backend = make_backend();
  const auto store = backend->open();
  CHECK(refused([&] { put(*store, organisation(1)); }) ==
        "not found region.not_of_this_host /region");
  put_regions(*store);
  CHECK(!find(*store, organisation(1)));
}

TEST_CASE("An organisation's code is unique within its region and can be given up") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto first = organisation(1);
  auto second = organisation(2);
  auto elsewhere = organisation(3, "51.08");
  second.code = elsewhere.code = first.code;
  put(*store, first);
  CHECK(put(*store, elsewhere) == 1);
  CHECK(refused([&] { put(*store, second); }) == "conflict store.code_taken /code");
  CHECK(!find(*store, second));
  first.code = "lama";
  put(*store, first);
  CHECK(put(*store, second) == 3);
}

TEST_CASE("Each record of a kind is visited by id, as many as there are, until told to stop") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  constexpr std::uint64_t kCount = 1'000;
  store->write(kActor, [](store::Writer& writer) {
    for (std::uint64_t n = kCount; n >= 1; --n) writer.put(organisation(n), "added");
    writer.put(organisation(5'000, "51.08"), "added");
  });
  store->read([](store::Reader& reader) {
    std::uint64_t expected = 1;
    reader.each<catalogue::Organisation>(code("13.11"), [&](const auto& stored) {
      CHECK(stored.record == organisation(expected));
      CHECK(stored.revision == static_cast<std::int64_t>(kCount + 1 - expected));
      ++expected;
      return true;
    });
    CHECK(expected == kCount + 1);
    int visited = 0;
    reader.each<catalogue::Organisation>(code("13.11"), [&](const auto&) { return ++visited < 3; });
    CHECK(visited == 3);
    CHECK(reader.all<catalogue::Person>(code("13.11")).empty());
  });
}

TEST_CASE("Visiting goes on behind an id, whether that is still there or not") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  for (const std::uint64_t n : {2U, 4U, 6U}) put(*store, organisation(n));
  store->read([](store::Reader& reader) {
    const auto first_behind = [&reader](std::uint64_t n) {
      std::string name;
      reader.each_from<catalogue::Organisation>(code("13.11"), id<catalogue::OrganisationId>(n),
                                                [&](const auto& stored) {
                                                  name = stored.record.name;
                                                  return false;
                                                });
      return name;
    };
    CHECK(first_behind(1) == organisation(2).name);
    CHECK(first_behind(2) == organisation(4).name);
    CHECK(first_behind(5) == organisation(6).name);
    CHECK(first_behind(6).empty());
  });
}

TEST_CASE("A record's text is its JSON, also after a change of it") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "Jum'at \"Bersih\" \u00e9");
  put(*store, entry);
  entry.staff = 4;
  entry.attributes = {{"luas", 1.5}};
  put(*store, entry);
  store->read([&](store::Reader& reader) {
    const auto text = reader.find_text<catalogue::Innovation>(entry.region, entry.id);
    REQUIRE(text);
    CHECK(text->record == boost::json::serialize(catalogue::to_json(entry)));
    CHECK(text->revision == 2);
    CHECK_FALSE(reader.find_text<catalogue::Innovation>(code("51.08"), entry.id));
  });
}

TEST_CASE("While records are visited others can be looked up, visited and put") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    for (std::uint64_t n = 1; n <= 3; ++n) writer.put(organisation(n), "added");
    int pairs = 0;
    writer.each<catalogue::Organisation>(code("13.11"), [&](const auto& outer) {
      writer.each<catalogue::Organisation>(code("13.11"), [&](const auto& inner) {
        ++pairs;
        CHECK(writer.find<catalogue::Organisation>(code("13.11"), inner.record.id));
        return true;
      });
      auto renamed = outer.record;
      renamed.name += " baru";
      writer.put(renamed, "renamed");
      return true;
    });
    CHECK(pairs == 9);
  });
  CHECK(find(*store, organisation(3))->record.name == "Dinas 3 baru");
}

}  // namespace
}  // namespace pilah::tests
