// Weights that are sealed over HTTP, opened, and told by the selections of their round.
#include <boost/json.hpp>

#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kSeals = kRegion + "/weights-seals";
const std::string kScenario = R"({"rules": [{"plugin": "quick-win-national"}],
  "values": "claimed", "unknown": {"budget": {"assume": 1}, "duration": {"assume": 6}}})";

struct Sealing {
  ApiClient api;
  std::string round;

  Sealing() {
    api.add_innovation("A", api.add_organisation("DINKES"), "health");
    const auto made = api.send("POST", kRegion + "/rounds", R"({"name": "Bimtek IV"})");
    REQUIRE(made.status == 201);
    round = json_of(made).at("id").as_string();
  }
  ClientResponse seal() {
    return api.send("POST", kSeals,
                    R"({"by": "Ani", "round": "Bimtek IV", "scenario": )" + kScenario + "}");
  }
};

}  // namespace

TEST_CASE("The envelope is answered once, and opens the seal") {
  Sealing sealing;
  auto& api = sealing.api;
  const auto sealed = sealing.seal();
  INFO(sealed.body);
  REQUIRE(sealed.status == 201);
  const auto document = json_of(sealed);
  const std::string place = kSeals + "/" + std::string(document.at("id").as_string()) + "/open";
  const auto listed = json_of(api.get(kSeals + "?round=" + sealing.round)).at("seals");
  REQUIRE(listed.as_array().size() == 1);
  CHECK_FALSE(listed.at(0).as_object().contains("content"));
  CHECK(listed.at(0).at("opened_on").is_null());
  const auto wrong = api.send("POST", place, R"({"salt": "x", "content": {}})");
  CHECK(wrong.status == 422);
  CHECK(errors_of(wrong) == "/content weights_seal.another_envelope");
  const std::string envelope = boost::json::serialize(document.at("envelope"));
  const auto opened = api.send("POST", place, envelope);
  INFO(opened.body);
  REQUIRE(opened.status == 200);
  CHECK(json_of(opened).at("content") == document.at("envelope").at("content"));
  CHECK(api.send("POST", place, envelope).status == 409);
}

TEST_CASE(
    "The round's selections, and its runs, are told in order, each says whether it was sealed") {
  Sealing sealing;
  auto& api = sealing.api;
  REQUIRE(sealing.seal().status == 201);
  const auto kept =
      api.send("PUT", kRegion + "/scenarios/S", R"({"name": "S", )" + kScenario.substr(1));
  INFO(kept.body);
  REQUIRE(kept.status == 200);
  const std::string runs = kRegion + "/rounds/" + sealing.round + "/selections";
  CHECK(json_of(api.get(runs)).at("runs").as_array().empty());
  for (int i = 0; i < 2; ++i) {
    const auto made =
        api.send("POST", kRegion + "/selections", R"({"scenario": "S", "round": "Bimtek IV"})");
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(json_of(made).at("seals").at(0).at("opened") == false);
    CHECK(json_of(made).at("scenario").at("round") == boost::json::string_view(sealing.round));
  }
  const auto told = json_of(api.get(runs));
  REQUIRE(told.at("runs").as_array().size() == 2);
  CHECK(told.at("runs").at(1).at("since").at("same_inputs") == true);
  const auto wrong =
      api.send("POST", kRegion + "/selections", R"({"scenario": "S", "round": "Bimtek IX"})");
  CHECK(errors_of(wrong) == "/round choice.scenario.unknown_round");
  CHECK(api.get(kSeals + "?round=x").status == 400);
}

TEST_CASE("Claims without proof of a selection are a table, also as CSV") {
  ApiClient api;
  const auto owner = api.add_organisation("DINKES");
  api.add_innovation("A", owner, "health", R"(, "uniqueness": "yang pertama")");
  const auto made = api.send("POST", kRegion + "/selections", kScenario);
  INFO(made.body);
  REQUIRE(made.status == 201);
  CHECK(json_of(made).at("values") == "claimed");
  const std::string place =
      kRegion + "/selections/" + std::string(json_of(made).at("id").as_string()) + "/claims";
  const auto claims = json_of(api.get(place)).at("claims").as_array();
  REQUIRE_FALSE(claims.empty());
  CHECK(claims.front().at("field") == "/uniqueness");
  CHECK(claims.front().at("counts") == true);
  CHECK(claims.front().at("criterion").is_string());
  const auto file = api.get(place + ".csv");
  CHECK(file.status == 200);
  CHECK(file.body.find("candidate,name,chosen,claim,counts,eligible_by_it,entry,field,criterion") ==
        0);
  CHECK(file.body.find("/uniqueness") != std::string::npos);
}
