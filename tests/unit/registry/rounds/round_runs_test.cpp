#include "pilah/registry/rounds/round_runs.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "region_of_rounds.hpp"
#include "support/catch.hpp"

using namespace pilah;
using catalogue::InnovationId;
using catalogue::RoundId;
using catalogue::SelectionRecord;
using registry::RoundRun;
using tests::refusals_of;
using tests::RegionOfRounds;

using List = std::vector<std::string>;

namespace {

/// A round in which sets of two entries are chosen.
struct ChosenIn : RegionOfRounds {
  const InnovationId first = add("Anyaman");
  const InnovationId second = add("Bersih");
  const RoundId round = plan("Bimtek IV").round.id;

  /// As select() would store it.
  SelectionRecord run(const std::vector<InnovationId>& chosen, std::int64_t score) {
    SelectionRecord record;
    record.id = {environment.new_uuid()};
    record.region = region;
    record.name = "Delapan";
    record.as_of = "2024-06-15";
    record.plugins = {{"r", "1.0.0", "aa"}};
    record.scenario = {
        {"name", "Delapan"}, {"round", round.text()}, {"count", boost::json::object{{"max", 2}}}};
    boost::json::array selected;
    for (const auto& id : chosen) selected.emplace_back(id.text());
    record.result = {{"status", "optimal"}, {"selected", selected}, {"score", score}};
    store.read([&](store::Reader& reader) { record.catalogue_revision = reader.revision(region); });
    return record;
  }
  void keep(const SelectionRecord& record) {
    store.write({by.actor}, [&](store::Writer& writer) { writer.put(record, "selected"); });
  }
  std::vector<RoundRun> runs() { return registry::round_runs(environment, by, region, round).runs; }
};

List names(const std::vector<registry::RunCandidate>& candidates) {
  List all;
  for (const auto& one : candidates) all.push_back(one.name);
  return all;
}

}  // namespace

TEST_CASE(
    "The selections of a round are told in order, those of other rounds and of none are not") {
  ChosenIn region;
  region.keep(region.run({region.first}, 700'000));
  auto other = region.run({region.second}, 600'000);
  other.scenario["round"] = region.plan("Bimtek III").round.id.text();
  region.keep(other);
  auto none = region.run({region.second}, 500'000);
  none.scenario.erase("round");
  none.name = "\"round\":\"" + region.round.text() + "\"";  // which only looks like it
  region.keep(none);
  region.keep(region.run({region.second}, 800'000));
  const auto runs = region.runs();
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].score == 700'000);
  CHECK_FALSE(runs[0].since);
  CHECK(runs[0].chosen == List{region.first.text()});
  CHECK(runs[0].as_of == "2024-06-15");
  CHECK(runs[0].status == "optimal");
  CHECK_FALSE(runs[0].by.empty());
  REQUIRE(runs[1].since);
  CHECK(names(runs[1].since->enter) == List{"Bersih"});
  CHECK(names(runs[1].since->leave) == List{"Anyaman"});
  CHECK(runs[1].since->points == 100'000);
}

TEST_CASE("A run of the same inputs says so") {
  ChosenIn region;
  region.keep(region.run({region.first}, 1));
  region.keep(region.run({region.first}, 1));
  const auto since = *region.runs()[1].since;
  CHECK(since.same_inputs());
  CHECK(since.enter.empty());
  CHECK(since.points == 0);
}

TEST_CASE("What a run was made of is told where it differs from the one before") {
  ChosenIn region;
  region.keep(region.run({region.first}, 1));
  region.store.write({"tester"}, [&](store::Writer& writer) {
    auto entry = writer.find<catalogue::Innovation>(region.region, region.second)->record;
    entry.benefit = "Lebih cepat.";
    writer.put(entry, "changed");
  });
  auto next = region.run({region.first, region.second}, 2);
  next.scenario["count"].as_object()["max"] = 3;
  next.plugins = {{"r", "1.1.0", "bb"}, {"s", "2.0.0", "cc"}};
  next.as_of = "2024-07-01";
  region.keep(next);
  const auto since = *region.runs()[1].since;
  CHECK_FALSE(since.same_inputs());
  REQUIRE(since.scenario.size() == 1);
  CHECK(since.scenario[0].part == "/count/max");
  REQUIRE(since.plugins.size() == 2);
  CHECK(since.plugins[0].before == "1.0.0");
  CHECK(since.plugins[0].after == "1.1.0");
  CHECK(since.plugins[1].id == "s");
  CHECK(since.plugins[1].before.empty());
  CHECK(since.other_day);
  CHECK(since.catalogue.totals == std::array<std::int64_t, 4>{0, 1, 0, 0});
  CHECK(since.catalogue.differences.at(0).name == "Bersih");
}

TEST_CASE("Another library of the same version is told") {
  ChosenIn region;
  region.keep(region.run({}, 0));
  auto next = region.run({}, 0);
  next.plugins[0].digest = "ff";
  region.keep(next);
  const auto since = *region.runs()[1].since;
  REQUIRE(since.plugins.size() == 1);
  CHECK(since.plugins[0].other_build);
}

TEST_CASE("A run without a set has no points to compare, and its candidates came or went") {
  ChosenIn region;
  region.keep(region.run({region.first}, 5));
  auto none = region.run({}, 0);
  none.result = {{"status", "infeasible"}, {"selected", nullptr}, {"score", nullptr}};
  region.keep(none);
  const auto runs = region.runs();
  CHECK_FALSE(runs[1].score);
  CHECK_FALSE(runs[1].since->points);
  CHECK(names(runs[1].since->leave) == List{"Anyaman"});
}

TEST_CASE("Runs are for who sees the whole region, of a round that there is") {
  ChosenIn region;
  CHECK(refusals_of([&] {
          registry::round_runs(region.environment, registry::Caller::anonymous(), region.region,
                               region.round);
        }) != "");
  CHECK(refusals_of([&] {
          registry::round_runs(region.environment, region.by, region.region, RoundId{});
        }).find("round.not_found") != std::string::npos);
}

TEST_CASE("Of very many runs the last are told, and how many are left out") {
  ChosenIn region;
  for (std::size_t i = 0; i < registry::kMostRuns + 3; ++i) {
    region.keep(region.run({region.first}, static_cast<std::int64_t>(i)));
  }
  const auto told =
      registry::round_runs(region.environment, region.by, region.region, region.round);
  CHECK(told.left_out == 3);
  REQUIRE(told.runs.size() == registry::kMostRuns);
  CHECK(told.runs.front().score == 3);
  CHECK(told.runs.front().since->points == 1);
}
