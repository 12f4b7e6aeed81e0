// Taxonomy, regions, organisations, coverage.
#include <algorithm>

#include "contract/http/api_client.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

TEST_CASE("The taxonomy has six dimensions of three areas each, in both languages") {
  ApiClient api;
  const auto document = json_of(api.get("/api/v1/taxonomy"));
  const auto& dimensions = document.at("dimensions").as_array();
  REQUIRE(dimensions.size() == 6);
  for (const auto& dimension : dimensions) CHECK(dimension.at("areas").as_array().size() == 3);
  CHECK_FALSE(dimensions[0].at("name").at("id").as_string().empty());
  CHECK_FALSE(dimensions[0].at("areas").at(0).at("name").at("en").as_string().empty());
}

TEST_CASE("Regions are those of this host, each at its dotted code") {
  ApiClient api;
  const auto all = json_of(api.get("/api/v1/regions")).at("regions").as_array();
  REQUIRE(all.size() == 2);
  CHECK(all[0].at("code") == "13.11");
  const auto one = json_of(api.get("/api/v1/regions/13.11"));
  CHECK(one == all[0].as_object());
  CHECK(one.at("time_zone") == "WIB");
}

TEST_CASE("The host's administrator adds a region by its code, and it is there for everybody") {
  ApiClient api;
  const auto added = api.send("POST", "/api/v1/regions", R"({"code": "51.08"})");
  INFO(added.body);
  REQUIRE(added.status == 201);
  CHECK(json_of(added).at("name") == "Kabupaten Buleleng");
  CHECK(json_of(added).at("time_zone") == "WITA");
  CHECK(json_of(api.get(added.headers.at("location"))) == json_of(added));
  api.speak_for(pilah::registry::Caller::anonymous());
  CHECK(json_of(api.get("/api/v1/regions")).at("regions").as_array().size() == 3);
  CHECK(json_of(api.get("/api/v1/regions/51.08/organisations"))
            .at("organisations")
            .as_array()
            .empty());
}

TEST_CASE(
    "A region that is here already, or a wrong code, is refused at the code, and adds nothing") {
  ApiClient api;
  const auto refused = [&](const char* body, int status, const char* errors) {
    CAPTURE(body);
    const auto response = api.send("POST", "/api/v1/regions", body);
    CHECK(response.status == status);
    CHECK(errors_of(response) == errors);
  };
  refused(R"({"code": "13.11"})", 409, "/code region.there_already");
  refused(R"({"code": "13.99"})", 422, "/code region.unknown_code");
  refused(R"({"code": "Solok Selatan"})", 422, "/code region.malformed_code");
  refused(R"({"code": "1310"})", 422, "/code region.ambiguous_code");
  refused("{}", 422, "/code region.malformed_code");
  refused(R"({"code": "51.08", "name": "Buleleng"})", 422, "/name json.unknown_key");
  api.speak_for(account(pilah::catalogue::Role::kRegionAdministrator, "13.11"));
  CHECK(api.send("POST", "/api/v1/regions", R"({"code": "51.08"})").status == 403);
  CHECK(json_of(api.get("/api/v1/regions")).at("regions").as_array().size() == 2);
}

TEST_CASE("The directory names every region of Indonesia, here or not") {
  ApiClient api;
  const auto all = json_of(api.get("/api/v1/region-directory")).at("regions").as_array();
  CHECK(all.size() > 500);
  const boost::json::object here{
      {"code", "13.11"}, {"name", "Kabupaten Solok Selatan"}, {"kind", "regency"}};
  const boost::json::object elsewhere{
      {"code", "51.08"}, {"name", "Kabupaten Buleleng"}, {"kind", "regency"}};
  CHECK(std::find(all.begin(), all.end(), boost::json::value(here)) != all.end());
  CHECK(std::find(all.begin(), all.end(), boost::json::value(elsewhere)) != all.end());
}

TEST_CASE("A region that is not here, or no dotted code, is 404 under every address of it") {
  ApiClient api;
  const std::string below[] = {"",          "/organisations", "/innovations",
                               "/coverage", "/scenarios",     "/selections"};
  for (const auto& rest : below) {
    CAPTURE(rest);
    for (const auto& [code, kind] : {std::pair{"1311", "region.malformed_code"},
                                     {"x", "region.malformed_code"},
                                     {"99.99", "region.unknown_code"},
                                     {"17.71", "region.not_of_this_host"}}) {
      const auto response = api.get("/api/v1/regions/" + std::string(code) + rest);
      CHECK(response.status == 404);
      CHECK(errors_of(response) == std::string(" ") + kind);
    }
  }
}

