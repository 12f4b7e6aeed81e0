// What a round knows of its region, and the board of the region's steps.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

/// The address of the dossier of a new round.
std::string new_dossier(ApiClient& api) {
  const auto made = api.send("POST", "/api/v1/regions/13.11/rounds", R"({"name": "Bimtek I"})");
  return made.headers.at("location") + "/dossier";
}

}  // namespace

TEST_CASE("A dossier is read before anybody wrote it, and changed from what was read") {
  ApiClient api;
  const auto place = new_dossier(api);
  const auto empty = api.get(place);
  REQUIRE(empty.status == 200);
  CHECK(json_of(empty).at("round") == "Bimtek I");
  const std::string match = "If-Match: " + empty.headers.at("etag") + "\r\n";
  const char* const patch =
      R"({"figures": [{"name": "Penduduk", "value": "182.077,5", "source": "BPS", "year": 2023}],
          "needs": [{"dimension": "smart-living", "text": "Air bersih", "weight": 80,
                     "reason": "Separuh nagari belum terlayani"}]})";
  CHECK(api.send("PATCH", place, patch).status == 428);
  const auto changed = api.send("PATCH", place, patch, match);
  REQUIRE(changed.status == 200);
  CHECK(json_of(changed).at("figures").at(0).at("value") == "182077.5");
  CHECK(api.send("PATCH", place, R"({"vision": "Maju"})", match).status == 412);
  CHECK(json_of(api.get(place)).at("needs").at(0).at("weight") == 80);
  const std::string next = "If-Match: " + changed.headers.at("etag") + "\r\n";
  CHECK(errors_of(api.send("PATCH", place, R"({"steps": []})", next)) ==
        "/steps innovation.set_by_host");
  CHECK(errors_of(api.send("PATCH", place, R"({"needs": [{"dimension": "smart-living",
                           "text": "x", "reason": "y", "weight": 101}]})",
                           next)) == "/needs/0/weight dossier.bad_weight");
}

TEST_CASE("A step that the region has not is not found") {
  ApiClient api;
  const auto place = new_dossier(api);
  CHECK(api.send("PUT", place + "/steps/anything", R"({"state": "under-way"})").status == 404);
  CHECK(
      api.get("/api/v1/regions/13.11/rounds/01a22867-f5d8-7fca-a507-21b35adbfe36/dossier").status ==
      404);
}
