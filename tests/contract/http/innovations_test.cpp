#include <set>

#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kAll = "/api/v1/regions/13.11/innovations";

std::vector<std::string> names(const boost::json::object& page) {
  std::vector<std::string> all;
  for (const auto& innovation : page.at("innovations").as_array()) {
    all.emplace_back(innovation.at("name").as_string());
  }
  return all;
}

}  // namespace

TEST_CASE("A draft needs a name alone, it is read back as it was answered") {
  ApiClient api;
  const auto created = api.send("POST", kAll, R"({"name": "Jum'at \"Bersih\" \u00e9"})");
  REQUIRE(created.status == 201);
  const auto place = created.headers.at("location");
  CHECK(place.rfind("/api/v1/innovations/", 0) == 0);
  const auto read = api.get(place);
  CHECK(read.status == 200);
  CHECK(read.body == created.body);
  CHECK(read.headers.at("etag") == created.headers.at("etag"));
  const auto document = json_of(read);
  CHECK(document.at("status") == "draft");
  CHECK(document.at("region") == "13.11");
  CHECK(document.at("revision").as_int64() > 0);
  CHECK(read.headers.at("etag") ==
        "\"" + std::to_string(document.at("revision").as_int64()) + "\"");
  CHECK(api.get(place, "If-None-Match: " + read.headers.at("etag") + "\r\n").status == 304);
}

TEST_CASE("A change is made from a revision: 428 without one, 412 when it is old") {
  ApiClient api;
  const auto created = api.send("POST", kAll, R"({"name": "Satu", "staff": 3})");
  const auto place = created.headers.at("location");
  const std::string match = "If-Match: " + created.headers.at("etag") + "\r\n";

  const auto without = api.send("PATCH", place, R"({"name": "Dua"})");
  CHECK(without.status == 428);
  CHECK(errors_of(without) == " http.if_match_missing");
  const auto malformed = api.send("PATCH", place, R"({"name": "Dua"})", "If-Match: 1\r\n");
  CHECK(malformed.status == 400);

  const auto changed = api.send("PATCH", place, R"({"name": "Dua", "staff": null})", match,
                                "application/merge-patch+json");
  REQUIRE(changed.status == 200);
  CHECK(json_of(changed).at("name") == "Dua");
  CHECK_FALSE(json_of(changed).contains("staff"));  // unknown again, not 0
  CHECK(changed.headers.at("etag") != created.headers.at("etag"));

  const auto stale = api.send("PATCH", place, R"({"name": "Tiga"})", match);
  CHECK(stale.status == 412);
  CHECK(errors_of(stale) == " innovation.changed_since");
  CHECK(json_of(api.get(place)).at("name") == "Dua");

  CHECK(api.send("PATCH", place, R"({"name": "Tiga"})", "If-Match: *\r\n").status == 200);
  const auto listed =
      "If-Match: " + created.headers.at("etag") + ", " + api.get(place).headers.at("etag") + "\r\n";
  CHECK(api.send("PATCH", place, R"({"name": "Empat"})", listed).status == 200);
}

TEST_CASE("A wrong innovation is refused field by field and nothing is stored") {
  ApiClient api;
  const auto check = [&](const char* body, const char* errors) {
    CAPTURE(body);
    const auto response = api.send("POST", kAll, body);
    CHECK(response.status == 422);
    CHECK(errors_of(response) == errors);
  };
  check("{}", "/name innovation.name_missing");
  check(R"({"name": "x", "id": "01920000-abcd-7abc-8def-0123456789ab"})",
        "/id innovation.set_by_host");
  check(R"({"name": "x", "staff": "banyak"})", "/staff json.wrong_type");
  check(R"({"name": "x", "form": "aplikasi"})", "/form json.unknown_word");
  check(R"({"name": "x", "colour": 1})", "/colour json.unknown_key");
  check(R"({"name": "x", "mappings": [{"area": "kesehatan", "primary": true}]})",
        "/mappings/0/area innovation.unknown_area");
  const auto several = api.send("POST", kAll, R"({"name": "x", "status": "verified"})");
  CHECK(several.status == 422);
  CHECK(json_of(several).at("errors").as_array().size() == 3);  // owner, summary, area
  CHECK(json_of(api.get(kAll)).at("innovations").as_array().empty());
}

TEST_CASE("An owner that is not there is a conflict") {
  ApiClient api;
  const auto response =
      api.send("POST", kAll, R"({"name": "x", "owner": "01920000-abcd-7abc-8def-0123456789ab"})");
  CHECK(response.status == 409);
  CHECK(json_of(api.get(kAll)).at("innovations").as_array().empty());
}

TEST_CASE("Unknown innovations are 404") {
  ApiClient api;
  for (const char* id : {"x", "01920000-abcd-7abc-8def-0123456789ab", "%20"}) {
    CAPTURE(id);
    const auto response = api.get("/api/v1/innovations/" + std::string(id));
    CHECK(response.status == 404);
    CHECK(errors_of(response) == " innovation.not_found");
    CHECK(api.send("PATCH", "/api/v1/innovations/" + std::string(id), "{}", "If-Match: \"1\"\r\n")
              .status == 404);
  }
}

TEST_CASE("A list pages through everything once, by cursor or by link") {
  ApiClient api;
  const auto owner = api.add_organisation("DINKES");
  for (int i = 0; i < 7; ++i) {
    // Two of each name: the order does not hang on names alone.
    api.add_innovation("Inovasi " + std::to_string(i / 2), owner, "health");
  }
  const auto whole = json_of(api.get(kAll));
  CHECK(whole.at("next").is_null());
  REQUIRE(whole.at("innovations").as_array().size() == 7);

  std::set<std::string> seen;
  std::vector<std::string> in_order;
  std::string target = kAll + "?limit=3&status=verified,draft";
  int pages = 0;
  for (; !target.empty(); ++pages) {
    const auto response = api.get(target);
    REQUIRE(response.status == 200);
    const auto page = json_of(response);
    for (const auto& innovation : page.at("innovations").as_array()) {
      seen.insert(std::string(innovation.at("id").as_string()));
      in_order.emplace_back(innovation.at("name").as_string());
    }
    target = next_of(response);
    CHECK(page.at("next").is_null() == target.empty());
    if (!target.empty()) CHECK(target.find("status=verified%2Cdraft") != std::string::npos);
  }
  CHECK(pages == 3);
  CHECK(seen.size() == 7);
  CHECK(in_order == names(whole));
}

TEST_CASE("Filters pass what they ask for, together") {
  ApiClient api;
  const auto health = api.add_organisation("DINKES");
  const auto roads = api.add_organisation("DISHUB");
  api.add_innovation("A", health, "health");
  api.add_innovation("B", health, "waste", R"(, "entry_kind": "idea")");
  api.add_innovation("C", roads, "mobility");
  REQUIRE(api.send("POST", kAll, R"({"name": "D"})").status == 201);
  const auto found = [&api](const std::string& query) {
    const auto response = api.get(kAll + "?" + query);
    INFO(response.body);
    REQUIRE(response.status == 200);
    return names(json_of(response));
  };
  using Names = std::vector<std::string>;
  CHECK(found("") == Names{"A", "B", "C", "D"});
  CHECK(found("status=draft") == Names{"D"});
  CHECK(found("status=draft&status=verified") == Names{"A", "B", "C", "D"});
  CHECK(found("owner=" + roads) == Names{"C"});
  CHECK(found("area=health,mobility") == Names{"A", "C"});
  CHECK(found("dimension=smart-living") == Names{"A", "C"});
  CHECK(found("entry_kind=idea") == Names{"B"});
  CHECK(found("has_owner=false") == Names{"D"});
  CHECK(found("has_primary_area=true&owner=" + health) == Names{"A", "B"});
  CHECK(json_of(api.get("/api/v1/regions/16.02/innovations")).at("innovations").as_array().empty());
}

TEST_CASE("A filter that cannot be understood is 400, at its parameter") {
  ApiClient api;
  for (const auto& [query, errors] :
       {std::pair{"statsu=draft", "/statsu http.unknown_parameter"},
        {"status=drfat", "/status http.parameter_unknown_word"},
        {"limit=0", "/limit http.parameter_no_number"},
        {"limit=1001", "/limit http.parameter_no_number"},
        {"limit=2&limit=3", "/limit http.parameter_twice"},
        {"owner=DINKES", "/owner http.parameter_no_id"},
        {"area=kesehatan", "/area innovation.unknown_area"},
        {"dimension=smart", "/dimension innovation.unknown_dimension"},
        {"has_owner=yes", "/has_owner http.parameter_unknown_word"},
        {"area=%ff", "/area http.parameter_no_text"}}) {
    CAPTURE(query);
    const auto response = api.get(kAll + "?" + query);
    CHECK(response.status == 400);
    CHECK(errors_of(response) == errors);
  }
  CHECK(api.get(kAll + "?after=nonsense").status == 400);
}
