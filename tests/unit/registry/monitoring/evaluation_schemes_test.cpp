#include "pilah/registry/monitoring/evaluation_schemes.hpp"

#include <stdexcept>
#include <string>

#include "support/catch.hpp"
#include "support/registry_data.hpp"

using pilah::catalogue::PartialDate;
using pilah::catalogue::RegionCode;
using pilah::registry::EvaluationSchemes;
using pilah::tests::registry_data;

namespace {

const auto kRegion = *RegionCode::parse("13.11");
const auto kToday = *PartialDate::parse("2026-04-10");

std::string scheme(const std::string& key, const std::string& from, int weight = 10) {
  return R"({"key": ")" + key + R"(", "name": {"id": "a", "en": "a"}, "valid_from": ")" + from +
         R"(", "scale": 4, "parts": [{"key": "output", "title": {"id": "a", "en": "a"},
             "weight": )" +
         std::to_string(weight) + R"(, "measure": "progress"}]})";
}
std::string document(const std::string& schemes, const std::string& regions = "{}") {
  return R"({"schemes": [)" + schemes + R"(], "regions": )" + regions + "}";
}

}  // namespace

TEST_CASE("The shipped scheme of 2021 has the five parts with 10, 20, 30, 20 and 20") {
  const auto schemes = EvaluationSchemes::read(registry_data("evaluation_schemes.json"));
  const auto usual = schemes.find(kRegion, "", kToday);
  REQUIRE(usual);
  CHECK(usual->key == "2021");
  CHECK(usual->scale == 4);
  std::string weights;
  for (const auto& part : usual->parts)
    weights += part.key + " " + std::to_string(part.weight) + "\n";
  CHECK(weights == "baseline 10\noutput 20\noutcome 30\nimpact 20\nquick-win 20\n");
  const auto other = schemes.find(kRegion, "impact-30", kToday);
  REQUIRE(other);
  CHECK_FALSE(other->valid_from);  // the source does not say of which year it is
}

TEST_CASE("The newest scheme that is valid on the day is the usual one, others go by key") {
  const auto schemes = EvaluationSchemes::read(document(
      scheme("a", "2021-01-01") + "," + scheme("b", "2025") + "," + scheme("c", "2027-01-01")));
  CHECK(schemes.find(kRegion, "", kToday)->key == "b");
  CHECK(schemes.find(kRegion, "", *PartialDate::parse("2024-12-31"))->key == "a");
  CHECK(schemes.find(kRegion, "c", kToday)->key == "c");
  CHECK_FALSE(schemes.find(kRegion, "d", kToday));
  CHECK_FALSE(schemes.find(kRegion, "", *PartialDate::parse("2020-12-31")));
}

TEST_CASE("A region's own scheme takes the place of the usual one with its key") {
  const auto schemes =
      EvaluationSchemes::read(document(scheme("a", "2021-01-01") + "," + scheme("b", "2021-01-01"),
                                       R"({"13.11": [)" + scheme("a", "2022-01-01", 99) + "]}"));
  CHECK(schemes.of(kRegion).size() == 2);
  CHECK(schemes.find(kRegion, "a", kToday)->parts[0].weight == 99);
  CHECK(schemes.find(*RegionCode::parse("16.02"), "a", kToday)->parts[0].weight == 10);
}

TEST_CASE("A scheme that is not whole is refused") {
  for (const auto& wrong : {document(scheme("", "2021")), document(scheme("a", "2021", 0)),
                            document(scheme("a", "2021") + "," + scheme("a", "2022")),
                            document(scheme("a", "2021"), R"({"x": []})"),
                            document(R"({"key": "a", "name": {"id": "a", "en": "a"}, "scale": 4})"),
                            document(R"({"key": "a", "measure": "guess"})")}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(EvaluationSchemes::read(wrong), std::invalid_argument);
  }
}
