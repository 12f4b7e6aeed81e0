// From draft to verified over HTTP.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace json = boost::json;

namespace {

using pilah::catalogue::Grant;
using pilah::catalogue::OrganisationId;
using pilah::catalogue::RegionCode;
using pilah::catalogue::Role;
using pilah::registry::Caller;

const auto kRegion = *RegionCode::parse("13.11");

class Office {
 public:
  Office() : health_(api.add_organisation("DINKES")) {}

  void be_contributor() {
    api.speak_for({"ani", {Grant{Role::kContributor, kRegion, OrganisationId::parse(health_)}}});
  }
  void be_verifier() { api.speak_for({"citra", {Grant{Role::kVerifier, kRegion, {}}}}); }

  /// The address of a complete draft that the contributor registered.
  std::string draft() {
    be_contributor();
    const auto made =
        api.send("POST", "/api/v1/regions/13.11/innovations",
                 R"({"name": "Sibatuah", "summary": "Ibu dijemput.", "owner": ")" + health_ +
                     R"(", "mappings": [{"area": "health", "primary": true}]})");
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.headers.at("location");
  }
  std::string tag(const std::string& place) {
    return api.get(place + "/review").headers.at("etag");
  }
  ClientResponse step(const std::string& place, const std::string& name,
                      const std::string& body = "") {
    return api.send("POST", place + "/" + name, body, "If-Match: " + tag(place) + "\r\n");
  }

  ApiClient api;

 private:
  std::string health_;
};

}  // namespace

TEST_CASE("A draft is submitted, returned with reasons, submitted again and verified") {
  Office office;
  const auto place = office.draft();
  CHECK(json_of(office.step(place, "submit")).at("status") == "submitted");
  office.be_verifier();
  const auto returned = office.step(
      place, "return", R"({"reasons": [{"pointer": "/summary", "text": "Berapa ibu?"}]})");
  INFO(returned.body);
  CHECK(json_of(returned).at("status") == "returned");
  office.be_contributor();
  const auto review = json_of(office.api.get(place + "/review"));
  CHECK(review.at("reasons").at(0).at("text") == "Berapa ibu?");
  CHECK(office.step(place, "submit").status == 200);
  office.be_verifier();
  CHECK(json_of(office.step(place, "verify")).at("status") == "verified");
}

TEST_CASE("A step demands the version that it is made from") {
  Office office;
  const auto place = office.draft();
  CHECK(office.api.send("POST", place + "/submit", "").status == 428);
  CHECK(office.api.send("POST", place + "/submit", "", "If-Match: \"1\"\r\n").status == 412);
  CHECK(json_of(office.api.get(place)).at("status") == "draft");
}

TEST_CASE("A verified entry is revised beside what is published") {
  Office office;
  const auto place = office.draft();
  office.step(place, "submit");
  office.be_verifier();
  office.step(place, "verify");
  office.be_contributor();
  CHECK(office.api.get(place + "/pending").status == 404);
  const auto plain = office.api.send("PATCH", place, R"({"name": "Dua"})",
                                     "If-Match: " + office.tag(place) + "\r\n");
  CHECK(plain.status == 409);
  CHECK(errors_of(plain) == " workflow.is_verified");
  const auto revised = office.api.send("PATCH", place + "/pending", R"({"name": "Dua"})",
                                       "If-Match: " + office.tag(place) + "\r\n");
  CHECK(json_of(revised).at("pending") == true);
  CHECK(json_of(office.api.get(place + "/pending")).at("name") == "Dua");
  CHECK(json_of(office.api.get(place)).at("name") == "Sibatuah");
  office.api.speak_for(Caller::anonymous());
  CHECK(office.api.get(place + "/pending").status == 401);
  CHECK(json_of(office.api.get(place)).at("name") == "Sibatuah");
}

TEST_CASE("Comments are made and settled by number") {
  Office office;
  const auto place = office.draft();
  const auto made = office.api.send("POST", place + "/comments",
                                    R"({"pointer": "/summary", "text": "Ditambah nanti."})");
  CHECK(made.status == 201);
  CHECK(json_of(made).at("comments").at(0).at("by") == "ani");
  const auto settled = office.api.send("POST", place + "/comments/1/settle", "");
  CHECK(json_of(settled).at("comments").at(0).at("settled") == true);
  CHECK(office.api.send("POST", place + "/comments/x/settle", "").status == 404);
  CHECK(office.api.send("POST", place + "/comments", R"({"text": ""})").status == 422);
}

