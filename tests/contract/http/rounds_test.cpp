// Rounds: their plan, steps, attendance and minutes, and what changed between them.
#include "contract/http/api_client.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRounds = "/api/v1/regions/13.11/rounds";

/// A round that was planned, and what is done with it from the revision last read.
struct HeldRound {
  explicit HeldRound(ApiClient& client, const std::string& body) : api(client) {
    const auto made = api.send("POST", kRounds, body);
    REQUIRE(made.status == 201);
    place = made.headers.at("location");
  }
  std::string match() { return "If-Match: " + api.get(place).headers.at("etag") + "\r\n"; }
  ClientResponse step(const std::string& step, const std::string& body = "") {
    return body.empty() ? api.send("POST", place + step, "", match(), "")
                        : api.send("POST", place + step, body, match());
  }
  boost::json::object now() { return json_of(api.get(place)); }

  ApiClient& api;
  std::string place;
};

}  // namespace

TEST_CASE("A round is planned, changed from the revision that was read, and listed") {
  ApiClient api;
  HeldRound round(api, R"({"name": "Bimtek I", "from": "2024-03-05", "agenda": ["Kondisi"]})");
  CHECK(round.now().at("state") == "planned");
  CHECK(api.send("PATCH", round.place, R"({"place": "Aula"})").status == 428);
  const auto match = round.match();
  CHECK(api.send("PATCH", round.place, R"({"place": "Aula"})", match).status == 200);
  CHECK(api.send("PATCH", round.place, R"({"place": "Lain"})", match).status == 412);
  CHECK(round.now().at("place") == "Aula");
  CHECK(errors_of(api.send("PATCH", round.place, R"({"state": "closed"})", round.match())) ==
        "/state innovation.set_by_host");
  CHECK(errors_of(api.send("POST", kRounds, R"({"name": ""})")) == "/name round.bad_text");
  CHECK(json_of(api.get(kRounds)).at("rounds").as_array().size() == 1);
}

TEST_CASE("A round is opened, attended, closed with its products, and frozen by that") {
  ApiClient api;
  const auto agency = api.add_organisation("DINKES");
  HeldRound round(api, R"({"name": "Bimtek I", "products": [{"name": "Berita acara"}]})");
  CHECK(round.step("/close").status == 409);
  CHECK(json_of(round.step("/open")).at("state") == "open");
  const auto attended = api.send("PUT", round.place + "/attendance",
                                 R"({"organisation": ")" + agency +
                                     R"(", "presence": "online", "replaced_by": "Siti Aminah"})");
  REQUIRE(attended.status == 200);
  CHECK(json_of(attended).at("attendance").at(0).at("replaced_by_name") == "Siti Aminah");
  CHECK(json_of(attended).at("not_recorded").as_array().empty());
  const auto minutes =
      api.send("POST", round.place + "/minutes",
               R"({"kind": "decision", "text": "Delapan quick win", "person": "siti aminah"})");
  REQUIRE(minutes.status == 201);
  CHECK(json_of(minutes).at("minutes").at(0).at("person_name") == "Siti Aminah");
  const auto refused = round.step("/close");
  CHECK(refused.status == 409);
  CHECK(errors_of(refused) == "/products/0/document round.product_missing");
  CHECK(api.send("PATCH", round.place,
                 R"({"products": [{"name": "Berita acara", "document": "BA 12"}]})", round.match())
            .status == 200);
  const auto closed = json_of(round.step("/close"));
  CHECK(closed.at("state") == "closed");
  CHECK(closed.at("snapshot") == "Bimtek I");
}

TEST_CASE("The coverage of a frozen round is what it was, of all and of one organisation") {
  ApiClient api;
  const auto agency = api.add_organisation("DLH");
  const auto other = api.add_organisation("DINKES");
  api.add_innovation("Bank Sampah", agency, "waste");
  HeldRound round(api, R"({"name": "Bimtek I"})");
  const auto place = round.place + "/coverage";
  const auto early = api.get(place);
  CHECK(early.status == 409);
  CHECK(errors_of(early) == " round.not_frozen");
  round.step("/freeze", R"({"name": ""})");
  api.add_innovation("Posyandu Remaja", other, "health");
  const auto of_waste = [](const boost::json::object& picture) {
    std::int64_t primary = 0;
    for (const auto& area : picture.at("areas").as_array()) {
      if (area.at("area") == "waste") primary += area.at("primary").as_int64();
    }
    return primary;
  };
  const auto then = json_of(api.get(place));
  CHECK(then.at("innovations") == 1);
  CHECK(of_waste(then) == 1);
  CHECK(then.at("revision") == round.now().at("frozen_revision"));
  REQUIRE(then.at("silent").as_array().size() == 1);
  CHECK(then.at("silent").at(0).at("code") == "DINKES");
  CHECK(json_of(api.get("/api/v1/regions/13.11/coverage")).at("innovations") == 2);

  const auto of_other = json_of(api.get(place + "?owner=" + other));
  CHECK(of_other.at("innovations") == 0);
  CHECK(of_other.at("silent").is_null());
  CHECK(json_of(api.get("/api/v1/regions/13.11/coverage?owner=" + other)).at("innovations") == 1);
  CHECK(errors_of(api.get(place + "?owner=DLH")) == "/owner http.parameter_no_id");
  CHECK(api.get(kRounds + "/0190/coverage").status == 404);
  CHECK(api.get(kRounds + "/01920000-abcd-7abc-8def-0123456789ab/coverage").status == 404);

  api.speak_for(pilah::registry::Caller::anonymous());
  const auto seen = json_of(api.get(place));
  CHECK(seen.at("innovations") == 1);  // it was verified, which everybody sees
  CHECK(seen.at("silent").is_null());
}

TEST_CASE("A frozen round is compared with now and with another") {
  ApiClient api;
  const auto agency = api.add_organisation("DLH");
  api.add_innovation("Bank Sampah", agency, "waste");
  HeldRound first(api, R"({"name": "Bimtek I"})");
  CHECK(api.get(first.place + "/comparison").status == 409);
  CHECK(json_of(first.step("/freeze", R"({"name": "Daftar awal"})")).at("snapshot") ==
        "Daftar awal");
  api.add_innovation("Kopi Nagari", agency, "business");
  const auto now = json_of(api.get(first.place + "/comparison"));
  CHECK(now.at("from") == "Daftar awal");
  CHECK(now.at("to").is_null());
  CHECK(now.at("totals").at("added") == 1);
  CHECK(now.at("differences").at(0).at("name") == "Kopi Nagari");
  HeldRound second(api, R"({"name": "Bimtek II"})");
  second.step("/freeze", R"({"name": ""})");
  const auto id = second.place.substr(second.place.rfind('/') + 1);
  const auto both = json_of(api.get(first.place + "/comparison?with=" + id));
  CHECK(both.at("to") == "Bimtek II");
  CHECK(both.at("totals") == now.at("totals"));
  CHECK(api.get(first.place + "/comparison?with=x").status == 400);
}

TEST_CASE("A round is carried over once for each key") {
  ApiClient api;
  HeldRound round(api, R"({"name": "Bimtek I", "from": "2024-03-05"})");
  const auto carry = [&] {
    return api.send("POST", round.place + "/carry-over", R"({"name": "Bimtek I 2025"})",
                    "Idempotency-Key: satu\r\n");
  };
  const auto made = carry();
  REQUIRE(made.status == 201);
  CHECK(json_of(made).at("from") == "2025-03-05");
  CHECK(carry().headers.at("location") == made.headers.at("location"));
  CHECK(json_of(api.get(kRounds)).at("rounds").as_array().size() == 2);
}
