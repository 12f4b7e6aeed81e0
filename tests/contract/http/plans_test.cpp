// Plans, linking to them, and what carries them out.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";

const char* const kFirst = R"({"plans": [{"kind": "rpjmd", "name": "RPJMD", "period": [2021, 2026],
  "items": [{"code": "2.11.11", "name": "Program Sampah"},
            {"code": "1.02.02", "name": "Program Kesehatan"}]}]})";

}  // namespace

TEST_CASE("Plans come in, an innovation is linked, and coverage tells what is left") {
  ApiClient api;
  const auto id = api.add_innovation("Bank Sampah", api.add_organisation("DLH"), "waste");
  const auto report = api.send("PUT", kRegion + "/plans", kFirst);
  REQUIRE(report.status == 200);
  CHECK(json_of(report).at("plans_added") == 1);
  CHECK(json_of(api.send("PUT", kRegion + "/plans", kFirst)).at("plans_unchanged") == 1);
  const auto plans = json_of(api.get(kRegion + "/plans")).at("plans");
  const std::string item(plans.at(0).at("items").at(0).at("id").as_string());
  const auto before = json_of(api.get(kRegion + "/coverage/plans"));
  CHECK(before.at("without_programme").as_array().size() == 1);
  const std::string links = "/api/v1/innovations/" + id + "/plan-links";
  CHECK(api.send("PUT", links, R"({"item": ")" + item + R"("})").status == 200);
  const auto after = json_of(api.get(kRegion + "/coverage/plans"));
  CHECK(after.at("without_programme").as_array().empty());
  CHECK(after.at("programmes").at(1).at("name") == "Program Sampah");
  CHECK(after.at("programmes").at(1).at("innovations") == 1);
  CHECK(errors_of(api.send("PUT", links, R"({"item": "01a22867-f5d8-7fca-a507-21b35adbfe36"})")) ==
        "/item plan.no_such_item");
  // An edition without the programme that is linked to.
  const auto refused = api.send("PUT", kRegion + "/plans", R"({"plans": [{"kind": "rpjmd",
    "name": "RPJMD", "period": [2021, 2026], "edition": 2, "items": [{"code": "1.02.02",
    "name": "Program Kesehatan"}]}]})");
  CHECK(refused.status == 409);
  CHECK(errors_of(refused) == "/plans/0/items plan.orphans");
  CHECK(json_of(api.get(kRegion + "/plans")).at("plans").as_array().size() == 1);
}
