#include "pilah/registry/monitoring/stages.hpp"

#include <stdexcept>
#include <string>

#include "support/catch.hpp"
#include "support/registry_data.hpp"

using pilah::catalogue::RegionCode;
using pilah::registry::progress_in;
using pilah::registry::Stages;
using pilah::tests::registry_data;

namespace {

const auto kRegion = *RegionCode::parse("13.11");

std::string document(const std::string& stages, const std::string& regions = "{}") {
  return R"({"stages": [)" + stages + R"(], "regions": )" + regions + "}";
}
std::string stage(const std::string& key, int start, int width) {
  return R"({"key": ")" + key + R"(", "name": {"id": "a", "en": "a"}, "start": )" +
         std::to_string(start) + R"(, "width": )" + std::to_string(width) + "}";
}

}  // namespace

TEST_CASE("The shipped stages lead from 0 to 100 percent, as Kota Bogor weighed them in 2017") {
  const auto shipped = Stages::read(registry_data("stages.json"));
  const auto& stages = shipped.of(kRegion);
  REQUIRE(stages.size() == 6);
  CHECK(stages.front().start == 0);
  CHECK(stages[3].key == "building");
  CHECK(stages[3].start == 45);
  CHECK(stages[3].width == 20);
  CHECK(progress_in(stages.back(), 100).value == 1'000'000);
}

TEST_CASE("Progress is the start of the stage and the share of its width, exactly") {
  const auto shipped = Stages::read(registry_data("stages.json"));
  const auto& stages = shipped.of(kRegion);
  CHECK(progress_in(stages[2], 50).value == 375'000);  // 30 + 15 x 50 / 100 = 37.5
  CHECK(progress_in(stages[0], 1).value == 1'500);
  for (std::size_t i = 1; i < stages.size(); ++i) {
    CHECK(progress_in(stages[i - 1], 100) == progress_in(stages[i], 0));
  }
}

TEST_CASE("A region's own stages take the place of the usual ones") {
  const auto read =
      Stages::read(document(stage("one", 0, 100), R"({"16.02": [)" + stage("half", 0, 50) + "," +
                                                      stage("whole", 50, 50) + "]}"));
  CHECK(read.of(kRegion).size() == 1);
  CHECK(read.of(*RegionCode::parse("16.02")).back().key == "whole");
}

TEST_CASE("Stages with a gap, without an end, without words or named twice are refused") {
  for (const auto& wrong :
       {document(stage("a", 0, 50) + "," + stage("b", 60, 40)), document(stage("a", 0, 50)),
        document(stage("", 0, 100)), document(stage("a", 0, 50) + "," + stage("a", 50, 50)),
        document(stage("a", 0, 100) + "," + stage("b", 100, 0)), document(""),
        document(stage("a", 0, 100), R"({"x": []})")}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(Stages::read(wrong), std::invalid_argument);
  }
}
