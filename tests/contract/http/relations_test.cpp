// Relations, packages, likely duplicates, similar innovations, merging and parting.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

struct Two : ApiClient {
  std::string owner = add_organisation("DLH");
  std::string first = add_innovation("Bank Sampah Induk", owner, "waste");
  std::string second = add_innovation("Bank Sampah-Induk", owner, "waste");

  ClientResponse post(const std::string& path, const std::string& body,
                      const std::string& headers = "") {
    return send("POST", "/api/v1" + path, body, headers);
  }
  std::string match(const std::string& path) {
    return "If-Match: " + get(path).headers.at("etag") + "\r\n";
  }
};

}  // namespace

TEST_CASE("A relation is added, listed, read and removed") {
  Two api;
  const std::string all = "/api/v1/regions/13.11/relations";
  const auto created =
      api.post("/regions/13.11/relations", R"({"kind": "needs", "from": ")" + api.first +
                                               R"(", "to": ")" + api.second + R"("})");
  REQUIRE(created.status == 201);
  const auto place = created.headers.at("location");
  const auto read = api.get(place);
  CHECK(json_of(read) == json_of(created));
  CHECK(json_of(read).at("from_name") == "Bank Sampah Induk");
  CHECK(json_of(api.get(all)).at("relations").as_array().size() == 1);
  CHECK(json_of(api.get(all + "?innovation=" + api.second)).at("relations").as_array().size() == 1);
  CHECK(errors_of(api.get(all + "?innovation=x")) == "/innovation http.parameter_no_id");

  CHECK(api.send("DELETE", place, "").status == 428);
  CHECK(api.send("DELETE", place, "", "If-Match: \"1\"\r\n").status == 412);
  CHECK(api.send("DELETE", place, "", api.match(place)).status == 204);
  CHECK(api.get(place).status == 404);
  CHECK(json_of(api.get(all)).at("relations").as_array().empty());
}

TEST_CASE("A wrong relation or package is refused in its place") {
  Two api;
  const auto relation = [&](const std::string& body) {
    return api.post("/regions/13.11/relations", body);
  };
  const std::string from = R"({"from": ")" + api.first + R"(", "to": ")";
  CHECK(errors_of(relation(from + api.first + R"("})")) == "/to relation.with_itself");
  CHECK(relation(R"({"id": "x"})").status == 422);
  CHECK(errors_of(relation(R"({"region": "13.11"})")) == "/region innovation.set_by_host");
  const auto package = api.post("/regions/13.11/packages", R"({"name": "x"})");
  CHECK(package.status == 422);
  CHECK(errors_of(package) == "/lead package.no_such_lead\n/members package.too_few_members");
}

TEST_CASE("A package is made, changed and dissolved, and tells its cost and areas") {
  Two api;
  const auto created =
      api.post("/regions/13.11/packages", R"({"name": "Sampah", "lead": ")" + api.owner +
                                              R"(", "members": [")" + api.first + R"(", ")" +
                                              api.second + R"("]})");
  REQUIRE(created.status == 201);
  const auto place = created.headers.at("location");
  CHECK(json_of(created).at("areas") == boost::json::array{"waste"});
  CHECK_FALSE(json_of(created).contains("budget"));
  const auto changed =
      api.send("PATCH", place, R"({"name": "Sampah jadi uang"})", api.match(place));
  REQUIRE(changed.status == 200);
  CHECK(json_of(api.get(place)).at("name") == "Sampah jadi uang");
  CHECK(api.send("PATCH", place, R"({"name": "x"})").status == 428);
  CHECK(api.send("DELETE", place, "", api.match(place)).status == 204);
  CHECK(json_of(api.get("/api/v1/regions/13.11/packages")).at("packages").as_array().empty());
}

TEST_CASE("What is typed so far is held against the catalogue, and pairs in it are told") {
  Two api;
  const std::string typing = "/regions/13.11/innovations/likely-duplicates";
  const auto found = api.post(typing, R"({"name": "bank sampah induk", "owner": ")" + api.owner +
                                          R"(", "id": ")" + api.first + R"("})");
  REQUIRE(found.status == 200);
  const auto list = json_of(found).at("likely_duplicates").as_array();
  REQUIRE(list.size() == 1);
  CHECK(list[0].at("id") == boost::json::value(api.second));
  CHECK(list[0].at("score").as_int64() > 900'000);
  CHECK(list[0].at("words") == boost::json::array{"bank", "sampah", "induk"});
  CHECK(json_of(api.post(typing + "?least=1000000", R"({"name": "Bank sampah"})"))
            .at("likely_duplicates")
            .as_array()
            .empty());
  CHECK(json_of(api.post(typing, "{}")).at("likely_duplicates").as_array().empty());
  CHECK(api.post(typing, R"({"nama": "x"})").status == 422);
  CHECK(api.post(typing + "?limit=0", "{}").status == 400);
  const auto pairs = json_of(api.get("/api/v1/regions/13.11/duplicates"));
  CHECK(pairs.at("total") == 1);
  CHECK(pairs.at("pairs").at(0).at("reasons").at(0) == "same_name");
}

