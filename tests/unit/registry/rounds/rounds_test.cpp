#include "pilah/registry/rounds/rounds.hpp"

#include <boost/json.hpp>

#include "region_of_rounds.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah;
using catalogue::MinuteKind;
using catalogue::Presence;
using catalogue::Round;
using catalogue::RoundState;
using tests::refusals_of;
using tests::RegionOfRounds;

namespace {

catalogue::PartialDate date(const char* text) { return *catalogue::PartialDate::parse(text); }

}  // namespace

TEST_CASE("A round is planned with its dates, place, agenda and expected products") {
  RegionOfRounds region;
  auto round = region.planned("Bimtek I");
  round.from = date("2024-03-05");
  round.to = date("2024-03-06");
  round.place = "Padang Aro";
  round.agenda = {"Kondisi daerah"};
  round.products = {{"Berita acara", ""}};
  const auto entry = region.plan(round);
  CHECK(entry.round.state == RoundState::kPlanned);
  CHECK(entry.round.agenda == round.agenda);
  CHECK(entry.round.products == round.products);
  CHECK(entry.not_recorded == std::vector<std::string>{"Dinas KES", "Dinas Uji"});
  region.plan("Tanpa tanggal");
  const auto all = registry::rounds(region.environment, region.by, region.region);
  REQUIRE(all.size() == 2);
  CHECK(all[0].round.name == "Bimtek I");
}

TEST_CASE("What only the steps of a round may set, a plan cannot bring along") {
  RegionOfRounds region;
  auto round = region.planned("Bimtek I");
  round.state = RoundState::kClosed;
  round.frozen_revision = 1;
  round.minutes = {{MinuteKind::kDecision, "Sudah diputuskan", {}, {}}};
  const auto entry = region.plan(round);
  CHECK(entry.round.state == RoundState::kPlanned);
  CHECK_FALSE(entry.round.frozen_revision);
  CHECK(entry.round.minutes.empty());
  const auto changed = registry::change_round(
      region.environment, region.by, region.region, entry.round.id,
      {{"state", "closed"}, {"frozen_revision", 1}, {"place", "Aula"}}, entry.revision);
  CHECK(changed.round.place == "Aula");
  CHECK(changed.round.state == RoundState::kPlanned);
  CHECK_FALSE(changed.round.frozen_revision);
}

TEST_CASE("A wrong round is refused with all that is wrong, each in its place") {
  RegionOfRounds region;
  auto round = region.planned("");
  round.from = date("2024-03-05");
  round.to = date("2024-03-04");
  round.agenda = {""};
  round.products = {{"", "x"}};
  CHECK(refusals_of([&] { region.plan(round); }) ==
        "/name round.bad_text\n/to round.ends_early\n/agenda/0 round.bad_text\n"
        "/products/0/name round.bad_text");
  round = region.planned("Bimtek I");
  round.products.resize(registry::kMostProducts + 1, {"Berita acara", ""});
  CHECK(refusals_of([&] { region.plan(round); }) == "/products round.too_much");
  CHECK(registry::rounds(region.environment, region.by, region.region).empty());
}

TEST_CASE("A round opens once the one that it follows is closed") {
  RegionOfRounds region;
  const auto first = region.plan("Bimtek I").round.id;
  auto next = region.planned("Bimtek II");
  next.follows = first;
  const auto second = region.plan(next).round.id;
  const auto open = [&](catalogue::RoundId id) {
    return refusals_of(
        [&] { registry::open_round(region.environment, region.by, region.step(id)); });
  };
  CHECK(open(second) == " round.before_not_closed");
  CHECK(open(first).empty());
  CHECK(open(second) == " round.before_not_closed");
  CHECK(open(first) == " round.not_planned");
  registry::close_round(region.environment, region.by, region.step(first));
  CHECK(open(second).empty());
  CHECK(region.now(second).round.state == RoundState::kOpen);
}

TEST_CASE("A round that would wait for itself is refused") {
  RegionOfRounds region;
  const auto first = region.plan("Bimtek I");
  auto next = region.planned("Bimtek II");
  next.follows = first.round.id;
  const auto second = region.plan(next);
  CHECK(refusals_of([&] {
          registry::change_round(region.environment, region.by, region.region, first.round.id,
                                 {{"follows", second.round.id.text()}}, first.revision);
        }) == "/follows round.follows_itself");
  CHECK_FALSE(region.now(first.round.id).round.follows);
}

