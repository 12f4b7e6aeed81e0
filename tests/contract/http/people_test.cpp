#include "contract/http/api_client.hpp"
#include "pilah/http/session_cookie.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace registry = pilah::registry;
using pilah::catalogue::Grant;
using pilah::catalogue::RegionCode;
using pilah::catalogue::Role;

namespace {

const std::string kPassword = "tiga ekor kambing";
const std::string kRegion = "/api/v1/regions/13.11";

/// Somebody at a browser or a shell, who is nobody until they sign in.
class Person {
 public:
  explicit Person(ApiClient& api) : api_(api) { api_.speak_for(registry::Caller::anonymous()); }

  ClientResponse post(const std::string& place, const boost::json::object& body) {
    return api_.send("POST", place, boost::json::serialize(body), headers());
  }
  ClientResponse send(const char* method, const std::string& place, const std::string& body = "") {
    return api_.send(method, place, body, headers());
  }
  ClientResponse get(const std::string& place) { return api_.get(place, headers()); }

  ClientResponse sign_in(const std::string& login, const std::string& password = kPassword) {
    headers_.clear();
    const auto answer = post("/api/v1/session", {{"login", login}, {"password", password}});
    if (answer.status == 200) {
      const auto cookie = answer.headers.at("set-cookie");
      headers_ = "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
      csrf_ = std::string(json_of(answer).at("csrf").as_string());
    }
    return answer;
  }
  void use_token(const std::string& token) {
    headers_ = "Authorization: Bearer " + token + "\r\n";
    csrf_.clear();
  }
  void forget_csrf() { csrf_.clear(); }

  std::string headers() const {
    return headers_ + (csrf_.empty() ? "" : "X-CSRF-Token: " + csrf_ + "\r\n");
  }

 private:
  ApiClient& api_;
  std::string headers_;
  std::string csrf_;
};

void add_account(ApiClient& api, const std::string& login, std::vector<Grant> grants) {
  registry::add_account(api.environment(), insider(), {login, "Nama", "", std::move(grants)});
  const auto link = registry::new_link(api.environment(), insider(), login);
  registry::redeem(api.environment(), {link.secret, kPassword, "", ""});
}

Grant in_region(Role role) { return {role, RegionCode::parse("13.11"), {}}; }

}  // namespace

TEST_CASE("The set-up link makes the first administrator, who signs in and out") {
  ApiClient api;
  const auto link = registry::set_up_link(api.environment());
  Person person(api);
  const auto made = person.post("/api/v1/links/redeem", {{"link", link->secret + ":first"},
                                                         {"login", "ani"},
                                                         {"name", "Ani"},
                                                         {"password", kPassword}});
  INFO(made.body);
  REQUIRE(made.status == 200);
  CHECK(made.headers.at("cache-control") == "no-store");
  const auto signed_in = person.sign_in("ani");
  CHECK(signed_in.status == 200);
  const auto& cookie = signed_in.headers.at("set-cookie");
  CHECK(cookie.find("; HttpOnly; SameSite=Strict") != std::string::npos);
  CHECK(json_of(person.get("/api/v1/me")).at("administers_host") == true);
  CHECK(person.send("DELETE", "/api/v1/session").status == 204);
  CHECK(person.get("/api/v1/session").status == 401);
}

TEST_CASE("A role for no single region tells of every region of the host what it may do there") {
  ApiClient api;
  const auto told = [&](const std::string& login, std::vector<Grant> grants) {
    add_account(api, login, std::move(grants));
    Person person(api);
    person.sign_in(login);
    return json_of(person.get("/api/v1/me")).at("regions").as_array();
  };
  const auto may = [](const boost::json::value& region) {
    return boost::json::serialize(region.at("may"));
  };
  const auto administrator = told("ani", {{Role::kHostAdministrator, {}, {}}});
  REQUIRE(administrator.size() == 2);
  CHECK(administrator[0].at("region") == "13.11");
  CHECK(administrator[1].at("region") == "16.02");
  for (const auto& region : administrator) {
    CHECK(may(region) == R"(["read_plugins","administer_region"])");
  }
  const auto evaluator =
      told("budi", {{Role::kNationalEvaluator, {}, {}}, in_region(Role::kPlanner)});
  REQUIRE(evaluator.size() == 2);
  CHECK(may(evaluator[0]).find("choose") != std::string::npos);
  CHECK(may(evaluator[1]) == R"(["read_internal","comment","read_plugins"])");
  // Who may do nothing elsewhere is told of nothing elsewhere.
  CHECK(told("citra", {in_region(Role::kVerifier)}).size() == 1);
  CHECK(told("dewi", {{Role::kReader, {}, {}}}).empty());
}

