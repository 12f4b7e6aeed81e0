// What everybody reads of a quick-win set: closed at first, then as far as its region opens it.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "contract/http/api_client.hpp"
#include "pilah/selection/certificate/certificate_document.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace registry = pilah::registry;
namespace selection = pilah::selection;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kNoSet = "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";

/// A selection of two of four, one of them forced in, adopted: what is closed of its entries
/// stands in `secrets`.
struct AdoptedChoice {
  AdoptedChoice() {
    dinkes = api.add_organisation("DINKES");
    const auto add = [&](const char* name, const char* months, const char* more) {
      return api.add_innovation(name, dinkes, "health",
                                std::string(R"(, "stage": "applied", "benefit": "Lebih cepat.",
                                  "target_group": "Warga", "duration_months": )") +
                                    months + more);
    };
    best = add("Antrean", "2", R"(, "staff": 987654, "risks": "Risiko Kucing Hitam",
        "proposer": {"text": "Rahma Pengusul"}, "resources": "Gudang Merpati",
        "readiness": {"struktur": 3},
        "budgets": [{"year": 2025, "amount": 123456789, "source": "csr"}])");
    good = add("Bersih", "4", R"(, "budgets": [{"year": 2025, "amount": 23456781}])");
    weak = add("Cahaya", "11", R"(, "budgets": [{"year": 2025, "amount": 34567812}])");
    hidden = add("Calon Tersembunyi", "3", R"(, "budgets": [{"year": 2025, "amount": 45678123}])");
    change(hidden, [](pilah::catalogue::Innovation& entry) {
      entry.status = pilah::catalogue::Status::kSubmitted;
    });
    api.send("POST", kRegion + "/relations",
             R"({"kind": "continues", "note": "Catatan Burung Hantu", "from": ")" + good +
                 R"(", "to": ")" + best + "\"}");
    round = std::string(json_of(api.send("POST", kRegion + "/rounds", R"({"name": "Bimtek IV"})"))
                            .at("id")
                            .as_string());
    select(scenario(best));  // another one first
    adopt(select(scenario(weak)));
  }

  std::string scenario(const std::string& forced) const {
    return R"({"rules": [{"plugin": "quick-win-national"}], "round": ")" + round +
           R"(", "values": "claimed", "candidates": {"status": ["submitted", "verified"]},
             "count": {"min": 2, "max": 2}, "limits": [{"resource": "budget", "max": 190000000}],
             "include": [{"reason": "janji kepada warga", "by": "Sekda", "id": ")" +
           forced + "\"}]}";
  }
  std::string select(const std::string& document) {
    const auto made = api.send("POST", kRegion + "/selections", document);
    INFO(made.body);
    REQUIRE(made.status == 201);
    return std::string(json_of(made).at("id").as_string());
  }
  void adopt(const std::string& chosen) {
    const auto adopted = api.send("POST", kRegion + "/quick-win-sets",
                                  R"({"name": "Quick win 2026", "chosen_reason": "terpilih",
        "rest": {"placing": "medium-term", "reason": "menunggu giliran"}, "selection": ")" +
                                      chosen + "\"}");
    INFO(adopted.body);
    REQUIRE(adopted.status == 201);
    set = std::string(json_of(adopted).at("id").as_string());
    adopted_at = adopted.headers.at("location");
  }
  template <class Change>
  void change(const std::string& id, Change make) {
    api.environment().store.write({"test"}, [&](pilah::store::Writer& writer) {
      const auto region = *pilah::catalogue::RegionCode::parse("13.11");
      auto record = writer
                        .find<pilah::catalogue::Innovation>(
                            region, *pilah::catalogue::InnovationId::parse(id))
                        ->record;
      make(record);
      writer.put(record, "changed");
    });
  }
  void publish(const std::string& document) {
    const auto done = api.send("PUT", kRegion + "/publication", document);
    INFO(done.body);
    REQUIRE(done.status == 200);
  }
  /// As a region does that decides nothing else.
  void open_reasons() {
    publish(R"({"statuses": ["verified"], "quick_win_sets": ["reasons"], "fields": ["digital",
        "form", "stage", "started", "applied", "affairs", "plan_links", "sipd", "duration_months",
        "indicators", "places", "links"]})");
  }
  void open_all() {
    publish(R"({"statuses": ["verified", "submitted"],
        "quick_win_sets": ["reasons", "judgements"], "fields": ["digital", "form", "stage",
        "started", "applied", "plan_links", "duration_months", "indicators", "places", "budgets",
        "readiness", "proposer", "staff", "evidence"]})");
  }
  std::string place(const std::string& of = "") const {
    return kRegion + "/public/quick-win-sets/" + (of.empty() ? set : of);
  }
  /// As somebody without an account.
  ClientResponse get(const std::string& path) {
    api.speak_for(registry::Caller::anonymous());
    auto answer = api.get(path);
    api.speak_for(insider());
    return answer;
  }
  ClientResponse tried(const std::string& trial) {
    api.speak_for(registry::Caller::anonymous());
    auto answer = api.send("POST", place() + "/tried", trial);
    api.speak_for(insider());
    return answer;
  }
  std::int64_t revision() {
    std::int64_t now = 0;
    api.environment().store.read([&](pilah::store::Reader& reader) {
      now = reader.revision(*pilah::catalogue::RegionCode::parse("13.11"));
    });
    return now;
  }

  ApiClient api;
  std::string dinkes, best, good, weak, hidden, round, set, adopted_at;
};

