#include "pilah/catalogue/taxonomy.hpp"

#include <stdexcept>

#include "support/catch.hpp"
#include "support/registry_data.hpp"

using pilah::catalogue::Taxonomy;

namespace {

const Taxonomy& taxonomy() {
  static const auto read = Taxonomy::read(pilah::tests::registry_data("taxonomy.json"));
  return read;
}

}  // namespace

TEST_CASE("There are six dimensions with three areas each") {
  CHECK(taxonomy().dimensions().size() == 6);
  CHECK(taxonomy().areas().size() == 18);
  for (const auto& dimension : taxonomy().dimensions()) {
    int areas = 0;
    for (const auto& area : taxonomy().areas()) areas += area.dimension == dimension.key ? 1 : 0;
    CAPTURE(dimension.key);
    CHECK(areas == 3);
  }
}

TEST_CASE("A dimension is found by key, name or alias, and an alias is told") {
  CHECK(taxonomy().find_dimension("smart-living").dimension == "smart-living");
  CHECK_FALSE(taxonomy().find_dimension("SMART LIVING").by_alias);
  const auto people = taxonomy().find_dimension("Smart People");
  CHECK(people.dimension == "smart-society");
  CHECK(people.by_alias);
  const auto mobility = taxonomy().find_dimension("Smart Mobility");
  CHECK(mobility.dimension == "smart-living");
  CHECK(mobility.area == "mobility");
  CHECK(mobility.by_alias);
}

TEST_CASE("A level word and a number in front of a name say nothing more") {
  for (const char* words :
       {"Dimensi Smart Economy", "Pilar 3: Smart Economy", "dimensi smart_economy"}) {
    CAPTURE(words);
    CHECK(taxonomy().find_dimension(words).dimension == "smart-economy");
  }
}

TEST_CASE("An area is found in Indonesian and English") {
  CHECK(taxonomy().find_area("health").area == "health");
  CHECK(taxonomy().find_area("Sarana Transportasi").area == "mobility");
  CHECK(taxonomy().find_area("health").dimension == "smart-living");
}

TEST_CASE("What names nothing is not guessed") {
  CHECK_FALSE(taxonomy().find_dimension("smart"));
  CHECK_FALSE(taxonomy().find_area(""));
  CHECK_FALSE(taxonomy().find_area("kesehatan hewan peliharaan"));
}

TEST_CASE("A taxonomy with a word of two meanings, or an area in no dimension, is refused") {
  const auto reading = [](const char* areas) {
    return Taxonomy::read(std::string(R"({"dimensions":[
      {"key":"a","name":{"id":"A","en":"A"}},{"key":"b","name":{"id":"B","en":"B"}}],
      "level_words":{},"areas":)") +
                          areas + "}");
  };
  CHECK_THROWS_AS(reading(R"([{"key":"x","dimension":"c","name":{"id":"X","en":"X"}}])"),
                  std::invalid_argument);
  CHECK_THROWS_AS(reading(R"([{"key":"x","dimension":"a","name":{"id":"X","en":"Z"}},
                              {"key":"y","dimension":"b","name":{"id":"Y","en":"Z"}}])"),
                  std::invalid_argument);
}
