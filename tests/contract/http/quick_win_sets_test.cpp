// Quick-win sets over HTTP: adopted, formulated, signed, amended.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kSets = "/api/v1/regions/13.11/quick-win-sets";
const std::string kAny = "If-Match: *\r\n";

/// A set of one quick win and one entry that is not eligible.
struct AdoptedSet {
  AdoptedSet() {
    dinkes = api.add_organisation("DINKES");
    chosen = api.add_innovation("Antrean", dinkes, "health",
                                R"(, "duration_months": 6, "stage": "applied",
                                   "budgets": [{"year": 2025, "amount": 1000000}])");
    other = api.add_innovation("Tanpa Biaya", dinkes, "health");
    const auto selected = api.send("POST", "/api/v1/regions/13.11/selections",
                                   R"({"rules": [{"plugin": "quick-win-national"}]})");
    REQUIRE(selected.status == 201);
    const auto adopted = api.send("POST", kSets,
                                  R"({"name": "Quick win 2026", "chosen_reason": "terpilih",
            "rest": {"placing": "medium-term", "reason": "biaya belum ada"}, "selection": ")" +
                                      std::string(json_of(selected).at("id").as_string()) + "\"}");
    INFO(adopted.body);
    REQUIRE(adopted.status == 201);
    place = adopted.headers.at("location");
    set = json_of(adopted);
  }
  /// Formulated, with one signatory, whose id it answers.
  std::string ready() {
    const auto formulated =
        api.send("PUT", place + "/formulations/" + chosen,
                 R"({"name": "Antrean", "programme": "Semua", "output": "16 puskesmas",
                     "costs": [{"year": 2026, "amount": 150000000, "source": "apbd"}],
                     "lead": ")" +
                     dinkes + "\"}",
                 kAny);
    INFO(formulated.body);
    REQUIRE(formulated.status == 200);
    const auto named = api.send(
        "POST", place + "/signatories",
        R"({"signatories": [{"name": "Ani", "office": "Bupati", "capacity": "pj"}]})", kAny);
    REQUIRE(named.status == 200);
    return std::string(json_of(named).at("signatories").at(0).at("person").as_string());
  }
  static std::string signature(const std::string& person) {
    return R"({"signed_on": "2026-01-30", "manner": "certified-electronic", "person": ")" + person +
           "\"}";
  }

  ApiClient api;
  std::string dinkes, chosen, other, place;
  boost::json::object set;
};

}  // namespace

TEST_CASE("A selection is adopted with a place for every candidate") {
  AdoptedSet adopted;
  CHECK(adopted.set.at("candidates").as_array().size() == 2);
  CHECK(json_of(adopted.api.get(kSets)).at("quick_win_sets").as_array().size() == 1);
  CHECK(adopted.api.get(kSets + "/0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b").status == 404);
}

TEST_CASE("A set is formulated, signed and its scan is kept over HTTP") {
  AdoptedSet adopted;
  auto& api = adopted.api;
  const auto person = adopted.ready();
  CHECK(api.send("POST", adopted.place + "/signatures", AdoptedSet::signature(person)).status ==
        428);
  const auto made =
      api.send("POST", adopted.place + "/signatures", AdoptedSet::signature(person), kAny);
  REQUIRE(made.status == 200);
  const auto document = json_of(made);
  CHECK(document.at("unsigned") == 0);
  CHECK(document.at("formulations").at(0).at("total") == 150'000'000);
  const auto& signature = document.at("signatories").at(0).at("signature");
  CHECK(signature.at("capacity") == "pj");
  const std::string scan =
      "/api/v1/regions/13.11/signatures/" + std::string(signature.at("id").as_string()) + "/scan";
  CHECK(api.get(scan).status == 404);
  CHECK(api.send("PUT", scan + "?file_name=komitmen.txt", "Tertanda.", "", "text/plain").status ==
        200);
  CHECK(api.get(scan).body == "Tertanda.");
  CHECK(api.send("PUT", scan + "?file_name=lain.txt", "Lain.", "", "text/plain").status == 409);
}

TEST_CASE("A set that was amended meanwhile is not signed, and says which replaced it") {
  AdoptedSet adopted;
  auto& api = adopted.api;
  const auto person = adopted.ready();
  const auto read = api.get(adopted.place);
  const auto amended = api.send("POST", adopted.place + "/amend",
                                R"({"reason": "Perlu", "decree": "SK 12", "candidates":
                                    [{"placing": "quick-win", "reason": "tetap", "candidate": ")" +
                                    adopted.chosen + "\"}]}",
                                kAny);
  REQUIRE(amended.status == 201);
  const auto refused =
      api.send("POST", adopted.place + "/signatures", AdoptedSet::signature(person),
               "If-Match: " + read.headers.at("etag") + "\r\n");
  CHECK(refused.status == 409);
  CHECK(errors_of(refused) == " quick_win.amended");
  CHECK(json_of(api.get(adopted.place)).at("amended_by") == json_of(amended).at("id"));
}