const boost::json::object& candidate(const boost::json::object& set, const std::string& id) {
  for (const auto& one : set.at("selection").at("candidates").as_array()) {
    if (one.at("id").as_string() == id) return one.as_object();
  }
  FAIL("no candidate " << id);
  throw std::logic_error("unreachable");
}

std::string without(std::string text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
    text.erase(at, word.size());
  }
  return text;
}

}  // namespace

TEST_CASE("A set that is not opened is answered as one that is not there") {
  AdoptedChoice region;
  for (const char* part : {"", "/interventions", "/runs", "/problem", "/certificate"}) {
    CAPTURE(part);
    const auto closed = region.get(region.place() + part);
    const auto none = region.get(region.place(kNoSet) + part);
    CHECK(closed.status == 404);
    auto one = json_of(closed), other = json_of(none);
    one.erase("instance");
    other.erase("instance");
    CHECK(without(boost::json::serialize(one), region.set) ==
          without(boost::json::serialize(other), kNoSet));
  }
  CHECK(region.tried("{}").status == 404);
  CHECK(region.api.get(region.place()).status == 404);  // whoever asks
}

TEST_CASE("Once it is opened anybody reads rules, weights, who is in, who is not and why") {
  AdoptedChoice region;
  region.open_all();
  const auto read = region.get(region.place());
  REQUIRE(read.status == 200);
  const auto set = json_of(read);
  CHECK(set.at("name") == "Quick win 2026");
  CHECK(set.at("shown").at("problem") == true);
  const auto& chosen = set.at("selection");
  CHECK(chosen.at("criteria").as_array().size() == 9);
  CHECK(chosen.at("selected").as_array().size() == 2);
  CHECK(chosen.at("score").is_int64());
  CHECK_FALSE(chosen.as_object().contains("problem"));
  const auto& forced = candidate(set, region.weak);
  CHECK(forced.at("chosen") == true);
  const auto why = boost::json::serialize(forced.at("reasons"));
  CHECK(why.find("janji kepada warga") != std::string::npos);
  CHECK(why.find("Sekda") != std::string::npos);
  const auto& rejected = candidate(set, region.best);
  CHECK_FALSE(rejected.at("reasons").as_array().empty());
  CHECK(set.at("placings").as_array().size() == 4);
  const auto again =
      region.api.get(region.place(), "If-None-Match: " + read.headers.at("etag") + "\r\n");
  CHECK(again.status == 304);
}

