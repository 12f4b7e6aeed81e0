// Searches beside changes and merges.
#include <algorithm>
#include <atomic>
#include <thread>

#include "pilah/search/region_index.hpp"
#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::search;
using namespace pilah::tests;

TEST_CASE("Whoever searches while innovations change sees one revision, whole") {
  constexpr std::uint32_t kInnovations = 300;
  constexpr std::int64_t kRounds = 60;
  Index index(stemming(), taxonomy());
  // In round r all innovations are changed at once, to be found by "ronde<r>" alone.
  const auto change_all = [&index](std::int64_t round) {
    std::vector<Change> changes;
    for (std::uint32_t i = 0; i < kInnovations; ++i) {
      auto innovation = named(i, "ronde" + std::to_string(round) + " nomor" + std::to_string(i));
      changes.push_back({innovation.id, std::move(innovation), round});
    }
    index.apply(region(), changes, round);
  };
  change_all(1);
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0};
  const auto search_on = [&] {
    while (!done) {
      auto query = whole_region();
      query.facets = {Facet::kStatus};
      query.limit = 1'000;
      const auto all = index.search(query);
      if (all.total != kInnovations || all.hits.size() != kInnovations) ++wrong;
      if (all.facets.front().values.front().count != kInnovations) ++wrong;
      query.text = "ronde" + std::to_string(all.current_to.front().second) + " ";
      const auto round = index.search(query);
      const bool same = round.current_to == all.current_to;
      if (same && round.total != kInnovations) ++wrong;
    }
  };
  std::thread first(search_on);
  std::thread second(search_on);
  std::thread compacting([&] {
    while (!done) index.compact(region());
  });
  for (std::int64_t round = 2; round <= kRounds; ++round) change_all(round);
  done = true;
  first.join();
  second.join();
  compacting.join();
  CHECK(wrong == 0);
  CHECK(index.size().innovations == kInnovations);
}

TEST_CASE("What changes while segments are merged is changed afterwards") {
  RegionIndex index(stemming(), taxonomy());
  std::int64_t revision = 0;
  const auto apply = [&](std::uint32_t first, std::uint32_t end, const char* name) {
    std::vector<Change> changes;
    for (std::uint32_t i = first; i < end; ++i) {
      Change change{innovation_id(i), std::nullopt, ++revision};
      if (*name != '\0') change.innovation = named(i, name);
      changes.push_back(std::move(change));
    }
    index.apply(changes, revision);
  };
  for (std::uint32_t i = 0; i < 4; ++i) apply(i * 1'000, (i + 1) * 1'000, "lama");
  auto merge = index.merge();
  REQUIRE(merge);
  CHECK(merge->before.size() == 4);
  apply(500, 1'500, "baru");  // changed, in two of the old segments
  apply(2'000, 2'010, "");    // removed
  apply(3'000, 4'000, "");    // a whole one of them
  index.install(*std::move(merge));

  std::size_t live = 0;
  std::size_t changed = 0;
  for (const auto& segment : index.snapshot()->segments) {
    CHECK(segment.live_count == segment.live->count());
    live += segment.live_count;
    if (const auto word = segment.segment->words.keys().find("baru")) {
      segment.segment->words.each_list(*word, [&](std::size_t, const DocumentList& list) {
        changed += list.count_in(*segment.live);
      });
    }
  }
  CHECK(live == 4'000 - 10 - 1'000);
  CHECK(changed == 1'000);
}

TEST_CASE("Few segments are left, however changes come, and little of what is gone") {
  Index index(stemming(), taxonomy());
  std::int64_t revision = 0;
  for (int round = 0; round < 4; ++round) {
    for (std::uint32_t i = 0; i < 5'000; ++i) {
      auto innovation = named(i, "ronde " + std::to_string(round) + " " + std::to_string(i));
      const Change change{innovation.id, std::move(innovation), ++revision};
      index.apply(region(), {&change, 1}, revision);
    }
    while (index.compact(region())) {
    }
  }
  const auto size = index.size();
  CHECK(size.innovations == 5'000);
  CHECK(size.segments <= 24);
  const auto bytes = size.bytes;
  Index fresh(stemming(), taxonomy());
  std::vector<Change> changes;
  for (std::uint32_t i = 0; i < 5'000; ++i) {
    auto innovation = named(i, "ronde 3 " + std::to_string(i));
    changes.push_back({innovation.id, std::move(innovation), i + 1});
  }
  fresh.apply(region(), changes, 1);
  CHECK(bytes < fresh.size().bytes * 2);
}