TEST_CASE("Areas are suggested for what is typed so far, with the words that spoke for them") {
  Two api;
  const std::string typing = "/regions/13.11/innovations/area-suggestions";
  const auto before = api.get("/api/v1/regions/13.11/innovations");
  const auto found = api.post(typing, R"({"name": "Beres", "benefit": "Sampah menjadi kompos.",
                                          "problem": "Sampah pasar menumpuk."})");
  REQUIRE(found.status == 200);
  const auto list = json_of(found).at("suggestions").as_array();
  REQUIRE_FALSE(list.empty());
  CHECK(list.size() <= 3);
  CHECK(list[0].at("area") == "waste");
  CHECK(list[0].at("dimension") == "smart-environment");
  CHECK(list[0].at("confidence").as_int64() <= 1'000'000);
  INFO(found.body);
  CHECK(boost::json::serialize(list[0].at("words")).find("ampah") != std::string::npos);
  for (std::size_t at = 1; at < list.size(); ++at) {
    CHECK(list[at].at("confidence").as_int64() <= list[at - 1].at("confidence").as_int64());
  }
  CHECK(json_of(api.post(typing, "{}")).at("suggestions").as_array().empty());
  CHECK(api.get("/api/v1/regions/13.11/innovations").body == before.body);
  CHECK(api.post(typing, R"({"nama": "x"})").status == 422);
  CHECK(api.post("/regions/51.08/innovations/area-suggestions", "{}").status == 404);
  const auto long_text = api.post(typing, R"({"name": ")" + std::string(20'001, 'x') + "\"}");
  CHECK(long_text.status == 422);
  CHECK(errors_of(long_text) == "/name innovation.text_too_long");
}

TEST_CASE("Two entries become one and two again, from the revision that was read") {
  Two api;
  const std::string keep = "/api/v1/innovations/" + api.first;
  const std::string gone = "/api/v1/innovations/" + api.second;
  const std::string body = R"({"gone": ")" + api.second + R"("})";
  CHECK(api.send("POST", keep + "/merge", body).status == 428);
  CHECK(api.send("POST", keep + "/merge", R"({"gone": "x"})", api.match(keep)).status == 422);
  CHECK(api.send("POST", keep + "/merge", body, "If-Match: \"1\"\r\n").status == 412);
  const auto merged = api.send("POST", keep + "/merge", body, api.match(keep));
  REQUIRE(merged.status == 200);
  CHECK(json_of(merged).at("kept") == boost::json::value(api.first));
  CHECK(json_of(api.get(gone)).at("status") == "archived");
  CHECK(json_of(api.get("/api/v1/regions/13.11/duplicates")).at("total") == 0);
  const auto again = api.send("POST", keep + "/merge", body, api.match(keep));
  CHECK(errors_of(again) == "/gone merge.archived");
  REQUIRE(api.send("POST", gone + "/part", "{}", api.match(gone)).status == 200);
  CHECK(json_of(api.get(gone)).at("status") == "verified");
  CHECK(api.send("POST", gone + "/part", "{}", api.match(gone)).status == 409);
}

TEST_CASE("Similar innovations are those of other regions") {
  Two api;
  CHECK(json_of(api.get("/api/v1/innovations/" + api.first + "/similar"))
            .at("similar")
            .as_array()
            .empty());
  const auto made = api.send("POST", "/api/v1/regions/16.02/innovations",
                             R"({"name": "Bank Sampah Sekolah", "summary": "Induk sampah"})");
  REQUIRE(made.status == 201);
  const auto similar =
      json_of(api.get("/api/v1/innovations/" + api.first + "/similar")).at("similar").as_array();
  REQUIRE(similar.size() == 1);
  CHECK(similar[0].at("region") == "16.02");
  CHECK(api.get("/api/v1/innovations/x/similar").status == 404);
  CHECK(api.get("/api/v1/innovations/" + api.first + "/similar?limit=99").status == 400);
}
