#include "pilah/registry/panels/scales.hpp"

#include <stdexcept>

#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah;
using registry::Scales;

namespace {

catalogue::RegionCode code(const char* text) { return *catalogue::RegionCode::parse(text); }

}  // namespace

TEST_CASE("Every criterion that rules have a column for is described, 0 to 4, in two languages") {
  const auto scales = Scales::read(tests::registry_data("scales.json"));
  std::string keys;
  for (const auto& criterion : scales.criteria(code("13.11"))) keys += criterion.key + " ";
  CHECK(keys == "leverage felt novelty survivability opportunity potential ");
  CHECK(scales.far_apart() == 2);
  CHECK(scales.agreement().reliable == 800'000);
}

TEST_CASE("A region's own words stand in the place of the usual ones, in that region alone") {
  const auto scales = Scales::read(tests::registry_data("scales.json"));
  const auto usual = scales.criteria(code("13.11"));
  const auto own = scales.criteria(code("16.02"));
  REQUIRE(own.size() == usual.size());
  CHECK(own[4].title.id == "Tatanan peluang");
  CHECK(usual[4].title.id == "Peluang");
  CHECK(own[0] == usual[0]);
}

TEST_CASE("A scale without all its steps is refused") {
  CHECK_THROWS_AS(Scales::read(R"({"far_apart": 2, "regions": {},
    "agreement": {"reliable": 800000, "tentative": 667000},
    "criteria": [{"key": "felt", "title": {"id": "a", "en": "b"},
                  "steps": [{"id": "a", "en": "b"}]}]})"),
                  std::invalid_argument);
  CHECK_THROWS_AS(Scales::read("{}"), std::invalid_argument);
}