TEST_CASE("Forced candidates have their reason, name and price, and runs what changed") {
  AdoptedChoice region;
  region.open_all();
  const auto decided = json_of(region.get(region.place() + "/interventions"));
  const auto& one = decided.at("interventions").at(0);
  CHECK(one.at("id").as_string() == region.weak);
  CHECK(one.at("reason") == "janji kepada warga");
  CHECK(one.at("by") == "Sekda");
  CHECK(one.at("price").to_number<std::int64_t>() > 0);
  const auto runs = json_of(region.get(region.place() + "/runs"));
  CHECK(runs.at("round") == "Bimtek IV");
  REQUIRE(runs.at("runs").as_array().size() == 2);
  const auto& since = runs.at("runs").at(1).at("since");
  CHECK(boost::json::serialize(since.at("enter")).find("Cahaya") != std::string::npos);
  CHECK_FALSE(since.at("scenario").as_array().empty());
}

TEST_CASE("The runs end with the one that was adopted") {
  AdoptedChoice region;
  region.select(region.scenario(region.good));  // a draft of later
  region.open_all();
  CHECK(json_of(region.get(region.place() + "/runs")).at("runs").as_array().size() == 2);
}

TEST_CASE("The problem and its certificate hold without the host") {
  AdoptedChoice region;
  region.open_all();
  const auto problem = region.get(region.place() + "/problem");
  const auto certificate = region.get(region.place() + "/certificate");
  REQUIRE(problem.status == 200);
  REQUIRE(certificate.status == 200);
  CHECK(problem.headers.at("content-disposition").find("attachment") == 0);
  selection::ProblemReader reader;
  reader.feed(problem.body);
  const auto read = std::get<selection::Problem>(std::move(reader).finish());
  const auto proof =
      std::get<selection::ReadCertificate>(selection::read_certificate(read, certificate.body));
  const auto verdict = selection::check(read, proof.certificate);
  CHECK(verdict.holds);
  const auto set = json_of(region.get(region.place()));
  CHECK(boost::json::value(verdict.score) == set.at("selection").at("score"));
  const auto kept = region.api.get(region.place() + "/certificate",
                                   "If-None-Match: " + certificate.headers.at("etag") + "\r\n");
  CHECK(kept.status == 304);
}

TEST_CASE("Anybody moves weights, number and budget, and nothing is stored") {
  AdoptedChoice region;
  region.open_all();
  const auto before = region.revision();
  const auto set = json_of(region.get(region.place()));
  const auto same = json_of(region.tried("{}"));
  CHECK(same.at("status") == "optimal");
  CHECK(same.at("score") == set.at("selection").at("score"));
  const auto three = json_of(region.tried(R"({"count": {"min": 0, "max": 3}, "budget": null})"));
  const auto& all = three.at("candidates").as_array();
  CHECK(std::ranges::count_if(all, [](const auto& one) { return one.at("chosen").as_bool(); }) ==
        3);
  const auto none = json_of(region.tried(R"({"budget": 1000})"));
  CHECK(none.at("status") == "infeasible");
  CHECK_FALSE(none.at("conflict").as_array().empty());
  const auto wrong = region.tried(R"({"weights": {"quick-win-national/speed": -1}, "bounds": []})");
  CHECK(wrong.status == 422);
  CHECK(errors_of(wrong) ==
        "/weights/quick-win-national~1speed public_set.trial_number\n/bounds public_set.trial_key");
  CHECK(region.revision() == before);
}

