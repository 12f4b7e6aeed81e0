#include "pilah/registry/rounds/round_comparison.hpp"

#include "region_of_rounds.hpp"
#include "support/catch.hpp"

using namespace pilah;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::RoundId;
using registry::EntryDifference;
using registry::EntryFate;
using registry::RoundComparison;
using tests::refusals_of;
using tests::RegionOfRounds;

namespace {

/// Four entries, frozen as Bimtek I.
struct Compared : RegionOfRounds {
  const InnovationId same = add("Tetap");
  const InnovationId mended = add("Diperbaiki");
  const InnovationId moved = add("Dipindah");
  const InnovationId ended = add("Berakhir");
  const RoundId first = frozen("Bimtek I");

  RoundId frozen(const std::string& name) {
    const auto id = plan(name).round.id;
    registry::freeze_round(environment, by, step(id), "");
    return id;
  }
  void change(InnovationId id, const std::function<void(Innovation&)>& change) {
    store.write({"tester"}, [&](store::Writer& writer) {
      auto entry = writer.find<Innovation>(region, id)->record;
      change(entry);
      writer.put(entry, "changed");
    });
  }
  /// Of each fate one.
  void go_on() {
    change(mended, [](Innovation& entry) { entry.benefit = "Lebih cepat."; });
    change(moved, [](Innovation& entry) {
      entry.mappings = {{"waste", true, {}, true, std::nullopt, ""}};
    });
    change(ended, [](Innovation& entry) { entry.status = catalogue::Status::kArchived; });
    add("Baru");
  }
  RoundComparison compared(RoundId round, const std::optional<RoundId>& other,
                           const registry::Caller& caller) {
    return registry::compare_rounds(environment, caller, region, round, other);
  }
  RoundComparison compared(RoundId round, const std::optional<RoundId>& other = {}) {
    return compared(round, other, by);
  }
};

std::vector<std::string> told(const RoundComparison& comparison) {
  std::vector<std::string> lines;
  for (const auto& one : comparison.differences) {
    std::string line = registry::kEntryFates[static_cast<std::size_t>(one.fate)];
    line += " " + one.name;
    for (const auto& field : one.fields) line += " " + field;
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("Between a round and now an entry is added, changed, mapped otherwise or gone") {
  Compared region;
  CHECK(region.compared(region.first).differences.empty());
  region.go_on();
  const auto comparison = region.compared(region.first);
  CHECK(told(comparison) == std::vector<std::string>{"added Baru", "changed Diperbaiki benefit",
                                                     "mapped_otherwise Dipindah", "gone Berakhir"});
  CHECK(comparison.totals == std::array<std::int64_t, 4>{1, 1, 1, 1});
  CHECK(comparison.from == "Bimtek I");
  CHECK(comparison.to.empty());
  const EntryDifference& moved = comparison.differences[2];
  CHECK(moved.areas_before == std::vector<std::string>{"health"});
  CHECK(moved.areas_after == std::vector<std::string>{"waste"});
  CHECK(moved.owner == "Dinas Uji");
}

TEST_CASE("What happens after the later round does not touch the comparison of two rounds") {
  Compared region;
  region.go_on();
  const auto second = region.frozen("Bimtek II");
  const auto before = told(region.compared(region.first, second));
  CHECK(before.size() == 4);
  region.change(region.same, [](Innovation& entry) { entry.benefit = "Kini berubah."; });
  region.change(region.mended, [](Innovation& entry) { entry.name = "Nama lain"; });
  region.add("Jauh kemudian");
  CHECK(told(region.compared(region.first, second)) == before);
  CHECK(told(region.compared(second)) == std::vector<std::string>{"added Jauh kemudian",
                                                                  "changed Nama lain name",
                                                                  "changed Tetap benefit"});
}

TEST_CASE("The earlier round comes first, whichever is named first") {
  Compared region;
  region.go_on();
  const auto second = region.frozen("Bimtek II");
  const auto comparison = region.compared(second, region.first);
  CHECK(comparison.from == "Bimtek I");
  CHECK(comparison.to == "Bimtek II");
  CHECK(told(comparison) == told(region.compared(region.first, second)));
}

TEST_CASE("What was changed and changed back is no difference") {
  Compared region;
  region.change(region.same, [](Innovation& entry) { entry.benefit = "Lebih cepat."; });
  region.change(region.same, [](Innovation& entry) { entry.benefit = "Lain lagi."; });
  Innovation original;
  region.store.read([&](store::Reader& reader) {
    original = reader.find<Innovation>(region.region, region.mended)->record;
  });
  region.change(region.same, [&](Innovation& entry) { entry.benefit = original.benefit; });
  CHECK(told(region.compared(region.first)).empty());
}

TEST_CASE("A suggestion that nobody confirmed maps nothing otherwise") {
  Compared region;
  region.change(region.same, [](Innovation& entry) {
    entry.mappings.push_back({"energy", false, {}, false, std::nullopt, ""});
  });
  CHECK(told(region.compared(region.first)).empty());
}

TEST_CASE("An entry that was archived and comes back is added") {
  Compared region;
  region.change(region.ended,
                [](Innovation& entry) { entry.status = catalogue::Status::kArchived; });
  const auto second = region.frozen("Bimtek II");
  region.change(region.ended,
                [](Innovation& entry) { entry.status = catalogue::Status::kVerified; });
  CHECK(told(region.compared(second)) == std::vector<std::string>{"added Berakhir"});
}

TEST_CASE("An agency is told of its own entries whole, of others what the region publishes") {
  Compared region;
  const auto other = region.contributor(region.agency);
  region.change(region.mended, [](Innovation& entry) { entry.risks = "Belum diterbitkan."; });
  region.add("Draf orang lain",
             [](Innovation& entry) { entry.status = catalogue::Status::kDraft; });
  CHECK(told(region.compared(region.first, {}, region.by)).size() == 2);
  CHECK(told(region.compared(region.first, {}, other)).empty());
  CHECK(refusals_of([&] { region.compared(region.first, {}, registry::Caller::anonymous()); }) ==
        " rights.read_internal");
}

TEST_CASE("A round that is not frozen, or none, is not compared") {
  Compared region;
  const auto open = region.plan("Bimtek II").round.id;
  CHECK(refusals_of([&] { region.compared(open); }) == " round.not_frozen");
  CHECK(refusals_of([&] { region.compared(region.first, open); }) == " round.not_frozen");
  CHECK(refusals_of([&] { region.compared({region.environment.new_uuid()}); }) ==
        " round.not_found");
}
