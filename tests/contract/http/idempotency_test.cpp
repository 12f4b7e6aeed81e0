#include <map>

#include "contract/http/api_client.hpp"
#include "pilah/store/store.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kAll = "/api/v1/regions/13.11/innovations";

std::size_t count(ApiClient& api) {
  return json_of(api.get(kAll)).at("innovations").as_array().size();
}

/// What each operation that makes something is asked with.
struct Making {
  std::string path;
  std::string body;
  std::string headers = "";
  std::string content_type = "application/json";
};

std::map<std::string, Making> all_makings(ApiClient& api) {
  const std::string region = "/api/v1/regions/13.11";
  const auto owner = api.add_organisation("DINKES");
  const auto one = api.add_innovation("A", owner, "health", R"(, "benefit": "cepat")");
  const auto other = api.add_innovation("B", owner, "waste");
  const auto quoted = [](const std::string& text) { return '"' + text + '"'; };
  const auto text_of = [](const ClientResponse& response, const char* member) {
    return std::string(json_of(response).at(member).as_string());
  };
  const auto link = text_of(
      api.send("POST", region + "/intake-links", R"({"name": "Bimtek", "days": 7})"), "path");
  const std::string proposal = R"({"name": "Peta", "summary": "Warga", "proposer": "Siti"})";
  REQUIRE(api.send("POST", link, proposal).status == 201);
  const auto waiting = json_of(api.get(region + "/proposals")).at("proposals").at(0).at("id");
  const std::string account = R"({"login": "ani", "name": "Ani", "grants": [{"role": "planner")";
  REQUIRE(api.send("POST", region + "/accounts",
                   R"({"login": "budi", "name": "Budi", "grants": [{"role": "planner"}]})")
              .status == 201);
  const std::string choice = R"({"name": "Satu", "region": "13.11",
      "rules": [{"plugin": "quick-win-national"}], "unknown": {"budget": {"assume": 1},
      "duration": {"assume": 6}}, "count": {"min": 1, "max": 1}})";
  const auto adoption = [&] {
    return R"({"name": "Quick win", "chosen_reason": "terpilih",
               "rest": {"placing": "not-now", "reason": "belum"}, "selection": )" +
           quoted(text_of(api.send("POST", region + "/selections", choice), "id")) + "}";
  };
  const auto sets = region + "/quick-win-sets";
  const auto set = json_of(api.send("POST", sets, adoption()));
  const auto& placed = set.at("candidates").at(0);
  const auto held = api.send("POST", region + "/rounds", R"({"name": "Bimtek I"})");
  REQUIRE(held.status == 201);
  const auto round = region + "/rounds/" + text_of(held, "id");
  REQUIRE(api.send("POST", round + "/open", "", "If-Match: *\r\n", "").status == 200);
  const auto decree = [](const std::string& number) {
    return R"({"signed_on": "2026-01-05", "signed_by": "Ani", "office": "Bupati",
               "from": "2026-01-01", "number": ")" +
           number + "\"}";
  };
  const auto noted = json_of(api.send("POST", region + "/decrees", decree("188.45/1")));
  const auto team = text_of(api.send("POST", region + "/teams",
                                     R"({"kind": "council", "name": "Dewan", "decree": )" +
                                         boost::json::serialize(noted.at("id")) + "}"),
                            "id");
  for (const char* name : {"Klinik Sampah", "Puskesmas Hijau"}) {
    const std::string both = R"(", "mappings": [
        {"area": "waste", "primary": true, "confirmed": true},
        {"area": "health", "confirmed": true}]})";
    REQUIRE(api.send("POST", region + "/innovations", R"({"name": ")" + std::string(name) + both)
                .status == 201);
  }
  return {
      {"addRegion", {"/api/v1/regions", R"({"code": "51.08"})"}},
      {"openPanel", {region + "/panels", R"({"name": "Panel", "members": [{"name": "Ani"}]})"}},
      {"adoptSelection", {sets, adoption()}},
      {"amendQuickWinSet",
       {sets + "/" + std::string(set.at("id").as_string()) + "/amend",
        R"({"reason": "Perlu", "decree": "SK 1", "candidates": [{"reason": "tetap",
            "candidate": )" +
            boost::json::serialize(placed.at("candidate")) + R"(, "placing": )" +
            boost::json::serialize(placed.at("placing")) + "}]}",
        "If-Match: *\r\n"}},
      {"raiseFollowUp",
       {region + "/follow-ups", R"({"source": "council", "from": "Dewan", "text": "Percepat",
           "due": "2026-06-30", "owner": )" +
                                    quoted(owner) + "}"}},
      {"addSurveyValue", {region + "/survey", R"({"area": "health", "value": "78", "date": "2025",
           "respondents": 400, "source": "Survei"})"}},
      {"addPeriod", {region + "/monitoring-periods", R"({"name": "Triwulan I", "from": "2026-01-01",
           "to": "2026-03-31", "due": "2026-04-15"})"}},
      {"sealWeights",
       {region + "/weights-seals",
        R"({"by": "Ani", "round": "Bimtek I", "scenario": )" + choice + "}"}},
      {"addRound", {region + "/rounds", R"({"name": "Bimtek II"})"}},
      {"addMinute",
       {round + "/minutes", R"({"kind": "decision", "text": "Delapan.", "person": "Siti"})"}},
      {"carryOverRound", {round + "/carry-over", R"({"name": "Bimtek I 2025"})"}},
      {"addOrganisation", {region + "/organisations", R"({"code": "X", "name": "X"})"}},
      {"addInnovation", {region + "/innovations", R"({"name": "C"})"}},
      {"addSelection", {region + "/selections", R"({"name": "Dua", "region": "13.11",
          "rules": [{"plugin": "quick-win-national"}], "unknown": {"budget": {"assume": 1},
          "duration": {"assume": 6}}, "count": {"min": 1, "max": 1}})"}},
      {"beginDraft", {region + "/drafts", R"({"name": "D"})"}},
      {"addEvidence",
       {"/api/v1/innovations/" + one + "/evidence?field=/benefit&file_name=a.txt", "isi",
        "If-Match: *\r\n", "application/octet-stream"}},
      {"addComment", {"/api/v1/innovations/" + one + "/comments", R"({"text": "Mana?"})"}},
      {"addRelation",
       {region + "/relations",
        R"({"kind": "needs", "from": )" + quoted(one) + R"(, "to": )" + quoted(other) + "}"}},
      {"addPackage",
       {region + "/packages", R"({"name": "P", "lead": )" + quoted(owner) + R"(, "members": [)" +
                                  quoted(one) + "," + quoted(other) + "]}"}},
      {"addTeam",
       {region + "/teams",
        R"({"kind": "working-group", "name": "W", "dimension": "smart-living"})"}},
      {"addDecree", {region + "/decrees", decree("188.45/2")}},
      {"addDuty",
       {region + "/duties",
        R"({"text": "Peta jalan", "due": "2026-12-01", "team": )" + quoted(team) + "}"}},
      {"packageIntersection",
       {region + "/coverage/pairs/smart-environment/smart-living/package",
        R"({"name": "Irisan", "lead": )" + quoted(owner) + "}"}},
      {"openIntakeLink", {region + "/intake-links", R"({"name": "Bimtek III", "days": 7})"}},
      {"propose", {link, proposal}},
      {"acceptProposal",
       {region + "/proposals/" + std::string(waiting.as_string()) + "/accept",
        R"({"owner": )" + quoted(owner) + "}"}},
      {"addToken", {"/api/v1/me/tokens", R"({"name": "Skrip", "grants": [{"role": "planner",
          "region": "13.11"}]})"}},
      {"addHostAccount", {"/api/v1/accounts", account + R"(, "region": "13.11"}]})"}},
      {"addAccount", {region + "/accounts", R"({"login": "cici", "name": "Cici",
          "grants": [{"role": "planner"}]})"}},
      {"addWebhook", {region + "/webhooks", R"({"address": "https://dasbor.example.go.id/",
          "kinds": ["verified"]})"}},
      {"addAccountLink", {region + "/accounts/budi/link", ""}},
  };
}

