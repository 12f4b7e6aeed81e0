// The index against the naive one: random changes, random queries.
#include <cstdlib>

#include "drawn_innovations.hpp"
#include "naive_index.hpp"
#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::search;
using namespace pilah::tests;

namespace {

/// Both, changed alike.
class Twins {
 public:
  explicit Twins(std::uint32_t seed, std::uint32_t ids)
      : draw_(seed), ids_(ids), index_(stemming(), taxonomy()) {}

  /// Some innovations come, some change, some go.
  void change() {
    std::map<std::uint32_t, Change> changes;
    for (std::size_t i = draw_.below(draw_.one_in(8) ? 120 : 6); i > 0; --i) {
      const auto number = static_cast<std::uint32_t>(draw_.below(ids_));
      Change change{innovation_id(number), std::nullopt, ++revision_};
      if (!draw_.one_in(5)) change.innovation = draw_.innovation(number);
      changes[number] = std::move(change);
    }
    std::vector<Change> all;
    for (auto& [number, change] : changes) {
      if (change.innovation) {
        naive_.put(*change.innovation, change.revision);
      } else {
        naive_.remove(change.id);
      }
      all.insert(all.begin() + static_cast<std::ptrdiff_t>(draw_.below(all.size() + 1)),
                 std::move(change));
    }
    index_.apply(region(), all, revision_);
    if (draw_.one_in(4)) index_.compact(region());
  }

  /// Every page of a query, at most five, and what stands beside them.
  void ask() {
    auto query = draw_.query();
    if (draw_.one_in(4)) {
      Among& among = query.among.emplace();
      among.except = draw_.one_in(2);
      for (std::uint32_t id = 0; id < ids_; ++id) {  // some of which are not there
        if (draw_.one_in(3)) among.ids.push_back(innovation_id(id));
      }
    }
    CAPTURE(query.text, static_cast<int>(query.sort), query.limit);
    std::optional<Place> after;
    for (int page = 0; page < 5; ++page) {
      const auto answer = index_.search(query);
      const auto expected = naive_.search(query, after);
      REQUIRE(answer.total == expected.total);
      REQUIRE(answer.corrections == expected.corrections);
      REQUIRE(answer.facets == expected.facets);
      REQUIRE(answer.hits == expected.hits);
      REQUIRE(answer.next.empty() == expected.next.empty());
      REQUIRE(answer.current_to.front().second == revision_);
      if (answer.next.empty()) return;
      query.after = answer.next;
      after = read_place(answer.next, query.sort);
    }
  }

  const Index& index() const { return index_; }
  std::size_t size() const { return naive_.size(); }

 private:
  Draw draw_;
  std::uint32_t ids_;
  Index index_;
  NaiveIndex naive_;
  std::int64_t revision_ = 0;
};

}  // namespace

TEST_CASE("Whatever is put in, changed and removed, every answer is the naive one's") {
  const bool is_long = std::getenv("PILAH_LONG_TESTS") != nullptr;
  const std::uint32_t seeds = is_long ? 60 : 6;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    Twins twins(seed, seed % 2 == 0 ? 40 : 400);
    for (int step = 0; step < 60; ++step) {
      CAPTURE(step);
      twins.change();
      for (int question = 0; question < 6; ++question) twins.ask();
    }
    CHECK(twins.index().size().innovations == twins.size());
  }
}