TEST_CASE("A review that was kept is asked for again once something was said or settled") {
  Office office;
  const auto place = office.draft();
  const auto unchanged_since = [&](const std::string& tag) {
    return office.api.get(place + "/review", "If-None-Match: " + tag + "\r\n").status == 304;
  };
  const auto silent = office.tag(place);
  CHECK(unchanged_since(silent));
  REQUIRE(office.api.send("POST", place + "/comments", R"({"text": "Bagus."})").status == 201);
  CHECK_FALSE(unchanged_since(silent));
  const auto said = office.tag(place);
  CHECK(unchanged_since(said));
  REQUIRE(office.api.send("POST", place + "/comments/1/settle", "").status == 200);
  CHECK_FALSE(unchanged_since(said));
  // The version is the same one: each tag of it may be sent with a step.
  CHECK(office.api.send("POST", place + "/submit", "", "If-Match: " + silent + "\r\n").status ==
        200);
}

TEST_CASE("Many are verified at once, each with its outcome") {
  Office office;
  const auto place = office.draft();
  office.step(place, "submit");
  const std::string id = place.substr(place.rfind('/') + 1);
  const auto revision =
      std::to_string(json_of(office.api.get(place + "/review")).at("revision").as_int64());
  office.be_verifier();
  const auto outcome =
      office.api.send("POST", "/api/v1/regions/13.11/verify",
                      R"({"innovations": [{"id": ")" + id + R"(", "revision": )" + revision +
                          R"(}, {"id": "01920000-abcd-7abc-8def-0123456789ab", "revision": 1}]})");
  INFO(outcome.body);
  const auto list = json_of(outcome).at("innovations").as_array();
  REQUIRE(list.size() == 2);
  CHECK(list[0].at("verified") == true);
  CHECK(list[1].at("refused").at(0).at("kind") == "innovation.not_found");
}

TEST_CASE("A region's administrator says until when submissions are taken") {
  Office office;
  const auto set = [&](const std::string& until) {
    return office.api.send("PUT", "/api/v1/regions/13.11/submission",
                           R"({"until": ")" + until + "\"}");
  };
  CHECK(set("2020-01-01T12:00").status == 200);
  CHECK(errors_of(set("2020-13-01T12:00")) == "/until workflow.until_malformed");
  const auto place = office.draft();
  CHECK(errors_of(office.step(place, "submit")) == " workflow.deadline_passed");
  CHECK(set("").status == 403);
}

TEST_CASE("A list says where a newer version waits, to those who see the entry whole") {
  ApiClient api;
  const auto health = api.add_organisation("DINKES");
  const auto other = api.add_organisation("DISDIK");
  const auto waiting = api.add_innovation("A", health, "health");
  const auto elsewhere = api.add_innovation("B", other, "health");
  api.add_innovation("C", health, "health");
  const std::string list = "/api/v1/regions/13.11/innovations";
  for (const auto& id : {waiting, elsewhere}) {
    REQUIRE(api.send("PATCH", "/api/v1/innovations/" + id + "/pending", R"({"benefit": "x"})",
                     "If-Match: *\r\n")
                .status == 200);
  }
  // "A pending; B; ...", or the status of a refusal.
  const auto seen = [&](const std::string& query = "") {
    const auto response = api.get(list + query);
    if (response.status != 200) return std::to_string(response.status);
    std::string names;
    const auto page = json_of(response);
    for (const auto& entry : page.at("innovations").as_array()) {
      names += entry.at("name").as_string().c_str();
      names += entry.as_object().contains("pending") ? " pending; " : "; ";
    }
    return names;
  };
  CHECK(seen() == "A pending; B pending; C; ");
  CHECK(seen("?pending=true") == "A pending; B pending; ");
  CHECK(seen("?pending=false") == "C; ");
  CHECK(json_of(api.get(list + "?pending=true&limit=1")).at("total") == 2);
  const auto csv = api.get(list, "Accept: text/csv\r\n").body;
  CHECK(csv.find(",pending,revision\r\n") != std::string::npos);
  CHECK(csv.find(",true,") != std::string::npos);
  CHECK(api.get(list, "Accept: application/x-ndjson\r\n").body.find("\"pending\":true") !=
        std::string::npos);

  api.speak_for({"ani", {{Role::kContributor, kRegion, OrganisationId::parse(health)}}});
  CHECK(seen() == "A pending; B; C; ");
  CHECK(seen("?pending=true") == "A pending; ");
  CHECK(seen("?pending=false") == "B; C; ");
  // Facets of what waits are of their own entries, too.
  const auto facets = json_of(api.get(list + "?pending=true&facets=owner")).at("facets");
  CHECK(facets.at("owner").as_array().size() == 1);

  api.speak_for(Caller::anonymous());
  CHECK(seen() == "A; B; C; ");
  CHECK(seen("?pending=true") == "401");

  api.speak_for(Caller::with_data_folder("test"));
  REQUIRE(api.send("DELETE", "/api/v1/innovations/" + waiting + "/pending", "", "If-Match: *\r\n")
              .status == 200);
  CHECK(seen("?pending=true") == "B pending; ");
}
