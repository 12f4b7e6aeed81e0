// Teams, decrees and duties over HTTP, and what a membership opens there.
#include "contract/http/api_client.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kAny = "If-Match: *\r\n";

std::string quoted(const boost::json::value& value) { return boost::json::serialize(value); }

/// A decree, a working group under it of which Ani is a member, and one entry of its list.
struct Set {
  Set() {
    registry::add_account(
        api.environment(), insider(),
        {"ani",
         "Ani",
         "",
         {{catalogue::Role::kReader, catalogue::RegionCode::parse("13.11"), {}}}});
    decree = add("/decrees", R"({"number": "188.45/1", "signed_on": "2020-01-05",
                                 "signed_by": "Bupati Ani", "office": "Bupati", "from": "2020"})");
    team = add("/teams", R"({"kind": "working-group", "name": "Pokja Hijau",
                             "dimension": "smart-environment", "decree": )" +
                             quoted(decree.at("id")) +
                             R"(, "members": [{"account": "ani", "duty": "ketua"}]})");
    entry = api.add_innovation("Bank Sampah", api.add_organisation("DLH"), "waste");
  }
  boost::json::object add(const std::string& path, const std::string& body) {
    const auto made = api.send("POST", kRegion + path, body);
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(made.headers.count("etag") == 1);
    return json_of(made);
  }
  std::string place(const char* what, const boost::json::object& of) const {
    return kRegion + what + std::string(of.at("id").as_string());
  }
  void be_ani() { api.speak_for(registry::on_behalf_of(api.environment(), insider(), "ani")); }

  ApiClient api;
  boost::json::object decree, team;
  std::string entry;
};

}  // namespace

TEST_CASE("A team is set up under a decree, listed by kind, read and changed over HTTP") {
  Set set;
  auto& api = set.api;
  CHECK(set.team.at("counts") == true);
  CHECK(set.team.at("decrees").at(0).at("number") == "188.45/1");
  CHECK(set.team.at("members").at(0).at("name") == "Ani");
  const auto listed = [&](const std::string& kind) {
    return json_of(api.get(kRegion + "/teams?kind=" + kind)).at("teams").as_array().size();
  };
  CHECK(listed("working-group") == 1);
  CHECK(listed("council") == 0);
  CHECK(api.get(kRegion + "/teams?kind=club").status == 400);
  const auto place = set.place("/teams/", set.team);
  CHECK(json_of(api.get(place)).at("innovations") == 1);
  CHECK(json_of(api.get(place + "/innovations")).at("innovations").as_array().size() == 1);
  CHECK(api.send("PATCH", place, R"({"name": "Pokja"})").status == 428);
  const auto changed = api.send("PATCH", place, R"({"name": "Pokja"})", kAny);
  CHECK(json_of(changed).at("name") == "Pokja");
  const auto joined =
      api.send("POST", place + "/members", R"({"members": [{"name": "Budi"}]})", kAny);
  REQUIRE(joined.status == 200);
  const auto person = std::string(json_of(joined).at("members").at(1).at("person").as_string());
  const auto left = api.send("DELETE", place + "/members/" + person, "", kAny, "");
  CHECK(json_of(left).at("members").as_array().size() == 1);
}

TEST_CASE("A decree keeps its file, and is replaced by the next with its teams") {
  Set set;
  auto& api = set.api;
  const auto place = set.place("/decrees/", set.decree);
  CHECK(json_of(api.get(place)).at("teams").as_array().size() == 1);
  CHECK(api.get(place + "/file").status == 404);
  CHECK(api.send("PUT", place + "/file?file_name=sk.txt", "Menetapkan.", "", "text/plain").status ==
        200);
  CHECK(api.get(place + "/file").body == "Menetapkan.");
  CHECK(api.send("PUT", place + "/file?file_name=sk.txt", "Lain.", "", "text/plain").status == 409);
  const auto next = set.add("/decrees", R"({"number": "188.45/2", "signed_on": "2021-01-05",
      "signed_by": "Ani", "office": "Bupati", "from": "2021", "replaces": )" +
                                            quoted(set.decree.at("id")) + "}");
  CHECK(next.at("state") == "runs");
  const auto before = json_of(api.get(place));
  CHECK(before.at("state") == "replaced");
  CHECK(before.at("replaced_by") == next.at("id"));
  CHECK(json_of(api.get(set.place("/teams/", set.team))).at("decrees").as_array().size() == 2);
  const auto late = api.send("POST", kRegion + "/teams",
                             R"({"kind": "council", "name": "Dewan",
                             "decree": )" +
                                 quoted(set.decree.at("id")) + "}");
  CHECK(late.status == 409);
  CHECK(errors_of(late) == "/decree decree.replaced");
  CHECK(json_of(api.send("PATCH", place, R"({"subject": "Dewan"})", kAny)).at("subject") ==
        "Dewan");
}

TEST_CASE("A member sees the group's entries, and the own duty in the inbox until it is done") {
  Set set;
  auto& api = set.api;
  const auto duty = set.add("/duties", R"({"text": "Peta jalan", "due": "2020-06-01", "team": )" +
                                           quoted(set.team.at("id")) + "}");
  CHECK(duty.at("late") == true);
  set.be_ani();
  CHECK(api.get("/api/v1/innovations/" + set.entry + "/review").status == 200);
  const auto me = json_of(api.get("/api/v1/me"));
  CHECK(me.at("teams").at(0).at("counts") == true);
  CHECK(me.at("regions").at(0).at("may").as_array().size() >= 3);
  const auto inbox = [&] { return json_of(api.get(kRegion + "/inbox")).at("duties").as_array(); };
  REQUIRE(inbox().size() == 1);
  CHECK(inbox()[0].at("en").as_string().find("is late") != boost::json::string::npos);
  const auto listed = json_of(api.get(kRegion + "/duties?late=true")).at("duties").as_array();
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].at("own") == true);
  const auto place = set.place("/duties/", duty);
  CHECK(api.send("PATCH", place, R"({"due": "2027-01-01"})", kAny).status == 403);
  const auto done = api.send("POST", place + "/done", "{}", kAny);
  CHECK(json_of(done).at("done_by_name") == "Ani");
  CHECK(inbox().empty());
  CHECK(api.send("POST", place + "/done", "{}", kAny).status == 409);
}
