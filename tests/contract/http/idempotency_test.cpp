#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kAll = "/api/v1/regions/13.11/innovations";

std::size_t count(ApiClient& api) {
  return json_of(api.get(kAll)).at("innovations").as_array().size();
}

}  // namespace

TEST_CASE("The same request under the same key is made once and answered twice") {
  ApiClient api;
  const std::string key = "Idempotency-Key: 7c1b-1\r\n";
  const auto first = api.send("POST", kAll, R"({"name": "SI PEDAS"})", key);
  REQUIRE(first.status == 201);
  CHECK(first.headers.count("idempotency-replayed") == 0);
  const auto second = api.send("POST", kAll, R"({"name": "SI PEDAS"})", key);
  CHECK(second.status == 201);
  CHECK(second.body == first.body);
  CHECK(second.headers.at("location") == first.headers.at("location"));
  CHECK(second.headers.at("etag") == first.headers.at("etag"));
  CHECK(second.headers.at("idempotency-replayed") == "true");
  CHECK(count(api) == 1);
  // Without a key, or under another, it is another request.
  CHECK(api.send("POST", kAll, R"({"name": "SI PEDAS"})").status == 201);
  CHECK(api.send("POST", kAll, R"({"name": "SI PEDAS"})", "Idempotency-Key: 2\r\n").status == 201);
  CHECK(count(api) == 3);
}

TEST_CASE("A key that was used for another request is refused") {
  ApiClient api;
  const std::string key = "Idempotency-Key: 7c1b-1\r\n";
  REQUIRE(api.send("POST", kAll, R"({"name": "a"})", key).status == 201);
  const auto other = api.send("POST", kAll, R"({"name": "b"})", key);
  CHECK(other.status == 422);
  CHECK(errors_of(other) == " http.key_reused");
  const auto elsewhere =
      api.send("POST", "/api/v1/regions/16.02/innovations", R"({"name": "a"})", key);
  CHECK(elsewhere.status == 422);
  CHECK(count(api) == 1);
}

TEST_CASE("A request that was refused may be mended under its key") {
  ApiClient api;
  const std::string key = "Idempotency-Key: 7c1b-1\r\n";
  CHECK(api.send("POST", kAll, R"({"name": ""})", key).status == 422);
  CHECK(api.send("POST", kAll, R"({"name": "a"})", key).status == 201);
}

TEST_CASE("A key is a word of at most 255 signs") {
  ApiClient api;
  const auto refused = api.send("POST", kAll, R"({"name": "a"})",
                                "Idempotency-Key: " + std::string(256, 'k') + "\r\n");
  CHECK(refused.status == 400);
  CHECK(errors_of(refused) == " http.key_malformed");
  CHECK(api.send("POST", kAll, R"({"name": "a"})", "Idempotency-Key: a b\r\n").status == 400);
  CHECK(count(api) == 0);
}

TEST_CASE("Who was late hears what lies there now and what was changed meanwhile") {
  ApiClient api;
  const auto created = api.send("POST", kAll, R"({"name": "a", "staff": 3, "risks": "x"})");
  const auto place = created.headers.at("location");
  const std::string match = "If-Match: " + created.headers.at("etag") + "\r\n";
  const auto changed = api.send("PATCH", place, R"({"staff": 4, "risks": null})", match);
  REQUIRE(changed.status == 200);
  const auto late = api.send("PATCH", place, R"({"staff": 9})", match);
  REQUIRE(late.status == 412);
  CHECK(late.headers.at("etag") == changed.headers.at("etag"));
  const auto problem = json_of(late);
  CHECK(problem.at("status") == 412);
  CHECK(problem.at("current") == json_of(changed));
  CHECK(problem.at("sent") == boost::json::parse(R"({"staff": 9})"));
  CHECK(problem.at("changed") == boost::json::parse(R"({"staff": {"before": 3, "after": 4},
                               "risks": {"before": "x", "after": null}})"));
}
