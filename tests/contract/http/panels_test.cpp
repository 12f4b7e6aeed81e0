// Panels: opened, judged with an account, closed, told.
#include "contract/http/api_client.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kPanels = "/api/v1/regions/13.11/panels";

/// A panel of Siti, who has an account, and Budi, who judges on paper.
struct OpenPanel {
  OpenPanel() {
    const auto made = registry::add_account(
        api.environment(), insider(),
        {"siti", "Siti", "", {{catalogue::Role::kAssessor, siti_region, {}}}});
    siti = account(catalogue::Role::kAssessor, "13.11");
    siti.account = made.id;
    dinkes = api.add_organisation("DINKES");
    entry = api.add_innovation("Antrean", dinkes, "health");
    const auto opened = api.send("POST", kPanels,
                                 R"({"name": "Panel ahli", "criteria": ["felt"], "members":
                                     [{"account": "siti"}, {"name": "Budi", "organisation": ")" +
                                     dinkes + R"("}]})");
    REQUIRE(opened.status == 201);
    place = opened.headers.at("location");
    tag = opened.headers.at("etag");
  }
  std::string judged(int step) const {
    return R"({"judgements": [{"innovation": ")" + entry + R"(", "criterion": "felt", "step": )" +
           std::to_string(step) + "}]}";
  }

  ApiClient api;
  std::optional<catalogue::RegionCode> siti_region = catalogue::RegionCode::parse("13.11");
  registry::Caller siti;
  std::string dinkes, entry, place, tag;
};

}  // namespace

TEST_CASE("The scales of a region say what each step means") {
  ApiClient api;
  const auto criteria = json_of(api.get("/api/v1/regions/13.11/scales")).at("criteria").as_array();
  REQUIRE(criteria.size() == 6);
  CHECK(criteria[0].at("steps").as_array().size() == 5);
}

TEST_CASE("A panel is opened, judged, closed and told over HTTP") {
  OpenPanel open;
  auto& api = open.api;
  const auto panel = json_of(api.get(open.place));
  CHECK(panel.at("is_open") == true);
  CHECK(panel.at("members").at(0).at("wanted") == 1);
  CHECK(panel.at("members").at(1).at("wanted") == 0);  // of the own organisation
  CHECK(api.get(open.place + "/results").status == 409);

  api.speak_for(open.siti);
  const auto sheet = api.send("PUT", open.place + "/sheet", open.judged(3));
  REQUIRE(sheet.status == 200);
  CHECK(json_of(sheet).at("entries").at(0).at("given").at(0).at("step") == 3);
  CHECK(json_of(api.get(open.place + "/sheet")).at("entries").at(0).at("missing") ==
        boost::json::array());

  api.speak_for(insider());
  CHECK(api.send("POST", open.place + "/close", "").status == 428);
  const std::string match = "If-Match: " + open.tag + "\r\n";
  CHECK(json_of(api.send("POST", open.place + "/close", "", match)).at("is_open") == false);
  const auto results = json_of(api.get(open.place + "/results"));
  CHECK(results.at("entries").at(0).at("criteria").at(0).at("median_halves") == 6);
  CHECK(results.at("agreement").at(0).at("level") == "unknown");
  CHECK(json_of(api.get(open.place + "/missing")).at("missing").as_array().empty());
  CHECK(json_of(api.get(kPanels)).at("panels").as_array().size() == 1);
}

TEST_CASE("Closing twice and judging after closing are refused with a sentence") {
  OpenPanel open;
  auto& api = open.api;
  const std::string any = "If-Match: *\r\n";
  REQUIRE(api.send("POST", open.place + "/close", "", any).status == 200);
  const auto again = api.send("POST", open.place + "/close", "", any);
  CHECK(again.status == 409);
  CHECK(errors_of(again) == " panel.closed_already");
  api.speak_for(open.siti);
  CHECK(errors_of(api.send("PUT", open.place + "/sheet", open.judged(3))) == " panel.closed");
}

TEST_CASE("What cannot be judged is refused with its place") {
  OpenPanel open;
  open.api.speak_for(open.siti);
  CHECK(errors_of(open.api.send("PUT", open.place + "/sheet", open.judged(7))) ==
        "/judgements/0/step panel.no_step");
  CHECK(open.api.get(kPanels + "/0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b").status == 404);
}