TEST_CASE("A round closes once each expected product has its document, and is frozen then") {
  RegionOfRounds region;
  auto round = region.planned("Bimtek I");
  round.products = {{"Berita acara", "BA 12/2024"}, {"Daftar inovasi", ""}};
  const auto id = region.plan(round).round.id;
  const auto close = [&] {
    return refusals_of(
        [&] { registry::close_round(region.environment, region.by, region.step(id)); });
  };
  CHECK(close() == " round.not_open");
  registry::open_round(region.environment, region.by, region.step(id));
  CHECK(close() == "/products/1/document round.product_missing");
  CHECK(region.now(id).round.state == RoundState::kOpen);
  const boost::json::array delivered{{{"name", "Berita acara"}, {"document", "BA 12/2024"}},
                                     {{"name", "Daftar inovasi"}, {"document", "lampiran 1"}}};
  const auto change = [&](const char* key, const boost::json::value& value) {
    return refusals_of([&] {
      registry::change_round(region.environment, region.by, region.region, id, {{key, value}},
                             region.now(id).revision);
    });
  };
  CHECK(change("products", delivered).empty());
  CHECK(close().empty());
  const auto closed = region.now(id).round;
  CHECK(closed.state == RoundState::kClosed);
  CHECK(closed.snapshot == "Bimtek I");
  CHECK(closed.frozen_revision);
  CHECK(close() == " round.not_open");
  CHECK(change("place", "Aula") == " round.is_closed");
}

TEST_CASE("A round is frozen once, under a name, and closing leaves that as it is") {
  RegionOfRounds region;
  const auto id = region.opened("Bimtek I").round.id;
  const auto frozen =
      registry::freeze_round(region.environment, region.by, region.step(id), "Daftar awal");
  CHECK(frozen.round.snapshot == "Daftar awal");
  CHECK(frozen.round.frozen_revision == frozen.revision - 1);
  CHECK(refusals_of([&] {
          registry::freeze_round(region.environment, region.by, region.step(id), "Lagi");
        }) == " round.is_frozen");
  registry::close_round(region.environment, region.by, region.step(id));
  CHECK(region.now(id).round.snapshot == "Daftar awal");
  CHECK(region.now(id).round.frozen_revision == frozen.round.frozen_revision);
}

TEST_CASE("Presence is recorded by organisation: how, and who came in the head's place") {
  RegionOfRounds region;
  const auto id = region.opened("Bimtek I").round.id;
  const auto record = [&](Presence presence, const std::string& replaced_by) {
    return registry::record_attendance(region.environment, region.by, region.region, id,
                                       {region.agency, presence, replaced_by});
  };
  record(Presence::kAbsent, "");
  const auto entry = record(Presence::kOnline, "Siti Aminah");
  REQUIRE(entry.round.attendance.size() == 1);
  const auto& one = entry.round.attendance[0];
  CHECK(one.presence == Presence::kOnline);
  REQUIRE(one.replaced_by);
  CHECK(region.name_of(entry, one.replaced_by->uuid) == "Siti Aminah");
  CHECK(entry.not_recorded == std::vector<std::string>{"Dinas Uji"});
  CHECK(refusals_of([&] {
          registry::record_attendance(region.environment, region.by, region.region,
                                      region.plan("Bimtek II").round.id,
                                      {region.agency, Presence::kPresent, ""});
        }) == " round.not_open");
}

TEST_CASE("Decisions and contributions name a person, who is one record however often") {
  RegionOfRounds region;
  const auto id = region.opened("Bimtek I").round.id;
  const auto say = [&](MinuteKind kind, const std::string& text, const std::string& person) {
    return registry::add_minute(region.environment, region.by, region.region, id,
                                {kind, text, person, region.agency});
  };
  say(MinuteKind::kDecision, "Delapan quick win", "Budi Santoso");
  const auto entry = say(MinuteKind::kContribution, "Antrean daring", "budi  SANTOSO");
  REQUIRE(entry.round.minutes.size() == 2);
  CHECK(entry.round.minutes[0].person == entry.round.minutes[1].person);
  CHECK(region.name_of(entry, entry.round.minutes[0].person->uuid) == "Budi Santoso");
  CHECK(refusals_of([&] { say(MinuteKind::kDecision, "Tanpa nama", ""); }) ==
        "/person person.bad_text");
  CHECK(refusals_of([&] { say(MinuteKind::kDecision, "", "Budi Santoso"); }) ==
        "/minutes/2/text round.bad_text");
  CHECK(region.now(id).round.minutes.size() == 2);
}