/// Rows of what requests make, and none of what is kept beside for them.
std::int64_t made_so_far(ApiClient& api) {
  std::int64_t count = 0;
  api.environment().store.read([&](store::Reader& reader) {
    const auto region = *catalogue::RegionCode::parse("13.11");
    count = reader.revision(region);
    count += static_cast<std::int64_t>(reader.regions().size());
    count += static_cast<std::int64_t>(reader.accounts().accounts().size());
    count += static_cast<std::int64_t>(reader.accounts().tokens(std::nullopt).size());
    const auto one_more = [&](const auto&) { return ++count > 0; };
    reader.each_aside<catalogue::IntakeLink>(region, {}, one_more);
    reader.each_aside<catalogue::Proposal>(region, {}, one_more);
  });
  return count;
}

}  // namespace

TEST_CASE("Every POST that makes something makes it once under one key, and says so") {
  ApiClient api;
  const auto makings = all_makings(api);
  const auto description = json_of(api.get("/api/v1/openapi.json"));
  std::size_t tried = 0;
  for (const auto& [path, operations] : description.at("paths").as_object()) {
    const auto* post = operations.as_object().if_contains("post");
    if (!post || !post->at("responses").as_object().contains("201")) continue;
    const std::string id(post->at("operationId").as_string());
    INFO(id << " makes something: add how to all_makings(), and wrap its handler in once()");
    const auto making = makings.find(id);
    REQUIRE(making != makings.end());
    bool told = false;
    for (const auto& parameter : post->at("parameters").as_array()) {
      told = told || parameter.at("name") == "Idempotency-Key";
    }
    CHECK(told);
    const auto send = [&] {
      return api.send("POST", making->second.path, making->second.body,
                      making->second.headers + "Idempotency-Key: " + id + "\r\n",
                      making->second.content_type);
    };
    const auto first = send();
    INFO(first.body);
    REQUIRE(first.status == 201);
    const auto made = made_so_far(api);
    const auto again = send();
    CHECK(made_so_far(api) == made);
    if (again.status == 409) {
      CHECK(errors_of(again) == " http.key_answer_secret");
    } else {
      CHECK(again.status == 201);
      CHECK(again.body == first.body);
      CHECK(again.headers.count("idempotency-replayed") == 1);
    }
    ++tried;
  }
  CHECK(tried == makings.size());
}

