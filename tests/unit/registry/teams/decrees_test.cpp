#include "pilah/registry/teams/decrees.hpp"

#include "support/catch.hpp"
#include "team_host.hpp"

using namespace pilah;
using catalogue::TeamKind;
using registry::DecreeState;
using tests::day;
using tests::insider;
using tests::refusals_of;
using tests::TeamHost;

namespace {

DecreeState state(TeamHost& host, const registry::DecreeEntry& decree, const char* on) {
  host.today = on;
  return registry::decree(host.environment, insider(), host.region, decree.decree.id).state;
}

registry::EvidenceUpload paper(const std::string& text) {
  auto given = std::make_shared<bool>(false);
  return {"sk.txt", "", [given, text]() -> std::string_view {
            return std::exchange(*given, true) ? std::string_view() : std::string_view(text);
          }};
}

}  // namespace

TEST_CASE("A decree is noted with its number, day, who signed it, and its term") {
  TeamHost host;
  const auto entry = host.note("188.45/1/2026");
  CHECK(entry.decree.number == "188.45/1/2026");
  CHECK(entry.signed_by == "Halikinnor");
  CHECK(entry.decree.office == "Bupati");
  CHECK(entry.state == DecreeState::kRuns);
  CHECK(registry::decrees(host.environment, insider(), host.region).size() == 1);
}

TEST_CASE("A decree runs from its first day to its last, both of them its own") {
  TeamHost host;
  const auto decree = host.note("1");
  CHECK(state(host, decree, "2025-12-31") == DecreeState::kNotBegun);
  CHECK(state(host, decree, "2026-01-01") == DecreeState::kRuns);
  CHECK(state(host, decree, "2026-12-31") == DecreeState::kRuns);
  CHECK(state(host, decree, "2027-01-01") == DecreeState::kOver);
  auto by_year = host.decree("2");
  by_year.from = day("2026");
  by_year.to = day("2027-06");
  host.today = "2026-06-15";
  const auto longer = host.note(by_year);
  CHECK(state(host, longer, "2025-12-31") == DecreeState::kNotBegun);
  CHECK(state(host, longer, "2026-01-01") == DecreeState::kRuns);
  CHECK(state(host, longer, "2027-06-30") == DecreeState::kRuns);
  CHECK(state(host, longer, "2027-07-01") == DecreeState::kOver);
  auto open = host.decree("3");
  open.to.reset();
  CHECK(state(host, host.note(open), "2099-01-01") == DecreeState::kRuns);
}

TEST_CASE("The next decree ends the one before on its own first day, and history stays") {
  TeamHost host;
  auto open = host.decree("lama");
  open.to.reset();
  const auto before = host.note(open);
  auto next = host.decree("baru");
  next.from = day("2026-07-01");
  next.to = day("2028-12-31");
  next.replaces = before.decree.id;
  const auto after = host.note(next);
  CHECK(state(host, before, "2026-06-30") == DecreeState::kRuns);
  CHECK(state(host, after, "2026-06-30") == DecreeState::kNotBegun);
  CHECK(state(host, before, "2026-07-01") == DecreeState::kReplaced);
  CHECK(state(host, after, "2026-07-01") == DecreeState::kRuns);
  const auto all = registry::decrees(host.environment, insider(), host.region);
  REQUIRE(all.size() == 2);
  CHECK(all[0].decree.number == "baru");
  CHECK(all[1].replaced_by == after.decree.id);
}

TEST_CASE("All teams of a replaced decree go on under the next one, or those that it names") {
  TeamHost host;
  const auto before = host.note("lama");
  const auto council = host.set_up(TeamKind::kCouncil, before);
  const auto executing = host.set_up(TeamKind::kExecutingTeam, before);
  auto next = host.decree("baru");
  next.from = day("2026-07-01");
  next.replaces = before.decree.id;
  next.teams = {council.team.id};
  const auto after = host.note(next);
  REQUIRE(after.teams.size() == 1);
  CHECK(after.teams[0].id == council.team.id);
  CHECK(host.now(council).team.decrees.size() == 2);
  CHECK(registry::decree(host.environment, insider(), host.region, before.decree.id).teams.size() ==
        2);
  host.today = "2026-07-01";
  CHECK_FALSE(host.now(council).why_not);
  REQUIRE(host.now(executing).why_not);
  CHECK(host.now(executing).why_not->kind == "team.decree.replaced");
  next = host.decree("ketiga");
  next.from = day("2027-01-01");
  next.to = day("2028-01-01");
  next.replaces = after.decree.id;
  CHECK(host.note(next).teams.size() == 1);
}

