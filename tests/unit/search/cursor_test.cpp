#include "pilah/search/cursor.hpp"

#include <random>

#include "pilah/catalogue/refusal.hpp"
#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::search;
using namespace pilah::tests;

TEST_CASE("A place is read as it was written, in its own order alone") {
  const auto id = innovation_id(77);
  const std::vector<std::pair<Sort, Place>> places = {
      {Sort::kName, {"antrean puskesmas", std::nullopt, id}},
      {Sort::kName, {"", std::nullopt, id}},
      {Sort::kRelevance, {"", 24, id}},
      {Sort::kChanged, {"", 9'000'000'000, id}},
      {Sort::kBudget, {"", std::nullopt, id}},
      {Sort::kApplied, {"", 20'240'500, id}},
  };
  for (const auto& [sort, place] : places) {
    const auto text = written(place, sort);
    CAPTURE(text);
    CHECK(read_place(text, sort) == place);
    for (const auto& [other, ignored] : places) {
      if (other != sort) CHECK_THROWS_AS(read_place(text, other), catalogue::Refusal);
    }
  }
}

TEST_CASE("What is no place is refused, whatever it is") {
  const std::string good = written({"ab", std::nullopt, innovation_id(1)}, Sort::kName);
  for (const std::string& text :
       {std::string("x"), std::string("-"), good.substr(1), good + "0", "A" + good,
        std::string(10'000, '0') + good, good.substr(0, good.size() - 2)}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read_place(text, Sort::kName), catalogue::Refusal);
  }
  CHECK_THROWS_AS(read_place("R99999999999999999999" + good.substr(4), Sort::kRelevance),
                  catalogue::Refusal);
  // A number has one way to be written (found by fuzz_cursor).
  for (const char* number : {"R007", "R-0", "R+7"}) {
    CAPTURE(number);
    CHECK_THROWS_AS(read_place(number + good.substr(4), Sort::kRelevance), catalogue::Refusal);
  }
}

TEST_CASE("Any bytes are a place or refused") {
  constexpr std::uint32_t kSeed = 5;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  const std::string good = written({"", 12, innovation_id(1)}, Sort::kChanged);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = good;
    for (std::size_t change = random() % 4; change < 4; ++change) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    for (const Sort sort : {Sort::kRelevance, Sort::kName, Sort::kChanged}) {
      try {
        const auto place = read_place(text, sort);
        REQUIRE(read_place(written(place, sort), sort) == place);
      } catch (const catalogue::Refusal& refusal) {
        REQUIRE(refusal.messages().front().kind == "search.bad_cursor");
      }
    }
  }
}