TEST_CASE("A round is carried over to the next year without what happened in it") {
  RegionOfRounds region;
  auto round = region.planned("Bimtek I 2024");
  round.from = date("2024-02-29");
  round.to = date("2024-03");
  round.place = "Aula";
  round.agenda = {"Kondisi daerah"};
  round.products = {{"Berita acara", "BA 12/2024"}};
  const auto first = region.plan(round).round.id;
  auto next = region.planned("Bimtek II 2024");
  next.follows = first;
  const auto second = region.plan(next).round.id;
  const auto carry = [&](catalogue::RoundId id, const char* name) {
    return registry::carry_over(region.environment, region.by, region.region, id, name).round;
  };
  const auto carried = carry(first, "Bimtek I 2025");
  CHECK(carried.from == date("2025-02-28"));
  CHECK(carried.to == date("2025-03"));
  CHECK(carried.place == "Aula");
  CHECK(carried.agenda == round.agenda);
  CHECK(carried.products == std::vector<catalogue::ExpectedProduct>{{"Berita acara", ""}});
  CHECK(carried.carried_from == first);
  CHECK(carried.state == RoundState::kPlanned);
  CHECK_FALSE(carried.follows);
  CHECK(carry(second, "Bimtek II 2025").follows == carried.id);
}

TEST_CASE(
    "Who works in the region reads, planner and administrator write, presence is the planner's") {
  RegionOfRounds region;
  const auto id = region.opened("Bimtek I").round.id;
  const auto insider = region.contributor(region.agency);
  registry::Caller administrator;
  administrator.grants = {{catalogue::Role::kRegionAdministrator, region.region, std::nullopt}};
  CHECK(registry::round(region.environment, insider, region.region, id).round.name == "Bimtek I");
  CHECK(refusals_of([&] {
          registry::rounds(region.environment, registry::Caller::anonymous(), region.region);
        }) == " rights.read_internal");
  CHECK(refusals_of([&] {
          registry::add_round(region.environment, insider, region.planned("Bimtek II"));
        }) == " rights.choose");
  CHECK(registry::add_round(region.environment, administrator, region.planned("Bimtek II"))
            .round.name == "Bimtek II");
  CHECK(refusals_of([&] {
          registry::record_attendance(region.environment, administrator, region.region, id,
                                      {region.agency, Presence::kPresent, ""});
        }) == " rights.record_presence");
}

TEST_CASE("A change or step from an older revision is refused") {
  RegionOfRounds region;
  const auto entry = region.plan("Bimtek I");
  const auto id = entry.round.id;
  const auto change = [&] {
    return refusals_of([&] {
      registry::change_round(region.environment, region.by, region.region, id, {{"place", "Aula"}},
                             entry.revision);
    });
  };
  CHECK(change().empty());
  CHECK(change() == " round.changed_since");
  CHECK(refusals_of([&] {
          registry::open_round(region.environment, region.by, {region.region, id, entry.revision});
        }) == " round.changed_since");
  CHECK(refusals_of([&] {
          registry::round(region.environment, region.by, region.region,
                          {region.environment.new_uuid()});
        }) == " round.not_found");
}

TEST_CASE("Each refusal and word of rounds has its sentence") {
  for (const char* kind :
       {"round.not_found", "round.changed_since", "round.too_many", "round.bad_text",
        "round.long_text", "round.too_much", "round.ends_early", "round.follows_itself",
        "round.is_closed", "round.not_planned", "round.not_open", "round.before_not_closed",
        "round.product_missing", "round.is_frozen", "round.not_frozen", "person.several"}) {
    CAPTURE(kind);
    CHECK(tests::sentences().knows(kind));
  }
}

TEST_CASE("A name is a round's own within its region and its year") {
  RegionOfRounds region;
  auto round = region.planned("Bimtek I");
  round.from = date("2024-03-05");
  const auto first = region.plan(round);
  round.name = "  bimtek  i ";
  round.from = date("2024-09");
  CHECK(refusals_of([&] { region.plan(round); }) == "/name round.name_taken");
  round.from = date("2025-03-05");
  const auto next_year = region.plan(round);
  region.plan("Bimtek I");  // without a date
  CHECK(refusals_of([&] { region.plan("Bimtek I"); }) == "/name round.name_taken");
  CHECK(refusals_of([&] {
          registry::change_round(region.environment, region.by, region.region, next_year.round.id,
                                 {{"from", "2024-05-01"}}, next_year.revision);
        }) == "/name round.name_taken");
  CHECK(refusals_of([&] {
          registry::carry_over(region.environment, region.by, region.region, first.round.id,
                               "Bimtek I");
        }) == "/name round.name_taken");
  CHECK(registry::rounds(region.environment, region.by, region.region).size() == 3);
}
