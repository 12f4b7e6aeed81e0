// Scenarios and selections, with the national rule in its own process.
#include <set>

#include "contract/http/api_client.hpp"
#include "pilah/store/store.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";

const char* const kScenario = R"({"name": "Dua/quick win", "region": "13.11",
  "rules": [{"plugin": "quick-win-national"}],
  "unknown": {"budget": {"assume": 1000000}, "duration": {"assume": 6}},
  "count": {"min": 2, "max": 2}})";

/// Three innovations of two organisations.
std::vector<std::string> add_candidates(ApiClient& api) {
  const auto health = api.add_organisation("DINKES");
  const auto roads = api.add_organisation("DISHUB");
  const std::string more = R"(, "duration_months": 6, "stage": "applied",
    "budgets": [{"year": 2025, "amount": 1000000}])";
  return {api.add_innovation("A", health, "health", more),
          api.add_innovation("B", roads, "mobility", more),
          api.add_innovation("C", health, "waste", more)};
}

}  // namespace

TEST_CASE("A scenario is kept under its name and read again") {
  ApiClient api;
  const std::string place = kRegion + "/scenarios/Dua%2Fquick%20win";
  CHECK(api.get(place).status == 404);
  const auto kept = api.send("PUT", place, kScenario);
  INFO(kept.body);
  REQUIRE(kept.status == 200);
  CHECK(json_of(api.get(place)) == json_of(kept));
  REQUIRE(json_of(api.get(kRegion + "/scenarios")).at("scenarios").as_array().size() == 1);
  // Again: replaced, not doubled.
  CHECK(api.send("PUT", place, kScenario).status == 200);
  CHECK(json_of(api.get(kRegion + "/scenarios")).at("scenarios").as_array().size() == 1);
}

TEST_CASE("A scenario that is wrong, or under another name, is not kept") {
  ApiClient api;
  const auto renamed = api.send("PUT", kRegion + "/scenarios/lain", kScenario);
  CHECK(renamed.status == 422);
  CHECK(errors_of(renamed) == "/name http.scenario_name_differs");
  const auto wrong =
      api.send("PUT", kRegion + "/scenarios/x",
               R"({"name": "x", "rules": [{"plugin": "quick-win-national"}], "cuont": {}})");
  CHECK(wrong.status == 422);
  CHECK(errors_of(wrong).find("/cuont ") == 0);
  CHECK(json_of(api.get(kRegion + "/scenarios")).at("scenarios").as_array().empty());
}

TEST_CASE("A selection is made from a scenario, stored, and tells its reasons") {
  ApiClient api;
  const auto candidates = add_candidates(api);
  CHECK(json_of(api.get(kRegion + "/selections")).at("selections").as_array().empty());
  const auto made = api.send("POST", kRegion + "/selections", kScenario);
  INFO(made.body);
  REQUIRE(made.status == 201);
  const auto place = made.headers.at("location");
  const auto document = json_of(made);
  CHECK(document.at("status") == "optimal");
  CHECK(document.at("selected").as_array().size() == 2);
  CHECK(document.at("candidates").as_array().size() == 3);

  const auto read = api.get(place);
  CHECK(read.body == made.body);
  CHECK(api.get(place, "If-None-Match: " + read.headers.at("etag") + "\r\n").status == 304);
  const auto listed = json_of(api.get(kRegion + "/selections")).at("selections").as_array();
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].at("id") == document.at("id"));
  CHECK_FALSE(listed[0].as_object().contains("candidates"));

  const auto reasons = json_of(api.get(place + "/reasons"));
  CHECK(reasons.at("candidates") == document.at("candidates"));
  CHECK_FALSE(reasons.contains("problem"));
  for (const auto& id : candidates) {
    const auto one = api.get(place + "/candidates/" + id);
    REQUIRE(one.status == 200);
    CHECK(json_of(one).at("id").as_string() == id);
    CHECK_FALSE(json_of(one).at("reasons").as_array().empty());
  }
  const auto& way = document.at("candidates").at(2).at("way_in");
  CHECK(way.at("outcome") == "chosen");
  CHECK(way.at("fields").at(0) == "/uniqueness");
  CHECK(way.at("changes").at(0).at("text").at("en") == "tell what is new about it with evidence");
  const auto none = api.get(place + "/candidates/x");
  CHECK(none.status == 404);
  CHECK(errors_of(none) == " http.no_such_candidate");
}

