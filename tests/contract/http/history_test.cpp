#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

TEST_CASE("History tells each field by its name, and lists item by item") {
  ApiClient api;
  const auto created = api.send("POST", "/api/v1/regions/13.11/innovations", R"({"name": "a",
    "partners": ["Nagari", "Baznas"],
    "indicators": [{"definition": "waktu", "baseline": "5", "target": "2"}]})");
  REQUIRE(created.status == 201);
  const auto place = created.headers.at("location");
  const auto changed = api.send("PATCH", place, R"({"summary": "Antrean daring",
    "partners": ["Nagari", "UNAND", "Baznas"],
    "indicators": [{"definition": "waktu", "baseline": "5", "target": "1"}]})",
                                "If-Match: " + created.headers.at("etag") + "\r\n");
  REQUIRE(changed.status == 200);

  const auto history = api.get(place + "/history", "Accept-Language: en\r\n");
  REQUIRE(history.status == 200);
  const auto entries = json_of(history).at("history").as_array();
  REQUIRE(entries.size() == 2);
  CHECK(entries[1].at("action") == "added");
  CHECK(entries[1].at("changes").as_array().empty());
  CHECK(entries[0].at("action") == "changed");
  CHECK(entries[0].at("revision") == json_of(changed).at("revision"));
  CHECK(entries[0].at("changes") == boost::json::parse(R"([
    {"pointer": "/summary", "field": "summary", "label": "Summary", "before": null, "after": "Antrean daring"},
    {"pointer": "/indicators/0/target", "field": "indicators", "label": "Indicators", "before": "2", "after": "1"},
    {"pointer": "/partners/1", "field": "partners", "label": "Partners", "before": null, "after": "UNAND"}])"));
  const auto indonesian = json_of(api.get(place + "/history", "Accept-Language: id\r\n"));
  CHECK(indonesian.at("history").at(0).at("changes").at(0).at("label") == "Ringkasan");
}

TEST_CASE("An innovation that is not there has no history") {
  ApiClient api;
  const auto answer = api.get("/api/v1/innovations/01a20844-1bab-7012-aa06-09ce2c545f00/history");
  CHECK(answer.status == 404);
  CHECK(errors_of(answer) == " innovation.not_found");
}
