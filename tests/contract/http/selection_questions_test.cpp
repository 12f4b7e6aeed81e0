// How sure a selection is and who replaces its members, asked over HTTP.
#include "contract/http/api_client.hpp"
#include "pilah/http/api.hpp"
#include "pilah/http/http_refusal.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";

/// A selection of one of three, and where it lies.
struct Chosen {
  std::string place;
  boost::json::object document;
};

Chosen choose(ApiClient& api, const std::string& count = R"({"min": 1, "max": 1})") {
  const auto health = api.add_organisation("DINKES");
  const std::string more = R"(, "duration_months": 6, "stage": "applied",
    "budgets": [{"year": 2025, "amount": 1000000}])";
  for (const char* name : {"A", "B", "C"}) api.add_innovation(name, health, "health", more);
  const auto made =
      api.send("POST", kRegion + "/selections",
               R"({"rules": [{"plugin": "quick-win-national"}], "count": )" + count + "}");
  INFO(made.body);
  REQUIRE(made.status == 201);
  return {made.headers.at("location"), json_of(made)};
}

std::string only_chosen(const Chosen& chosen) {
  return std::string(chosen.document.at("selected").at(0).as_string());
}

}  // namespace

TEST_CASE("How sure a selection is has its parts, and is not worked out again for who has it") {
  ApiClient api;
  const auto chosen = choose(api);
  const auto told = api.get(chosen.place + "/robustness");
  INFO(told.body);
  REQUIRE(told.status == 200);
  const auto document = json_of(told);
  CHECK(document.at("selection") == chosen.document.at("id"));
  CHECK(document.at("complete") == true);
  for (const char* part :
       {"weights", "acceptability", "budget", "best", "different", "contributions", "rankings"}) {
    CHECK_FALSE(document.at(part).at("said").as_array().empty());
  }
  CHECK(document.at("acceptability").at("samples") == 9604);
  const auto tag = told.headers.at("etag");
  CHECK(api.get(chosen.place + "/robustness", "If-None-Match: " + tag + "\r\n").status == 304);
  CHECK(api.get(chosen.place + "/robustness").body == told.body);
  CHECK(api.get(chosen.place + "/robustness?samples=5").status == 400);
}

TEST_CASE("A repair names who comes, and its tag is that of what was asked") {
  ApiClient api;
  const auto chosen = choose(api);
  const std::string asked = chosen.place + "/repair?without=" + only_chosen(chosen);
  const auto told = api.get(asked);
  INFO(told.body);
  REQUIRE(told.status == 200);
  const auto document = json_of(told);
  CHECK(document.at("replaced").at("enter").as_array().size() == 1);
  const auto tag = told.headers.at("etag");
  CHECK(api.get(asked, "If-None-Match: " + tag + "\r\n").status == 304);
  CHECK(api.get(asked + "&changes=1", "If-None-Match: " + tag + "\r\n").status == 200);
}

TEST_CASE("A repair that cannot be asked says what is wrong with the address") {
  ApiClient api;
  const auto chosen = choose(api);
  const auto refused = [&](const std::string& query) {
    const auto response = api.get(chosen.place + "/repair" + query);
    return std::to_string(response.status) + errors_of(response);
  };
  CHECK(refused("") == "400/without choice.repaired.nobody_leaves");
  CHECK(refused("?without=x") == "404 choice.not_a_candidate");
  CHECK(refused("?without=" + only_chosen(chosen) + "&changes=0") ==
        "400/changes http.parameter_no_number");
  for (const auto& candidate : chosen.document.at("candidates").as_array()) {
    if (candidate.at("chosen").as_bool()) continue;
    CHECK(refused("?without=" + std::string(candidate.at("id").as_string())) ==
          "400/without choice.not_chosen");
  }
}

TEST_CASE("What a chosen candidate contributes is asked for by its id") {
  ApiClient api;
  const auto chosen = choose(api);
  const std::string asked = chosen.place + "/candidates/" + only_chosen(chosen) + "/outlook";
  const auto told = api.get(asked);
  INFO(told.body);
  REQUIRE(told.status == 200);
  CHECK(json_of(told).at("contribution").is_int64());
  CHECK_FALSE(json_of(told).at("said").as_array().empty());
  const auto tag = told.headers.at("etag");
  CHECK(api.get(asked, "If-None-Match: " + tag + "\r\n").status == 304);
  CHECK(api.get(chosen.place + "/candidates/x/outlook").status == 404);
}

TEST_CASE("Of an infeasible selection every part says that there is nothing to tell") {
  ApiClient api;
  const auto chosen = choose(api, R"({"min": 9})");
  const auto document = json_of(api.get(chosen.place + "/robustness"));
  CHECK(document.at("status") == "infeasible");
  CHECK(document.at("weights").at("said").at(0).at("kind") == "choice.question.infeasible");
  const auto repair = json_of(api.get(chosen.place + "/repair?without=x"));
  CHECK(repair.at("said").at(0).at("kind") == "choice.question.infeasible");
}

TEST_CASE("Questions to a selection that is not there are 404") {
  ApiClient api;
  for (const char* id : {"x", "01920000-abcd-7abc-8def-0123456789ab"}) {
    CHECK(api.get(kRegion + "/selections/" + id + "/robustness").status == 404);
    CHECK(api.get(kRegion + "/selections/" + id + "/repair?without=y").status == 404);
  }
}

TEST_CASE("While one question is worked out another is told to come again") {
  ApiClient api;
  const auto chosen = choose(api);
  auto environment = api.environment();
  std::unique_ptr<pilah::http::RouteTable> routes;
  int refused = 0;
  const auto ask = [&](const std::string& what) {
    const auto match = routes->find("GET", chosen.place + what);
    pilah::http::Request request;
    request.path = chosen.place + what;
    request.caller = pilah::tests::insider();
    return match.route->handler(request, match.values);
  };
  bool within = false;
  environment.steady_milliseconds = [&] {
    if (std::exchange(within, false)) {
      try {
        ask("/robustness");
      } catch (const pilah::http::HttpRefusal& refusal) {
        CHECK(refusal.status() == 503);
        CHECK(refusal.message().kind == "http.question_under_way");
        ++refused;
      }
    }
    return std::int64_t{0};
  };
  routes = pilah::http::api_routes(environment, all_sentences());
  within = true;
  CHECK(ask("/robustness").status == 200);
  CHECK(refused == 1);
  CHECK(ask("/robustness").status == 200);  // the turn was given back
}

TEST_CASE("An answer that the time cut off says so and is not kept") {
  ApiClient api;
  const auto chosen = choose(api);
  auto environment = api.environment();
  std::int64_t now = 0;
  environment.steady_milliseconds = [&now] { return now += 6'000; };
  const auto routes = pilah::http::api_routes(environment, all_sentences());
  const auto match = routes->find("GET", chosen.place + "/robustness");
  pilah::http::Request request;
  request.caller = pilah::tests::insider();
  const auto response = match.route->handler(request, match.values);
  CHECK(response.status == 200);
  CHECK(boost::json::parse(response.body).at("complete") == false);
  for (const auto& [name, value] : response.headers) CHECK(name != "ETag");
}