TEST_CASE("A wrong decree is refused with all that is wrong, and nothing is changed") {
  TeamHost host;
  const auto before = host.revision();
  registry::NewDecree wrong;
  wrong.signed_on = day("2026-06");
  CHECK(refusals_of([&] { host.note(wrong); }) ==
        "/number decree.bad_text\n/office decree.bad_text\n/signed_on decree.no_day\n"
        "/from decree.no_begin\n/signed_by decree.bad_text");
  wrong = host.decree("1");
  wrong.signed_on = day("2026-06-16");  // tomorrow
  wrong.to = day("2025-12");
  CHECK(refusals_of([&] { host.note(wrong); }) ==
        "/signed_on decree.no_day\n/to decree.ends_early");
  wrong = host.decree("1");
  wrong.teams.emplace();
  CHECK(refusals_of([&] { host.note(wrong); }) == "/teams decree.replaces_none");
  wrong.replaces = catalogue::DecreeId{host.environment.new_uuid()};
  CHECK(refusals_of([&] { host.note(wrong); }) == "/replaces decree.not_found");
  CHECK(host.revision() == before);
}

TEST_CASE("A number is there once, and a decree is replaced once, not from before its begin") {
  TeamHost host;
  const auto first = host.note("188.45/1");
  CHECK(refusals_of([&] { host.note("188.45/1"); }) == "/number decree.number_taken");
  auto next = host.decree("188.45/2");
  next.replaces = first.decree.id;
  next.from = day("2025-06-01");
  next.to = day("2027-01-01");
  CHECK(refusals_of([&] { host.note(next); }) == "/from decree.begins_before");
  next.from = day("2026-06-01");
  next.teams = {catalogue::TeamId{host.environment.new_uuid()}};
  CHECK(refusals_of([&] { host.note(next); }) == "/teams/0 decree.not_its_team");
  next.teams.reset();
  host.note(next);
  next.number = "188.45/3";
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.note(next); }) == "/replaces decree.replaced_already");
  CHECK(host.revision() == before);
}

TEST_CASE("What was mistyped in a decree is corrected from the revision that was read") {
  TeamHost host;
  const auto entry = host.note("188.45/1");
  const auto change = [&](const boost::json::object& patch, std::int64_t revision) {
    return registry::change_decree(host.environment, insider(), host.region, entry.decree.id, patch,
                                   revision);
  };
  const auto changed = change({{"number", "188.45/7"}, {"to", nullptr}}, entry.revision);
  CHECK(changed.decree.number == "188.45/7");
  CHECK_FALSE(changed.decree.to);
  CHECK(changed.decree.signed_by == entry.decree.signed_by);
  CHECK(refusals_of([&] { change({{"number", "8"}}, entry.revision); }) == " decree.changed_since");
  CHECK(refusals_of([&] {
          change({{"office", ""}}, changed.revision);
        }) == "/office decree.bad_text");
  CHECK(refusals_of([&] {
          change({{"replaces", "x"}}, changed.revision);
        }) == "/replaces json.unknown_key");
}

TEST_CASE("The paper of a decree is kept once, read by who works in the region, and verified") {
  TeamHost host;
  const auto id = host.note("1").decree.id;
  const auto keep = [&] {
    return registry::add_decree_file(host.environment, insider(), host.region, id,
                                     paper("Menetapkan dewan."));
  };
  CHECK(refusals_of([&] { registry::decree_file(host.environment, insider(), host.region, id); }) ==
        " decree.no_file");
  CHECK(keep().decree.file->file_name == "sk.txt");
  CHECK(refusals_of(keep) == " decree.file_there");
  const auto file = registry::decree_file(host.environment, insider(), host.region, id);
  std::string bytes;
  while (file.next(bytes)) {
  }
  CHECK(bytes == "Menetapkan dewan.");
  CHECK(host.environment.store.verify().findings.empty());
  CHECK(refusals_of([&] {
          registry::decree_file(host.environment, host.as("ani"), host.region, id);
        }) == " rights.read_internal");
}

TEST_CASE("Decrees are for those who choose to note, and for who works in the region to read") {
  TeamHost host;
  const auto mentor = tests::account(catalogue::Role::kMentor, "62.02");
  host.note("1");
  CHECK(registry::decrees(host.environment, mentor, host.region).size() == 1);
  CHECK(refusals_of([&] {
          registry::add_decree(host.environment, mentor, host.region, host.decree("2"));
        }) == " rights.choose");
  CHECK(refusals_of([&] { registry::decrees(host.environment, host.as("ani"), host.region); }) ==
        " rights.read_internal");
}