TEST_CASE("A selection can name a kept scenario, as of a day") {
  ApiClient api;
  add_candidates(api);
  REQUIRE(api.send("PUT", kRegion + "/scenarios/Dua%2Fquick%20win", kScenario).status == 200);
  const auto made = api.send("POST", kRegion + "/selections",
                             R"({"scenario": "Dua/quick win", "as_of": "2025-06-30"})");
  INFO(made.body);
  REQUIRE(made.status == 201);
  CHECK(json_of(made).at("as_of") == "2025-06-30");
  const auto unknown = api.send("POST", kRegion + "/selections", R"({"scenario": "lain"})");
  CHECK(unknown.status == 422);
  CHECK(errors_of(unknown) == "/scenario http.no_such_scenario");
  CHECK(api.send("POST", kRegion + "/selections", R"({"scenario": 5})").status == 422);
}

TEST_CASE("What cannot be chosen is a result with its conflict, what cannot be run is refused") {
  ApiClient api;
  add_candidates(api);
  std::string impossible = kScenario;
  impossible.replace(impossible.find(R"({"min": 2, "max": 2})"), 20, R"({"min": 9, "max": 9})");
  const auto made = api.send("POST", kRegion + "/selections", impossible);
  INFO(made.body);
  REQUIRE(made.status == 201);
  CHECK(json_of(made).at("status") == "infeasible");
  CHECK_FALSE(json_of(made).at("conflict").as_array().empty());

  const auto unknown = api.send("POST", kRegion + "/selections",
                                R"({"name": "x", "rules": [{"plugin": "no-such-rule"}]})");
  CHECK(unknown.status == 409);
  CHECK(json_of(api.get(kRegion + "/selections")).at("selections").as_array().size() == 1);
}

TEST_CASE("A scenario is tried as it would be chosen, and nothing is stored of it") {
  ApiClient api;
  add_candidates(api);
  const auto made = json_of(api.send("POST", kRegion + "/selections", kScenario));
  const auto place = kRegion + "/selections/tried";
  const auto answer = api.send("POST", place, kScenario);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto tried = json_of(answer);
  for (const char* key : {"status", "selected", "score", "bound", "uses", "optimal_sets", "names",
                          "criteria", "binding", "scenario", "plugins", "considered"}) {
    CAPTURE(key);
    CHECK(tried.at(key) == made.at(key));
  }
  for (const char* key : {"id", "revision", "problem"}) {
    CAPTURE(key);
    CHECK_FALSE(tried.contains(key));
  }
  CHECK(json_of(api.get(kRegion + "/selections")).at("selections").as_array().size() == 1);
  CHECK(api.get(place).status == 404);
}

TEST_CASE(
    "Moved weights need no reason while they are tried, and what was found is not kept stale") {
  ApiClient api;
  const auto candidates = add_candidates(api);
  const auto place = kRegion + "/selections/tried";
  const auto first = json_of(api.send("POST", place, kScenario));
  auto scenario = boost::json::parse(kScenario).as_object();
  boost::json::object weights;
  for (const auto& criterion : first.at("criteria").as_array()) {
    const auto id = std::string(criterion.at("rule").as_string()) + "/" +
                    std::string(criterion.at("criterion").as_string());
    weights[id] = id == "quick-win-national/speed" ? 5 : 0;
  }
  REQUIRE(weights.contains("quick-win-national/speed"));
  scenario["weights"] = weights;
  const std::string moved = boost::json::serialize(scenario);
  CHECK(api.send("POST", kRegion + "/selections", moved).status == 422);
  const auto again = api.send("POST", place, moved);
  INFO(again.body);
  REQUIRE(again.status == 200);
  CHECK(json_of(again).at("score") != first.at("score"));

  // The catalogue goes on: a candidate more is one more at once.
  const auto entry = json_of(api.get("/api/v1/innovations/" + candidates[0]));
  api.add_innovation("D", std::string(entry.at("owner").as_string()), "waste",
                     R"(, "duration_months": 6, "budgets": [{"year": 2025, "amount": 5}])");
  const auto later = json_of(api.send("POST", place, moved));
  CHECK(later.at("considered").at("candidates") == 4);
}