TEST_CASE("History and comments name who wrote them until their name is erased") {
  ApiClient api;
  const std::string place =
      "/api/v1/innovations/" + api.add_innovation("A", api.add_organisation("DINKES"), "health");
  add_account(api, "ani", {in_region(Role::kVerifier)});
  Person ani(api);
  ani.sign_in("ani");
  const auto id = std::string(json_of(ani.get("/api/v1/me")).at("account").at("id").as_string());
  const auto commented = ani.post(place + "/comments", {{"text", "Bagus."}});
  REQUIRE(commented.status == 201);
  // The answer is kept for who sends the request again.
  CHECK_FALSE(json_of(commented).contains("names"));
  REQUIRE(api.send("POST", place + "/archive", "", "If-Match: *\r\n" + ani.headers()).status ==
          200);

  add_account(api, "budi", {in_region(Role::kPlanner)});
  Person budi(api);
  budi.sign_in("budi");
  const boost::json::object named{{id, "Nama"}};
  const auto review = budi.get(place + "/review");
  CHECK(json_of(review).at("names") == named);
  CHECK(json_of(budi.get(place + "/history")).at("names") == named);
  registry::erase_account(api.environment(), insider(), "ani");
  const auto later = json_of(budi.get(place + "/review"));
  CHECK(later.at("names").as_object().empty());
  CHECK(later.at("comments").at(0).at("by") == boost::json::value(id));
  CHECK(json_of(budi.get(place + "/history")).at("names").as_object().empty());
  CHECK(budi.get(place + "/review").headers.at("etag") != review.headers.at("etag"));
  // Who does not see the entry's inside is told of nobody.
  add_account(api, "citra", {in_region(Role::kReader)});
  Person citra(api);
  citra.sign_in("citra");
  CHECK(citra.get(place + "/history").status == 403);
  CHECK(citra.get(place + "/review").status == 403);
}

TEST_CASE("By TLS the session's cookie is for this host alone") {
  ApiClient api;
  add_account(api, "ani", {in_region(Role::kReader)});
  pilah::http::Request request;
  request.method = "POST";
  request.path = "/api/v1/session";
  request.origin = "https://pilah.example.go.id";
  request.content_type = "application/json";
  request.body = R"({"login": "ani", "password": ")" + kPassword + R"("})";
  const auto match = api.server().server().routes().find("POST", request.path);
  const auto response = match.route->handler(request, {});
  std::string cookie;
  for (const auto& [name, value] : response.headers) cookie += name == "Set-Cookie" ? value : "";
  CHECK(cookie.rfind("__Host-pilah_session=", 0) == 0);
  CHECK(cookie.find("; Path=/; HttpOnly; SameSite=Strict; Secure") != std::string::npos);
}

TEST_CASE("A wrong password is 401, too many are 429 with when to come again") {
  ApiClient api;
  add_account(api, "ani", {in_region(Role::kReader)});
  Person person(api);
  for (const char* login : {"ani", "siapa"}) {
    CAPTURE(login);
    for (int i = 0; i < 5; ++i) {
      const auto wrong = person.sign_in(login, "salah salah");
      CHECK(wrong.status == 401);
      CHECK(errors_of(wrong) == " people.wrong_password");
    }
    const auto waiting = person.sign_in(login);
    CHECK(waiting.status == 429);
    CHECK(waiting.headers.at("retry-after") == "30");
  }
}

