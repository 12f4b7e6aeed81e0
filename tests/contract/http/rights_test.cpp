#include "contract/http/api_client.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
using pilah::catalogue::Role;
using pilah::registry::Caller;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kAll = kRegion + "/innovations";

/// One verified innovation with a budget, one draft, both of DINKES.
struct Published {
  ApiClient api;
  std::string owner = api.add_organisation("DINKES");
  std::string verified =
      api.add_innovation("Terbit", owner, "health",
                         R"(, "digital": true, "budgets": [{"year": 2026, "amount": 5000000}])");
  std::string draft = [this] {
    const auto made = api.send("POST", kAll, R"({"name": "Draf", "owner": ")" + owner + R"("})");
    return std::string(json_of(made).at("id").as_string());
  }();

  Caller contributor() const {
    return account(Role::kContributor, "13.11", pilah::catalogue::OrganisationId::parse(owner));
  }
};

}  // namespace

TEST_CASE("Without a name one sees what is published, and no field that is closed") {
  Published region;
  region.api.speak_for(Caller::anonymous());
  const auto list = json_of(region.api.get(kAll));
  CHECK(list.at("total") == 1);
  const auto& shown = list.at("innovations").at(0).as_object();
  CHECK(shown.at("name") == "Terbit");
  CHECK(shown.at("digital") == true);
  CHECK_FALSE(shown.contains("budgets"));
  const auto one = json_of(region.api.get("/api/v1/innovations/" + region.verified));
  CHECK(one == shown);
  CHECK(region.api.get("/api/v1/innovations/" + region.draft).status == 404);
  const auto facets = json_of(region.api.get(kAll + "?facets=status"));
  CHECK(facets.at("facets").at("status").as_array().size() == 1);
  CHECK(json_of(region.api.get(kRegion + "/coverage")).at("innovations") == 1);
  CHECK(json_of(region.api.get(kRegion + "/coverage")).at("silent").is_null());
}

TEST_CASE("Without a name nothing can be changed, and the refusal says who can") {
  Published region;
  region.api.speak_for(Caller::anonymous());
  const auto refused =
      region.api.send("POST", kAll, R"({"name": "Baru"})", "Accept-Language: en\r\n");
  CHECK(refused.status == 401);
  CHECK(refused.headers.at("www-authenticate") == "Bearer realm=\"Pilah\"");
  CHECK(errors_of(refused) == " rights.register");
  CHECK(json_of(refused).at("detail").as_string().find("Who may: contributor, ") !=
        std::string::npos);
  for (const char* place : {"/selections", "/scenarios", "/innovations?sort=budget"}) {
    CHECK(region.api.get(kRegion + place).status == 401);
  }
  region.api.speak_for(account(Role::kReader, "13.11"));
  CHECK(region.api.get(kRegion + "/selections").status == 403);
}

TEST_CASE("What one caller has is never taken for what another may have") {
  Published region;
  for (const auto& place :
       std::vector<std::string>{kAll, "/api/v1/innovations/" + region.verified,
                                kRegion + "/organisations", kRegion + "/coverage"}) {
    CAPTURE(place);
    region.api.speak_for(region.contributor());
    const auto own = region.api.get(place).headers.at("etag");
    CHECK(region.api.get(place, "If-None-Match: " + own + "\r\n").status == 304);
    region.api.speak_for(Caller::anonymous());
    const auto anybodys = region.api.get(place, "If-None-Match: " + own + "\r\n");
    CHECK(anybodys.status == 200);
    CHECK(anybodys.headers.at("etag") != own);
    CHECK(anybodys.headers.at("cache-control") == "private, no-cache");
    CHECK(anybodys.headers.at("vary").find("Authorization, Cookie") != std::string::npos);
    region.api.speak_for(account(Role::kReader, "13.11"));
    CHECK(region.api.get(place, "If-None-Match: " + anybodys.headers.at("etag") + "\r\n").status ==
          304);
  }
}

TEST_CASE("An entity tag names the revision of a change whatever form it was read in") {
  Published region;
  region.api.speak_for(Caller::anonymous());
  const std::string place = "/api/v1/innovations/" + region.verified;
  const auto tag = region.api.get(place).headers.at("etag");
  region.api.speak_for(account(Role::kRegionAdministrator, "13.11"));
  const auto changed = region.api.send("PATCH", place, R"({"benefit": "Lebih cepat."})",
                                       "If-Match: " + tag + "\r\n");
  CHECK(changed.status == 200);
}
