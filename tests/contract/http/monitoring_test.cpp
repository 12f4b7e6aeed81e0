// Action plans, monitoring, follow-ups and evaluation over HTTP. Today is 31 January 2026.
#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kAny = "If-Match: *\r\n";

/// A set of one quick win and one entry in the medium term.
struct Adopted {
  Adopted() {
    dinkes = api.add_organisation("DINKES");
    chosen = api.add_innovation("Antrean", dinkes, "health",
                                R"(, "duration_months": 6, "stage": "applied",
                                   "indicators": [{"definition": "Waktu tunggu", "unit": "menit",
                                                   "baseline": "90", "target": "30"}],
                                   "budgets": [{"year": 2025, "amount": 1000000}])");
    other = api.add_innovation("Tanpa Biaya", dinkes, "health");
    const auto selected = api.send("POST", kRegion + "/selections",
                                   R"({"rules": [{"plugin": "quick-win-national"}]})");
    REQUIRE(selected.status == 201);
    const auto adopted = api.send("POST", kRegion + "/quick-win-sets",
                                  R"({"name": "Quick win 2026", "chosen_reason": "terpilih",
            "rest": {"placing": "medium-term", "reason": "biaya belum ada"}, "selection": ")" +
                                      text_of(selected, "id") + "\"}");
    INFO(adopted.body);
    REQUIRE(adopted.status == 201);
    set = text_of(adopted, "id");
  }
  static std::string text_of(const ClientResponse& response, const char* key) {
    return std::string(json_of(response).at(key).as_string());
  }
  std::string plan_of(const std::string& candidate) const {
    return kRegion + "/quick-win-sets/" + set + "/action-plans/" + candidate;
  }
  ClientResponse plan(const std::string& candidate) {
    return api.send("PUT", plan_of(candidate),
                    R"({"steps": [
                      {"name": "Latih", "output": "12 petugas", "responsible": "Siti",
                       "from": "2025-11", "to": "2025-12",
                       "costs": [{"year": 2026, "amount": 100, "source": "apbd"}]},
                      {"name": "Pasang", "output": "16 puskesmas", "responsible": "Siti",
                       "from": "2026-01", "to": "2026-06"}]})",
                    kAny);
  }
  /// An open period; answers its address.
  std::string period() {
    const auto made = api.send("POST", kRegion + "/monitoring-periods",
                               R"({"name": "Januari", "from": "2026-01-01", "to": "2026-01-31",
                                   "due": "2026-02-10"})");
    REQUIRE(made.status == 201);
    const auto place = made.headers.at("location");
    REQUIRE(api.send("POST", place + "/open", "", kAny, "").status == 200);
    return place;
  }
  std::string report_in(const std::string& period, const std::string& candidate) const {
    return period + "/reports/" + set + "/" + candidate;
  }

  ApiClient api;
  std::string dinkes, chosen, other, set;
};

}  // namespace

TEST_CASE("A plan is written as it was read, and each step's progress is noted") {
  Adopted adopted;
  auto& api = adopted.api;
  const auto place = adopted.plan_of(adopted.chosen);
  CHECK(json_of(api.get(place)).at("revision") == 0);
  CHECK(api.send("PUT", place, R"({"steps": []})").status == 428);
  const auto written = adopted.plan(adopted.chosen);
  INFO(written.body);
  REQUIRE(written.status == 200);
  CHECK(json_of(written).at("late") == 1);
  CHECK(json_of(written).at("steps").at(0).at("responsible_name") == "Siti");
  CHECK(json_of(written).at("lead_name") == "Dinas DINKES");
  const auto noted = api.send("PUT", place + "/steps/1", R"({"done_on": "2026-01-15"})",
                              "If-Match: " + written.headers.at("etag") + "\r\n");
  REQUIRE(noted.status == 200);
  CHECK(json_of(noted).at("done") == 1);
  CHECK(api.send("PUT", place + "/steps/2", R"({"explanation": "x"})",
                 "If-Match: " + written.headers.at("etag") + "\r\n")
            .status == 412);
  CHECK(api.send("PUT", place + "/steps/9", R"({"explanation": "x"})", kAny).status == 404);
  CHECK(api.send("PUT", place + "/steps/satu", R"({"explanation": "x"})", kAny).status == 404);
  CHECK(json_of(api.get(kRegion + "/action-plans")).at("action_plans").as_array().size() == 2);
}