TEST_CASE("A change with a session needs the session's mark, a token needs none") {
  ApiClient api;
  add_account(api, "ani", {in_region(Role::kRegionAdministrator)});
  Person person(api);
  person.sign_in("ani");
  const auto token = person.post("/api/v1/me/tokens", {{"name", "Skrip"}, {"scope", "administer"}});
  REQUIRE(token.status == 201);
  const boost::json::object dinkes{{"code", "DINKES"}, {"name", "Dinas Kesehatan"}};
  person.forget_csrf();
  const auto refused = person.post(kRegion + "/organisations", dinkes);
  CHECK(refused.status == 403);
  CHECK(errors_of(refused) == " http.csrf_missing");
  CHECK(person.get(kRegion + "/accounts").status == 200);
  person.use_token(std::string(json_of(token).at("token").as_string()));
  CHECK(person.post(kRegion + "/organisations", dinkes).status == 201);
}

TEST_CASE("Who signs in again needs nothing of the session that is still there") {
  ApiClient api;
  add_account(api, "ani", {in_region(Role::kReader)});
  Person person(api);
  person.sign_in("ani");
  person.forget_csrf();
  const auto again = person.post("/api/v1/session", {{"login", "ani"}, {"password", kPassword}});
  CHECK(again.status == 200);
}

TEST_CASE("Of two cookies the one that only this host can set is taken") {
  pilah::http::Request request;
  request.cookie = "pilah_session=planted; a=b; __Host-pilah_session=own";
  CHECK(pilah::http::session_secret(request) == "own");
  request.cookie = "a=b; pilah_session=plain";
  CHECK(pilah::http::session_secret(request) == "plain");
  request.cookie = "xpilah_session=other; pilah_session";
  CHECK(pilah::http::session_secret(request).empty());
}

TEST_CASE("What nobody gave is no way in") {
  ApiClient api;
  add_account(api, "ani", {in_region(Role::kRegionAdministrator)});
  Person person(api);
  person.use_token("pilah-nonsense");
  const auto refused = person.get(kRegion + "/innovations");
  CHECK(refused.status == 401);
  CHECK(refused.headers.at("www-authenticate").find("invalid_token") != std::string::npos);
  CHECK(api.get(kRegion, "Authorization: Basic YW5pOng=\r\n").status == 401);
  // A session that has ended reads what all may read, and changes nothing.
  CHECK(api.get(kRegion + "/innovations", "Cookie: pilah_session=nonsense\r\n").status == 200);
  const auto change = api.send("POST", kRegion + "/innovations", R"({"name": "x"})",
                               "Cookie: other=1; pilah_session=nonsense\r\n");
  CHECK(change.status == 401);
  CHECK(errors_of(change) == " http.session_ended");
}

TEST_CASE("A token for reading changes nothing, and says so") {
  ApiClient api;
  add_account(api, "ani", {in_region(Role::kRegionAdministrator)});
  Person person(api);
  person.sign_in("ani");
  const auto made = json_of(person.post("/api/v1/me/tokens", {{"name", "Dasbor"}}));
  CHECK(made.at("scope") == "read");
  const auto id = std::string(made.at("id").as_string());
  Person program(api);
  program.use_token(std::string(made.at("token").as_string()));
  CHECK(program.get(kRegion + "/selections").status == 200);
  const auto refused = program.post(kRegion + "/innovations", {{"name", "Baru"}});
  CHECK(refused.status == 403);
  CHECK(errors_of(refused) == " rights.scope");
  CHECK(json_of(person.get("/api/v1/me/tokens")).at("tokens").as_array().size() == 1);
  CHECK(person.get("/api/v1/me/tokens").body.find("\"token\"") == std::string::npos);
  CHECK(person.send("DELETE", "/api/v1/me/tokens/" + id).status == 204);
  CHECK(program.get(kRegion + "/selections").status == 401);
}

