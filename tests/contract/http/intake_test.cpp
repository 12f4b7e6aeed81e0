// Proposals without an account, and their moderation.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kForm = R"({"name": "Peta jalan rusak", "summary": "Warga melapor lewat radio",
                              "proposer": "Ibu Siti", "contact": "0812", "proposer_kind": "media"})";

std::string text_of(const boost::json::object& document, const char* key) {
  return std::string(document.at(key).as_string());
}

struct Intake : ApiClient {
  boost::json::object opened = json_of(send("POST", kRegion + "/intake-links",
                                            R"({"name": "Bimtek II", "days": 7,
                                                "address": "https://pilah.example"})"));
  std::string link = text_of(opened, "path");

  std::string submit() { return text_of(json_of(send("POST", link, kForm)), "tracking"); }
  boost::json::array queue() {
    return json_of(get(kRegion + "/proposals")).at("proposals").as_array();
  }
};

}  // namespace

TEST_CASE("Whoever holds the link reads what it is for and proposes, the link is told only once") {
  Intake intake;
  CHECK(text_of(intake.opened, "qr_svg").find("<svg") == 0);
  const auto links = json_of(intake.get(kRegion + "/intake-links")).at("intake_links").as_array();
  REQUIRE(links.size() == 1);
  CHECK_FALSE(links[0].as_object().contains("token"));
  CHECK(text_of(json_of(intake.get(intake.link)), "name") == "Bimtek II");
  const auto created = intake.send("POST", intake.link, kForm);
  REQUIRE(created.status == 201);
  const auto tracked = intake.get(created.headers.at("location"));
  CHECK(text_of(json_of(tracked), "state") == "received");
  CHECK(tracked.body.find("Siti") == std::string::npos);
  CHECK(tracked.body.find("0812") == std::string::npos);
  CHECK(json_of(intake.get(kRegion + "/innovations")).at("innovations").as_array().empty());
  CHECK(json_of(intake.get(kRegion + "/innovations?q=jalan")).at("total") == 0);
}

TEST_CASE("A link that is none, or closed, takes nothing, a wrong proposal names its fields") {
  Intake intake;
  CHECK(intake.get("/api/v1/intake/x").status == 404);
  CHECK(intake.send("POST", "/api/v1/intake/x", kForm).status == 404);
  CHECK(errors_of(intake.send("POST", intake.link, R"({"proposer": "x", "summary": "x"})")) ==
        "/name proposal.missing");
  CHECK(intake.send("POST", intake.link, R"({"state": "accepted"})").status == 422);
  const auto id = text_of(intake.opened, "id");
  CHECK(intake.send("POST", kRegion + "/intake-links/" + id + "/close", "{}").status == 200);
  CHECK(intake.send("POST", intake.link, kForm).status == 404);
}

TEST_CASE("A proposal of more than 64 kB is not read") {
  Intake intake;
  CHECK(intake.send("POST", intake.link, std::string(70'000, ' ') + kForm).status == 413);
}

TEST_CASE("A moderator accepts or declines, the proposer sees it, and may withdraw") {
  Intake intake;
  const auto owner = intake.add_organisation("KOMINFO");
  const auto first = intake.submit();
  const auto second = intake.submit();
  const auto third = intake.submit();
  const auto queue = intake.queue();
  REQUIRE(queue.size() == 3);
  const auto place = [&](std::size_t i) {
    return kRegion + "/proposals/" + text_of(queue[i].as_object(), "id");
  };
  CHECK(text_of(json_of(intake.get(place(0))), "contact") == "0812");
  const auto accepted =
      intake.send("POST", place(0) + "/accept", R"({"owner": ")" + owner + R"("})");
  REQUIRE(accepted.status == 201);
  CHECK(text_of(json_of(intake.get(accepted.headers.at("location"))), "status") == "draft");
  CHECK(intake.send("POST", place(0) + "/decline", R"({"reason": "x"})").status == 409);
  CHECK(intake.send("POST", place(1) + "/decline", "{}").status == 422);
  CHECK(intake.send("POST", place(1) + "/decline", R"({"reason": "Sudah ada"})").status == 200);
  const auto state = [&](const std::string& code) {
    return json_of(intake.get("/api/v1/proposals/" + code));
  };
  CHECK(text_of(state(first), "state") == "accepted");
  CHECK(text_of(state(second), "reason") == "Sudah ada");
  CHECK(intake.send("DELETE", "/api/v1/proposals/" + third, "").status == 204);
  CHECK(text_of(state(third), "state") == "withdrawn");
  CHECK(json_of(intake.get(kRegion + "/proposals?state=declined"))
            .at("proposals")
            .as_array()
            .size() == 1);
  CHECK(intake.get(kRegion + "/proposals?state=lost").status == 400);
  CHECK(intake.get("/api/v1/proposals/x").status == 404);
}

TEST_CASE("Too many in an hour are told when to come again") {
  Intake intake;
  int status = 201;
  ClientResponse last;
  for (int i = 0; i < 200 && status == 201; ++i) {
    last = intake.send("POST", intake.link, kForm);
    status = last.status;
  }
  REQUIRE(status == 429);
  CHECK(errors_of(last) == " proposal.too_often");
  CHECK(std::stoi(last.headers.at("retry-after")) >= 1);
  CHECK(std::stoi(last.headers.at("retry-after")) <= 3'600);
}

TEST_CASE("One address proposes so often and no more, whatever links it holds") {
  Intake intake;
  const std::string none = "/api/v1/intake/x";
  for (int i = 0; i < 100; ++i) REQUIRE(intake.send("POST", none, kForm).status == 404);
  const auto refused = intake.send("POST", intake.link, kForm);
  CHECK(refused.status == 429);
  CHECK(errors_of(refused) == " http.too_often");
  CHECK(refused.headers.count("retry-after") == 1);
  CHECK(intake.queue().empty());
  // Who only reads what a link is for is not kept out.
  CHECK(intake.get(intake.link).status == 200);
}
