// Coverage in rows and pairs, and packages of what lies between two dimensions.
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

TEST_CASE("The entries between two dimensions become a package in one request") {
  ApiClient api;
  const auto owner = api.add_organisation("DLH");
  for (const char* name : {"Kompos", "Bank Sampah"}) {
    api.add_innovation(name, owner, "waste");
  }
  const std::string pair = kRegion + "/coverage/pairs/smart-environment/smart-living";
  const std::string body = R"({"name": "Bersih", "lead": ")" + owner + "\"}";
  CHECK(errors_of(api.send("POST", pair + "/package", body)) == "/members package.too_few_members");
  const auto both = [&](const char* name) {
    const auto id = std::string(
        json_of(
            api.send("POST", kRegion + "/innovations",
                     R"({"owner": ")" + owner + R"(", "name": ")" + name +
                         R"(", "mappings": [{"area": "waste", "primary": true, "confirmed": true},
                               {"area": "health", "confirmed": true}]})"))
            .at("id")
            .as_string());
    return id;
  };
  both("Klinik Sampah");
  both("Puskesmas Hijau");
  const auto made = api.send("POST", pair + "/package", body);
  INFO(made.body);
  REQUIRE(made.status == 201);
  CHECK(json_of(made).at("members").as_array().size() == 2);
  CHECK(json_of(api.get(made.headers.at("location"))).at("name") == "Bersih");
}
