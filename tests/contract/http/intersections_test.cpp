// Coverage in rows and pairs, working groups.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";

boost::json::array rows(ApiClient& api, const std::string& by) {
  return json_of(api.get(kRegion + "/coverage/by-" + by)).at("rows").as_array();
}

}  // namespace

TEST_CASE("Coverage comes in flat rows by area, dimension, owner and round") {
  ApiClient api;
  const auto owner = api.add_organisation("DLH");
  api.add_innovation("Bank Sampah", owner, "waste");
  CHECK(rows(api, "area").size() == 18);
  CHECK(rows(api, "dimension").size() == 6);
  CHECK(rows(api, "round").empty());
  const auto owners = rows(api, "owner");
  REQUIRE(owners.size() == 1);
  CHECK(owners[0] == boost::json::parse(R"({"key": "DLH", "name": "Dinas DLH", "innovations": 1,
                                            "verified": 1, "unmapped": 0})"));
  CHECK(api.get(kRegion + "/coverage/by-phase").status == 404);
}

TEST_CASE("Pairs of dimensions have counts, and a list behind each") {
  ApiClient api;
  api.add_innovation("Bank Sampah", api.add_organisation("DLH"), "waste");
  const auto pairs = json_of(api.get(kRegion + "/coverage/pairs")).at("pairs").as_array();
  CHECK(pairs.size() == 36);
  const std::string cell = kRegion + "/coverage/pairs/smart-environment/";
  const auto list = json_of(api.get(cell + "smart-environment")).at("innovations").as_array();
  REQUIRE(list.size() == 1);
  CHECK(list[0].at("areas") == boost::json::array{"waste"});
  CHECK(json_of(api.get(cell + "smart-living")).at("innovations").as_array().empty());
  CHECK(errors_of(api.get(cell + "smart")) == "/second innovation.unknown_dimension");
  CHECK(api.get(cell + "smart-living?limit=0").status == 400);
}

TEST_CASE("A working group is set up, listed with its innovations, and changed") {
  ApiClient api;
  api.add_innovation("Bank Sampah", api.add_organisation("DLH"), "waste");
  const auto created = api.send("POST", kRegion + "/working-groups",
                                R"({"name": "Pokja", "dimension": "smart-environment"})");
  REQUIRE(created.status == 201);
  const auto place = created.headers.at("location");
  const auto read = api.get(place);
  CHECK(json_of(read).at("innovations") == 1);
  CHECK(json_of(api.get(place + "/innovations")).at("innovations").as_array().size() == 1);
  CHECK(json_of(api.get(kRegion + "/working-groups")).at("working_groups").as_array().size() == 1);
  const std::string match = "If-Match: " + read.headers.at("etag") + "\r\n";
  CHECK(api.send("PATCH", place, R"({"decree": "188"})").status == 428);
  CHECK(api.send("PATCH", place, R"({"decree": "188"})", match).status == 200);
  CHECK(api.send("PATCH", place, R"({"decree": "189"})", match).status == 412);
  CHECK(json_of(api.get(place)).at("decree") == "188");
  CHECK(errors_of(api.send("POST", kRegion + "/working-groups", R"({"name": "x"})")) ==
        "/dimension innovation.unknown_dimension");
}
