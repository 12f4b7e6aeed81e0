#include "pilah/search/segment/sorted_strings.hpp"

#include <random>
#include <set>

#include "support/catch.hpp"

using namespace pilah::search;

namespace {

SortedStrings built(const std::set<std::string>& strings) {
  SortedStrings::Builder builder;
  for (const auto& each : strings) builder.add(each);
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("Sorted strings are found, missed and gone through as a set's are") {
  constexpr std::uint32_t kSeed = 11;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 400U}) {
    std::set<std::string> expected;
    const auto drawn = [&random] {
      std::string text(random() % 6, 'a');
      for (auto& c : text) c = static_cast<char>('a' + random() % 3);
      return random() % 50 == 0 ? text + std::string(200, '\xC3') : text;
    };
    for (std::size_t i = 0; i < count * 3 && expected.size() < count; ++i) expected.insert(drawn());
    const auto strings = built(expected);
    REQUIRE(strings.size() == expected.size());

    SortedStrings::Cursor cursor(strings);
    std::size_t place = 0;
    for (const auto& each : expected) {
      REQUIRE(cursor.text() == each);
      REQUIRE(cursor.place() == place);
      REQUIRE(strings.at(place) == each);
      REQUIRE(strings.find(each) == place);
      cursor.next();
      ++place;
    }
    CHECK(cursor.at_end());
    for (int i = 0; i < 300; ++i) {
      const std::string text = drawn();
      const auto at = expected.lower_bound(text);
      REQUIRE(strings.seek(text).place() ==
              static_cast<std::size_t>(std::distance(expected.begin(), at)));
      REQUIRE(strings.find(text).has_value() == (expected.count(text) > 0));
    }
    CHECK(strings.seek("z").at_end());
  }
}

TEST_CASE("The empty string and the longest one are strings like others") {
  const std::string longest(SortedStrings::Builder::kLongest, 'x');
  const auto strings = built({"", "x", longest});
  CHECK(strings.at(0).empty());
  CHECK(strings.find("") == 0U);
  CHECK(strings.at(2) == longest);
}