TEST_CASE("A period is opened, reported in and closed once") {
  Adopted adopted;
  auto& api = adopted.api;
  adopted.plan(adopted.chosen);
  const auto period = adopted.period();
  CHECK(json_of(api.get(period)).at("waiting").as_array().size() == 2);
  const auto reported =
      api.send("PUT", adopted.report_in(period, adopted.chosen),
               R"({"stage": "building", "stage_percent": 50, "percent": 40, "realised": 25,
                   "indicators": [{"definition": "Waktu tunggu", "value": "75"}],
                   "obstacle": "Hujan"})");
  INFO(reported.body);
  REQUIRE(reported.status == 200);
  CHECK(json_of(reported).at("progress") == 550'000);
  CHECK(json_of(reported).at("budget") == 100);
  CHECK(json_of(reported).at("realised_percent") == 25);
  CHECK(json_of(reported).at("indicators").at(0).at("target") == "30");
  CHECK(api.send("POST", period + "/remind", "", kAny, "").status == 200);
  CHECK(api.send("POST", period + "/remind", "", kAny, "").status == 409);
  const auto closed = api.send("POST", period + "/close", "", kAny, "");
  REQUIRE(closed.status == 200);
  CHECK(json_of(closed).at("not_reported").as_array().size() == 1);
  const auto again = api.send("POST", period + "/close", "", kAny, "");
  CHECK(again.status == 409);
  CHECK(errors_of(again) == " monitoring.closed_already");
  CHECK(json_of(api.get(period + "/reports")).at("reports").as_array().size() == 1);
  CHECK(json_of(api.get(adopted.plan_of(adopted.chosen) + "/reports"))
            .at("reports")
            .as_array()
            .size() == 1);
  CHECK(json_of(api.get(kRegion + "/monitoring-periods"))
            .at("monitoring_periods")
            .as_array()
            .size() == 1);
}

TEST_CASE("What is late is told with its explanation") {
  Adopted adopted;
  auto& api = adopted.api;
  adopted.plan(adopted.chosen);
  const auto period = adopted.period();
  api.send("POST", period + "/close", "", kAny, "");
  api.send("PUT", adopted.plan_of(adopted.chosen) + "/steps/1",
           R"({"explanation": "Menunggu anggaran"})", kAny);
  const auto late = json_of(api.get(kRegion + "/late")).at("late").as_array();
  std::string told;
  for (const auto& each : late) {
    told += std::string(each.at("kind").as_string()) + " " +
            std::string(each.at("state").as_string()) + "\n";
  }
  CHECK(told == "report late\nreport late\nstep explained\n");
}

TEST_CASE("A follow-up is raised, listed by its state, and answered as it was read") {
  Adopted adopted;
  auto& api = adopted.api;
  const auto raised = api.send("POST", kRegion + "/follow-ups",
                               R"({"source": "inspectorate", "from": "LHP 12/2025",
              "text": "Lengkapi dokumen", "due": "2026-01-15", "owner": ")" +
                                   adopted.dinkes + "\"}");
  INFO(raised.body);
  REQUIRE(raised.status == 201);
  CHECK(json_of(raised).at("state") == "late");
  const auto count = [&](const char* state) {
    return json_of(api.get(kRegion + "/follow-ups?state=" + state))
        .at("follow_ups")
        .as_array()
        .size();
  };
  CHECK(count("late") == 1);
  CHECK(count("done") == 0);
  CHECK(api.get(kRegion + "/follow-ups?state=lost").status == 400);
  const auto place = raised.headers.at("location");
  const auto done =
      api.send("PUT", place + "/answer", R"({"answer": "Lengkap", "done_on": "2026-01-30"})",
               "If-Match: " + raised.headers.at("etag") + "\r\n");
  REQUIRE(done.status == 200);
  CHECK(json_of(api.get(place)).at("state") == "done");
  CHECK(api.send("PUT", place + "/answer", R"({"answer": "Lagi"})", kAny).status == 409);
}

TEST_CASE(
    "The self-score is a range that closes as more is known, surveys are one of its sources") {
  Adopted adopted;
  auto& api = adopted.api;
  const auto before = json_of(api.get(kRegion + "/self-score"));
  CHECK(before.at("scheme") == "2021");
  const auto value =
      api.send("POST", kRegion + "/survey",
               R"({"area": "health", "value": "80", "date": "2025-12", "respondents": 400,
                   "source": "Survei kepuasan"})");
  INFO(value.body);
  REQUIRE(value.status == 201);
  const auto after = json_of(api.get(kRegion + "/self-score"));
  CHECK(after.at("low").as_int64() == before.at("low").as_int64() + 160'000);  // 20 x .8
  CHECK(after.at("high").as_int64() == before.at("high").as_int64() - 40'000);
  CHECK(api.get(kRegion + "/self-score?scheme=2099").status == 404);
  CHECK(json_of(api.get(kRegion + "/survey")).at("survey").as_array().size() == 1);
  CHECK(json_of(api.get(kRegion + "/evaluation-schemes")).at("schemes").as_array().size() == 2);
  CHECK(json_of(api.get(kRegion + "/stages")).at("stages").as_array().size() == 6);
  const auto round = api.send("POST", kRegion + "/rounds", R"({"name": "Bimtek I"})");
  const auto dossier = json_of(api.get(round.headers.at("location") + "/dossier"));
  CHECK(dossier.at("survey").at(0).at("value") == "80");
}

TEST_CASE("All three horizons are told in the same words") {
  Adopted adopted;
  adopted.plan(adopted.other);
  const auto horizons = json_of(adopted.api.get(kRegion + "/horizons")).at("horizons").as_array();
  REQUIRE(horizons.size() == 3);
  CHECK(horizons[0].at("placing") == "quick-win");
  const auto& later = horizons[1].at("candidates").at(0);
  CHECK(later.at("name") == "Tanpa Biaya");
  CHECK(later.at("next_step").at("name") == "Latih");
  CHECK(later.at("late") == 1);
  CHECK(horizons[2].at("candidates").as_array().empty());
}