TEST_CASE("The same request under the same key is made once and answered twice") {
  ApiClient api;
  const std::string key = "Idempotency-Key: 7c1b-1\r\n";
  const auto first = api.send("POST", kAll, R"({"name": "SI PEDAS"})", key);
  REQUIRE(first.status == 201);
  CHECK(first.headers.count("idempotency-replayed") == 0);
  const auto second = api.send("POST", kAll, R"({"name": "SI PEDAS"})", key);
  CHECK(second.status == 201);
  CHECK(second.body == first.body);
  CHECK(second.headers.at("location") == first.headers.at("location"));
  CHECK(second.headers.at("etag") == first.headers.at("etag"));
  CHECK(second.headers.at("idempotency-replayed") == "true");
  CHECK(count(api) == 1);
  // Without a key, or under another, it is another request.
  CHECK(api.send("POST", kAll, R"({"name": "SI PEDAS"})").status == 201);
  CHECK(api.send("POST", kAll, R"({"name": "SI PEDAS"})", "Idempotency-Key: 2\r\n").status == 201);
  CHECK(count(api) == 3);
}

TEST_CASE("A key that was used for another request is refused") {
  ApiClient api;
  const std::string key = "Idempotency-Key: 7c1b-1\r\n";
  REQUIRE(api.send("POST", kAll, R"({"name": "a"})", key).status == 201);
  const auto other = api.send("POST", kAll, R"({"name": "b"})", key);
  CHECK(other.status == 422);
  CHECK(errors_of(other) == " http.key_reused");
  const auto elsewhere =
      api.send("POST", "/api/v1/regions/16.02/innovations", R"({"name": "a"})", key);
  CHECK(elsewhere.status == 422);
  CHECK(count(api) == 1);
}

TEST_CASE("A request that was refused may be mended under its key") {
  ApiClient api;
  const std::string key = "Idempotency-Key: 7c1b-1\r\n";
  CHECK(api.send("POST", kAll, R"({"name": ""})", key).status == 422);
  CHECK(api.send("POST", kAll, R"({"name": "a"})", key).status == 201);
}

TEST_CASE("A key is a word of at most 255 signs") {
  ApiClient api;
  const auto refused = api.send("POST", kAll, R"({"name": "a"})",
                                "Idempotency-Key: " + std::string(256, 'k') + "\r\n");
  CHECK(refused.status == 400);
  CHECK(errors_of(refused) == " http.key_malformed");
  CHECK(api.send("POST", kAll, R"({"name": "a"})", "Idempotency-Key: a b\r\n").status == 400);
  CHECK(count(api) == 0);
}

TEST_CASE("Who was late hears what lies there now and what was changed meanwhile") {
  ApiClient api;
  const auto created = api.send("POST", kAll, R"({"name": "a", "staff": 3, "risks": "x"})");
  const auto place = created.headers.at("location");
  const std::string match = "If-Match: " + created.headers.at("etag") + "\r\n";
  const auto changed = api.send("PATCH", place, R"({"staff": 4, "risks": null})", match);
  REQUIRE(changed.status == 200);
  const auto late = api.send("PATCH", place, R"({"staff": 9})", match);
  REQUIRE(late.status == 412);
  CHECK(late.headers.at("etag") == changed.headers.at("etag"));
  const auto problem = json_of(late);
  CHECK(problem.at("status") == 412);
  CHECK(problem.at("current") == json_of(changed));
  CHECK(problem.at("sent") == boost::json::parse(R"({"staff": 9})"));
  CHECK(problem.at("changed") == boost::json::parse(R"({"staff": {"before": 3, "after": 4},
                               "risks": {"before": "x", "after": null}})"));
}
