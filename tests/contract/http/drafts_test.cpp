#include <map>

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

TEST_CASE("A list of working copies tells each one's name and owner as far as they were typed") {
  ApiClient api;
  const auto owner = api.add_organisation("DINKES");
  const auto begin = [&](const std::string& typed) {
    const auto begun = api.send("POST", kDrafts, typed);
    REQUIRE(begun.status == 201);
    return json_of(begun).at("innovation");
  };
  const auto whole = begin(R"({"name": "SI PEDAS", "owner": ")" + owner + R"(", "staff": 3})");
  const auto empty = begin("{}");
  const auto odd = begin(R"({"name": 7, "owner": "DINKES"})");
  const auto long_one = begin(R"({"name": ")" + std::string(499, 'a') + "\u00e9\"}");
  std::map<std::string, boost::json::object> by_id;
  const auto all = json_of(api.get(kDrafts)).at("drafts").as_array();
  for (const auto& each : all) {
    CHECK_FALSE(each.as_object().contains("document"));
    by_id[std::string(each.at("innovation").as_string())] = each.as_object();
  }
  REQUIRE(by_id.size() == 4);
  const auto listed = [&](const boost::json::value& id) {
    return by_id.at(std::string(id.as_string()));
  };
  CHECK(listed(whole).at("name") == "SI PEDAS");
  CHECK(listed(whole).at("owner") == boost::json::value(owner));
  for (const auto& id : {empty, odd}) {
    CHECK_FALSE(listed(id).contains("name"));
    CHECK_FALSE(listed(id).contains("owner"));
  }
  // Cut where a letter ends.
  CHECK(listed(long_one).at("name") == boost::json::value(std::string(499, 'a')));
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