TEST_CASE("Nothing that the region keeps closed stands in any answer") {
  AdoptedChoice region;
  region.open_reasons();
  const std::vector<std::string> secrets = {"123456789",    "123.456.789",       "23456781",
                                            "34567812",     "45678123",          "987654",
                                            "Kucing Hitam", "Rahma Pengusul",    "Gudang Merpati",
                                            "Burung Hantu", "Calon Tersembunyi", region.hidden};
  std::string all;
  for (const char* part : {"", "/interventions", "/runs"}) {
    const auto answer = region.get(region.place() + part);
    CAPTURE(part, answer.body);
    REQUIRE(answer.status == 200);
    all += answer.body;
  }
  for (const char* part : {"/problem", "/certificate"}) {
    const auto answer = region.get(region.place() + part);
    CAPTURE(part);
    CHECK(answer.status == 409);
    CHECK(errors_of(answer).find("public_set.closed_fields") != std::string::npos);
    all += answer.body;
  }
  const auto tried = region.tried("{}");
  CHECK(tried.status == 409);
  all += tried.body;
  for (const auto& secret : secrets) {
    CAPTURE(secret, all);
    CHECK(all.find(secret) == std::string::npos);
  }
  const auto set = json_of(region.get(region.place()));
  const auto& shown = set.at("shown");
  CHECK(shown.at("findings") == false);
  CHECK(shown.at("cost") == false);
  CHECK(shown.at("problem") == false);
  const auto withheld = boost::json::serialize(set.at("withheld"));
  for (const char* field : {"budgets", "readiness", "judgements"}) {
    CHECK(withheld.find(field) != std::string::npos);
  }
  CHECK(set.at("withheld").at("candidates") == 1);
  CHECK(candidate(set, region.best).at("cost").is_null());
  CHECK(candidate(set, region.best).at("score").is_null());
  const auto decided = json_of(region.get(region.place() + "/interventions"));
  CHECK(decided.at("interventions").at(0).at("price").is_null());
  CHECK(decided.at("interventions").at(0).at("by") == "Sekda");
}

TEST_CASE("What everybody reads is the same whatever the closed fields say") {
  // Another cost, readiness and proposer, the same set: no byte of what is public differs.
  const auto read = [](bool otherwise) {
    AdoptedChoice region;
    region.change(region.best, [&](pilah::catalogue::Innovation& entry) {
      entry.staff = 2;
      if (!otherwise) return;
      entry.budgets.front().amount = pilah::catalogue::Rupiah{150'000'000};
      entry.readiness->struktur = pilah::catalogue::Step{1};
      entry.risks = "Risiko lain";
    });
    region.adopt(region.select(region.scenario(region.weak)));
    region.open_reasons();
    auto set = json_of(region.get(region.place()));
    for (const char* own : {"id", "adopted_on"}) set.erase(own);
    std::string told;
    for (const auto& one : set.at("selection").at("candidates").as_array()) {
      auto each = one.as_object();
      each.erase("id");
      told += boost::json::serialize(each) + '\n';
    }
    return told + boost::json::serialize(set.at("selection").at("uses")) +
           boost::json::serialize(set.at("shown")) + boost::json::serialize(set.at("withheld"));
  };
  CHECK(read(false) == read(true));
}

TEST_CASE("Of a set that was amended the one in force is read at either address") {
  AdoptedChoice region;
  region.open_all();
  const auto old = region.set;
  const auto amended = region.api.send(
      "POST", region.adopted_at + "/amend",
      R"({"reason": "Kementerian mengambil alih", "decree": "SK 12/2026", "candidates":
          [{"placing": "not-now", "reason": "sudah program pusat", "candidate": ")" +
          region.weak + "\"}]}",
      "If-Match: *\r\n");
  INFO(amended.body);
  REQUIRE(amended.status == 201);
  const auto now = json_of(amended).at("id");
  for (const auto& id : {old, std::string(now.as_string())}) {
    const auto set = json_of(region.get(region.place(id)));
    CHECK(set.at("id") == now);
    CHECK(set.at("amendment").at("decree") == "SK 12/2026");
    CHECK(set.at("amendment").at("left").at(0).at("name") == "Cahaya");
  }
}

TEST_CASE("A selection that was not adopted has no public page") {
  AdoptedChoice region;
  region.open_all();
  CHECK(region.get(region.place(region.select(region.scenario(region.good)))).status == 404);
}

TEST_CASE("One address tries so fast and no faster") {
  AdoptedChoice region;
  region.open_all();
  int status = 200;
  ClientResponse last;
  for (int i = 0; i < 1'000 && status != 429; ++i) {
    last = region.tried("{}");
    status = last.status;
  }
  REQUIRE(status == 429);
  CHECK(errors_of(last) == " http.too_often");
  CHECK(std::stoi(last.headers.at("retry-after")) >= 1);
}