TEST_CASE("What cannot be chosen is tried in vain, with what would mend it") {
  ApiClient api;
  add_candidates(api);
  const auto place = kRegion + "/selections/tried";
  std::string impossible = kScenario;
  impossible.replace(impossible.find(R"({"min": 2, "max": 2})"), 20, R"({"min": 9, "max": 9})");
  const auto tried = json_of(api.send("POST", place, impossible));
  CHECK(tried.at("status") == "infeasible");
  CHECK(tried.at("selected").is_null());
  REQUIRE(tried.at("conflict").as_array().size() == 1);
  CHECK(tried.at("conflict").at(0).at("pointer") == "/count/min");
  CHECK(tried.at("conflict").at(0).at("repair").at("arguments").at("value") == 3);

  const auto wrong = api.send("POST", place, R"({"rules": [{"plugin": "no-such-rule"}]})");
  CHECK(wrong.status == 409);
  CHECK(errors_of(wrong) == "/rules/0/plugin choice.rule_not_installed");
  CHECK(api.send("POST", place, R"({"scenario": "lain"})").status == 422);
  CHECK(api.send("POST", "/api/v1/regions/99.99/selections/tried", kScenario).status == 404);
}

TEST_CASE("Selections that are not there are 404") {
  ApiClient api;
  for (const char* id : {"x", "01920000-abcd-7abc-8def-0123456789ab"}) {
    CAPTURE(id);
    for (const char* rest : {"", "/reasons", "/candidates/y"}) {
      CHECK(api.get(kRegion + "/selections/" + id + rest).status == 404);
    }
  }
}

TEST_CASE("An OPD sees what was adopted, and the fate of its own entries") {
  ApiClient api;
  const auto candidates = add_candidates(api);
  const auto made = json_of(api.send("POST", kRegion + "/selections", kScenario));
  const std::string id(made.at("id").as_string());
  const auto region = *catalogue::RegionCode::parse("13.11");
  const auto entry = json_of(api.get("/api/v1/innovations/" + candidates[0]));
  const auto health = catalogue::OrganisationId::parse(std::string(entry.at("owner").as_string()));
  const std::string all = kRegion + "/selections";
  const auto speak_as = [&](const registry::Caller& caller) { api.speak_for(caller); };
  const registry::Caller contributor{"ani", {{catalogue::Role::kContributor, region, health}}};
  speak_as(contributor);
  CHECK(json_of(api.get(all)).at("selections").as_array().empty());
  CHECK(api.get(all + "/" + id).status == 403);

  api.environment().store.write({"test"}, [&](store::Writer& writer) {
    catalogue::QuickWinSet set;
    set.id = {api.environment().new_uuid()};
    set.region = region;
    set.selection = *catalogue::SelectionId::parse(id);
    writer.put(set, "adopted");
  });
  CHECK(json_of(api.get(all)).at("selections").as_array().size() == 1);
  const auto shown = json_of(api.get(all + "/" + id));
  CHECK(shown.at("selected") == made.at("selected"));
  CHECK(shown.at("problem").as_object().empty());
  CHECK(shown.at("scenario").as_object().empty());
  std::set<std::string> own;
  for (const auto& candidate : shown.at("candidates").as_array()) {
    own.insert(std::string(candidate.at("id").as_string()));
  }
  CHECK(own == std::set<std::string>{candidates[0], candidates[2]});  // of DINKES
  CHECK(api.get(all + "/" + id + "/candidates/" + candidates[0]).status == 200);
  CHECK(api.get(all + "/" + id + "/candidates/" + candidates[1]).status == 404);
  CHECK(api.get(all + "/" + id + "/robustness").status == 403);
  CHECK(api.get(kRegion + "/scenarios").status == 403);

  speak_as({"budi", {{catalogue::Role::kReader, region, {}}}});
  CHECK(api.get(all).status == 403);
  speak_as({"citra", {{catalogue::Role::kPlanner, region, {}}}});
  CHECK(json_of(api.get(all + "/" + id)) == made);
}
