#include "pilah/search/segment/scores.hpp"

#include <algorithm>
#include <random>

#include "support/catch.hpp"

using namespace pilah::search;

TEST_CASE("Scores kept bit by bit are the sums, in their order, from any place on") {
  constexpr std::uint32_t kSeed = 31;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  for (const std::size_t size : {1U, 64U, 200U, 1'000U}) {
    Scores scores(size);
    std::vector<std::uint32_t> sums(size);
    for (int round = 0; round < 12; ++round) {
      const auto weight = static_cast<std::uint32_t>(random() % 20);
      DocumentSet some(size);
      for (std::size_t i = 0; i < size; ++i) {
        if (random() % 3 != 0) continue;
        some.add(i);
        sums[i] += weight;
      }
      scores.add(some, weight);
    }
    DocumentSet asked(size);
    std::vector<Document> order;
    for (std::size_t i = 0; i < size; ++i) {
      REQUIRE(scores.of(static_cast<Document>(i)) == sums[i]);
      if (random() % 4 == 0) continue;
      asked.add(i);
      order.push_back(static_cast<Document>(i));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&sums](Document a, Document b) { return sums[a] > sums[b]; });
    for (const std::size_t count : {std::size_t{1}, std::size_t{7}, size, 2 * size}) {
      const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(count, order.size()));
      REQUIRE(scores.first(asked, count) == std::vector<Document>(order.begin(), end));
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
      const auto behind = scores.behind(asked, sums[order[at]], order[at]);
      REQUIRE(behind.count() == order.size() - at - 1);
      REQUIRE(
          scores.first(behind, size) ==
          std::vector<Document>(order.begin() + static_cast<std::ptrdiff_t>(at) + 1, order.end()));
    }
    CHECK(scores.behind(asked, 1'000'000, -1).count() == asked.count());
    CHECK(scores.behind(asked, 0, static_cast<std::int64_t>(size)).empty());
  }
}