TEST_CASE("An organisation is added, listed, read and changed") {
  ApiClient api;
  const std::string all = "/api/v1/regions/13.11/organisations";
  const auto created = api.send(
      "POST", all, R"({"code": "DINKES", "name": "Dinas Kesehatan", "aliases": ["Dinkes"]})");
  REQUIRE(created.status == 201);
  const auto place = created.headers.at("location");
  const auto read = api.get(place);
  CHECK(json_of(read) == json_of(created));
  CHECK(json_of(read).at("kind") == "opd");
  CHECK(json_of(read).at("innovations") == 0);
  CHECK(json_of(api.get(all)).at("organisations").as_array().size() == 1);

  const std::string match = "If-Match: " + read.headers.at("etag") + "\r\n";
  const auto changed =
      api.send("PATCH", place, R"({"name": "Dinas Kesehatan dan KB", "aliases": null})", match,
               "application/merge-patch+json");
  REQUIRE(changed.status == 200);
  CHECK(json_of(changed).at("name") == "Dinas Kesehatan dan KB");
  CHECK_FALSE(json_of(changed).contains("aliases"));
  CHECK(json_of(api.get(place)) == json_of(changed));

  const auto stale = api.send("PATCH", place, R"({"name": "x"})", match);
  CHECK(stale.status == 412);
  CHECK(errors_of(stale) == " http.organisation_changed_since");
  CHECK(api.send("PATCH", place, R"({"name": "x"})").status == 428);
  CHECK(json_of(api.get(place)).at("name") == "Dinas Kesehatan dan KB");
}

TEST_CASE("A wrong organisation changes nothing and says what is wrong where") {
  ApiClient api;
  const std::string all = "/api/v1/regions/13.11/organisations";
  const auto check = [&](const char* body, int status, const char* errors) {
    CAPTURE(body);
    const auto response = api.send("POST", all, body);
    CHECK(response.status == status);
    CHECK(errors_of(response) == errors);
  };
  check("{}", 422, "/name organisation.name_missing\n/code organisation.code_missing");
  check(R"({"code": "A", "name": 5})", 422, "/name json.wrong_type");
  check(R"({"code": "A", "name": "a", "kind": "dinas"})", 422, "/kind json.unknown_word");
  check(R"({"code": "A", "nama": "a"})", 422, "/nama json.unknown_key");
  check(R"({"code": "A", "name": "a", "region": "16.02"})", 422, "/region innovation.set_by_host");
  CHECK(json_of(api.get(all)).at("organisations").as_array().empty());
  api.add_organisation("A");
  CHECK(api.send("POST", all, R"({"code": "A", "name": "b"})").status == 409);
  CHECK(json_of(api.get(all)).at("organisations").as_array().size() == 1);
}

TEST_CASE("An organisation of another region is not there") {
  ApiClient api;
  const auto id = api.add_organisation("A");
  CHECK(api.get("/api/v1/regions/16.02/organisations/" + id).status == 404);
  CHECK(api.get("/api/v1/regions/13.11/organisations/x").status == 404);
}

TEST_CASE("Coverage counts innovations per area and names the agencies that are silent") {
  ApiClient api;
  const auto health = api.add_organisation("DINKES");
  api.add_organisation("DISHUB");
  api.add_innovation("Satu", health, "health");
  api.add_innovation("Dua", health, "health");
  api.add_innovation("Tiga", health, "mobility");
  const auto picture = json_of(api.get("/api/v1/regions/13.11/coverage"));
  CHECK(picture.at("innovations") == 3);
  REQUIRE(picture.at("areas").as_array().size() == 18);
  int holes = 0;
  for (const auto& area : picture.at("areas").as_array()) {
    if (area.at("area") == "health") CHECK(area.at("primary") == 2);
    if (area.at("area") == "mobility") CHECK(area.at("primary") == 1);
    holes += area.at("hole").as_bool() ? 1 : 0;
  }
  CHECK(holes == 16);
  REQUIRE(picture.at("silent").as_array().size() == 1);
  CHECK(picture.at("silent").at(0).at("code") == "DISHUB");
}
