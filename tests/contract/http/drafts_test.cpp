#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kDrafts = "/api/v1/regions/13.11/drafts";

std::string match(const ClientResponse& response) {
  return "If-Match: " + response.headers.at("etag") + "\r\n";
}

}  // namespace

TEST_CASE("A working copy of a new entry is kept as it is typed, and read again") {
  ApiClient api;
  const auto begun = api.send("POST", kDrafts, R"({"name": "SI P"})");
  REQUIRE(begun.status == 201);
  const auto place = begun.headers.at("location");
  const auto kept =
      api.send("PUT", place, R"({"name": "SI PEDAS", "staff": "belum tahu"})", match(begun));
  REQUIRE(kept.status == 204);
  CHECK(kept.headers.at("etag") != begun.headers.at("etag"));
  const auto read = api.get(place);
  REQUIRE(read.status == 200);
  CHECK(read.headers.at("etag") == kept.headers.at("etag"));
  CHECK(json_of(read).at("document").at("name") == "SI PEDAS");
  CHECK(json_of(read).at("base_revision").is_null());
  const auto all = json_of(api.get(kDrafts)).at("drafts").as_array();
  REQUIRE(all.size() == 1);
  CHECK(all[0].at("innovation") == json_of(read).at("innovation"));
  // Nothing of it is an innovation yet.
  CHECK(json_of(api.get("/api/v1/regions/13.11/innovations")).at("innovations").as_array().empty());
}

TEST_CASE("Two windows do not overwrite one another: 428 without a version, 412 with both") {
  ApiClient api;
  const auto begun = api.send("POST", kDrafts, R"({"name": "a"})");
  const auto place = begun.headers.at("location");
  CHECK(api.send("PUT", place, R"({"name": "b"})").status == 428);
  const auto kept = api.send("PUT", place, R"({"name": "b"})", match(begun));
  REQUIRE(kept.status == 204);
  const auto late = api.send("PUT", place, R"({"name": "c"})", match(begun));
  REQUIRE(late.status == 412);
  CHECK(json_of(late).at("current").at("document").at("name") == "b");
  CHECK(json_of(late).at("sent").at("name") == "c");
  CHECK(late.headers.at("etag") == kept.headers.at("etag"));
}

TEST_CASE("A working copy of an entry goes when the entry is saved") {
  ApiClient api;
  const auto entry = api.send("POST", "/api/v1/regions/13.11/innovations", R"({"name": "a"})");
  const auto place = entry.headers.at("location");
  REQUIRE(api.send("PUT", place + "/draft", R"({"name": "ab"})").status == 204);
  CHECK(json_of(api.get(place + "/draft")).at("base_revision") == json_of(entry).at("revision"));
  REQUIRE(api.send("PATCH", place, R"({"name": "abc"})", match(entry)).status == 200);
  CHECK(api.get(place + "/draft").status == 404);
}

TEST_CASE("A working copy is deleted once, and again without harm") {
  ApiClient api;
  const auto begun = api.send("POST", kDrafts, "{}");
  const auto place = begun.headers.at("location");
  CHECK(api.send("DELETE", place, "").status == 204);
  CHECK(api.send("DELETE", place, "").status == 204);
  CHECK(api.get(place).status == 404);
  CHECK(api.send("PUT", place, "{}").status == 404);
}

TEST_CASE("Working copies are bounded in size and number") {
  ApiClient api;
  const std::string large = R"({"summary": ")" + std::string(300 * 1024, 'x') + "\"}";
  const auto refused = api.send("POST", kDrafts, large);
  CHECK(refused.status == 422);
  CHECK(errors_of(refused) == " draft.too_large");
  for (int i = 0; i < 100; ++i) REQUIRE(api.send("POST", kDrafts, "{}").status == 201);
  CHECK(errors_of(api.send("POST", kDrafts, "{}")) == " draft.too_many");
}