TEST_CASE("A region's administrator adds people, who set their password by the link") {
  ApiClient api;
  const auto owner = api.add_organisation("DINKES");
  add_account(api, "admin", {in_region(Role::kRegionAdministrator)});
  Person admin(api);
  admin.sign_in("admin");
  const auto added = admin.post(kRegion + "/accounts",
                                {{"login", "budi"},
                                 {"name", "Budi Santoso"},
                                 {"grants", {{{"role", "contributor"}, {"organisation", owner}}}}});
  INFO(added.body);
  REQUIRE(added.status == 201);
  const std::string link(json_of(added).at("link").as_string());
  CHECK(link.rfind("/set-password#link-", 0) == 0);
  Person budi(api);
  CHECK(budi.sign_in("budi").status == 401);
  CHECK(budi.post("/api/v1/links/redeem", {{"link", link}, {"password", kPassword}}).status == 200);
  CHECK(budi.sign_in("budi").status == 200);
  CHECK(budi.post(kRegion + "/innovations", {{"name", "Baru"}, {"owner", owner}}).status == 201);
  CHECK(budi.get(kRegion + "/accounts").status == 403);

  const auto place = kRegion + "/accounts/budi";
  CHECK(admin.post(place + "/grants", {{"role", "verifier"}}).status == 200);
  CHECK(admin.send("DELETE", place + "/grants/verifier").status == 200);
  CHECK(admin.send("DELETE", place + "/grants/contributor?organisation=" + owner).status == 200);
  CHECK(json_of(budi.get("/api/v1/me")).at("grants").as_array().empty());
  CHECK(admin.send("DELETE", place + "/grants/nonsense").status == 404);
}

TEST_CASE("Handing over and ending an account, over HTTP") {
  ApiClient api;
  add_account(api, "admin", {in_region(Role::kRegionAdministrator)});
  add_account(api, "lama", {in_region(Role::kVerifier)});
  add_account(api, "baru", {in_region(Role::kReader)});
  Person admin(api);
  admin.sign_in("admin");
  const auto moved = admin.post(kRegion + "/accounts/lama/hand-over", {{"to", "baru"}});
  CHECK(moved.status == 200);
  CHECK(json_of(moved).at("grants").as_array().size() == 2);
  CHECK(admin.post(kRegion + "/accounts/baru/disable", {}).status == 200);
  Person person(api);
  CHECK(person.sign_in("baru").status == 401);
  CHECK(admin.post(kRegion + "/accounts/baru/enable", {}).status == 200);
  CHECK(person.sign_in("baru").status == 200);
}

TEST_CASE("What a region publishes is read by all and decided by its administrator") {
  ApiClient api;
  api.add_innovation("Terbit", api.add_organisation("DINKES"), "health", R"(, "staff": 3)");
  add_account(api, "admin", {in_region(Role::kRegionAdministrator)});
  Person admin(api);
  const auto place = kRegion + "/publication";
  const auto body = R"({"statuses": ["verified"], "fields": ["staff"]})";
  CHECK(admin.send("PUT", place, body).status == 401);
  const auto before = admin.get(kRegion + "/innovations").headers.at("etag");
  admin.sign_in("admin");
  CHECK(admin.send("PUT", place, body).status == 200);
  CHECK(admin.send("PUT", place, R"({"statuses": ["draft"]})").status == 422);
  CHECK(admin.send("PUT", place, R"({"fields": ["nonsense"]})").status == 422);
  CHECK(admin.send("PUT", place, R"({"quick_win_sets": ["drafts"]})").status == 422);
  CHECK(json_of(api.get(place)).at("quick_win_sets").as_array().empty());
  Person anybody(api);
  const auto list = api.get(kRegion + "/innovations", "If-None-Match: " + before + "\r\n");
  CHECK(list.status == 200);  // what is shown has changed, though no innovation has
  CHECK(json_of(list).at("innovations").at(0).at("staff") == 3);
  CHECK(json_of(anybody.get(place)).at("fields") == boost::json::array{"staff"});
}

TEST_CASE("The page of a link runs its own script alone") {
  ApiClient api;
  const auto page = api.get("/set-password");
  CHECK(page.status == 200);
  CHECK(page.headers.at("content-security-policy").find("script-src 'self'") != std::string::npos);
  CHECK(api.get("/set-password.js").headers.at("content-type") == "text/javascript; charset=utf-8");
}
