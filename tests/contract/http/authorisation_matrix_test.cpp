// Every address of the API held against everybody who may ask: with their own token, of
// their own account, as programs do. An address that is added without a row fails here.
#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <sstream>

#include "contract/http/api_client.hpp"
#include "pilah/registry/drafts/drafts.hpp"
#include "pilah/registry/evidence/evidence.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/people/tokens.hpp"
#include "pilah/registry/proposals/intake_links.hpp"
#include "pilah/registry/proposals/proposals.hpp"
#include "pilah/registry/relations/merge.hpp"
#include "pilah/registry/relations/packages.hpp"
#include "pilah/registry/relations/relations.hpp"
#include "pilah/registry/rounds/working_groups.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"
#include "pilah/registry/workflow/steps.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;
using catalogue::Grant;
using catalogue::Role;

namespace {

// Who asks. What is asked for lies in 13.11 and, where it has an owner, belongs to DINKES.
const char* const kEverybody =
    "anonymous reader contributor contributor-of-another contributor-elsewhere head verifier "
    "verifier-elsewhere planner planner-elsewhere assessor mentor evaluator administrator "
    "administrator-elsewhere host-administrator";
const char* const kSignedIn =
    "reader contributor contributor-of-another contributor-elsewhere head verifier "
    "verifier-elsewhere planner planner-elsewhere assessor mentor evaluator administrator "
    "administrator-elsewhere host-administrator";
const char* const kSeeTheRegion = "verifier planner assessor mentor evaluator administrator";
const char* const kSeeTheDraft =
    "contributor head verifier planner assessor mentor evaluator administrator";
const char* const kRegister = "contributor head administrator";
const char* const kRelate = "contributor head verifier planner administrator";
const char* const kVerify = "verifier administrator";
const char* const kChoose = "planner administrator";
const char* const kAdminister = "administrator host-administrator";
const char* const kHost = "host-administrator";
const char* const kNobody = "";

struct Row {
  const char* route;
  const char* allowed;    // all others are refused: 401, 403, or 404 where it is hidden
  const char* body = "";  // with the same {places} as the route
};

const Row kTable[] = {
    {"GET /", kEverybody},
    {"GET /healthz", kEverybody},
    {"GET /readyz", kEverybody},
    {"GET /set-password", kEverybody},
    {"GET /set-password.js", kEverybody},
    {"GET /metrics", kEverybody},  // but from this machine alone: operation_test.cpp
    {"GET /api/v1", kEverybody},
    {"GET /api/v1/openapi.json", kEverybody},
    {"GET /api/v1/taxonomy", kEverybody},
    {"GET /api/v1/regions", kEverybody},
    {"GET /api/v1/regions.csv", kEverybody},
    {"GET /api/v1/regions/{code}", kEverybody},
    {"GET /api/v1/regions/{code}/organisations", kEverybody},
    {"GET /api/v1/regions/{code}/organisations.csv", kEverybody},
    {"GET /api/v1/regions/{code}/organisations/{organisation}", kEverybody},
    {"POST /api/v1/regions/{code}/organisations", kAdminister,
     R"({"code": "{new}", "name": "Dinas Baru"})"},
    {"PATCH /api/v1/regions/{code}/organisations/{organisation}", kAdminister,
     R"({"name": "Dinas Kesehatan {new}"})"},
    // Which innovations a list shows, and how much of them: rights_test.cpp.
    {"GET /api/v1/regions/{code}/innovations", kEverybody},
    {"GET /api/v1/regions/{code}/innovations.csv", kEverybody},
    {"GET /api/v1/regions/{code}/counts?by=dimension&split=status", kEverybody},
    {"GET /api/v1/regions/{code}/counts.csv", kEverybody},
    // A region shows everybody no money until it decides so.
    {"GET /api/v1/regions/{code}/options/funding", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/months", kEverybody},
    {"GET /api/v1/regions/{code}/months.csv", kEverybody},
    {"GET /api/v1/regions/{code}/dictionary", kEverybody},
    {"GET /api/v1/regions/{code}/dictionary.csv", kEverybody},
    {"GET /api/v1/regions/{code}/events", kEverybody},
    {"POST /api/v1/regions/{code}/innovations", kRegister,
     R"({"name": "Baru", "owner": "{organisation}"})"},
    {"GET /api/v1/innovations/{draft}", kSeeTheDraft},
    {"PATCH /api/v1/innovations/{draft}", kRegister, R"({"benefit": "Lebih cepat."})"},
    {"GET /api/v1/innovations/{draft}/history", kSeeTheDraft},
    // One's own working copies: nobody else's are found.
    {"GET /api/v1/regions/{code}/drafts", "contributor contributor-of-another head administrator"},
    {"POST /api/v1/regions/{code}/drafts", kRegister, R"({"owner": "{organisation}"})"},
    {"GET /api/v1/innovations/{typed}/draft", kRegister},
    {"PUT /api/v1/innovations/{typed}/draft", kRegister, R"({"name": "Si"})"},
    {"DELETE /api/v1/innovations/{typed}/draft", kEverybody},  // of who has none: nothing
    {"GET /api/v1/innovations/{proven}/evidence", kSeeTheDraft},
    {"POST /api/v1/innovations/{complete}/evidence?field=/summary&file_name=a.txt", kRegister,
     "Buktinya."},
    {"GET /api/v1/innovations/{proven}/evidence/{sha256}", kSeeTheDraft},
    {"DELETE /api/v1/innovations/{proven}/evidence/{sha256}", kRegister},
    {"PUT /api/v1/innovations/{complete}/indicators/0/verified", kVerify,
     R"({"verified": [{"date": "2025", "value": "12"}]})"},
    {"POST /api/v1/regions/{code}/persons/{person}/erasure", kAdminister, R"({"also": []})"},
    {"GET /api/v1/innovations/{draft}/review", kSeeTheDraft},
    {"POST /api/v1/innovations/{complete}/submit", kRegister},
    {"POST /api/v1/innovations/{submitted}/recall", kRegister},
    {"POST /api/v1/innovations/{submitted}/approve", "head"},
    {"POST /api/v1/innovations/{submitted}/verify", kVerify},
    {"POST /api/v1/innovations/{submitted}/return", kVerify,
     R"({"reasons": [{"pointer": "/summary", "text": "Berapa?"}]})"},
    {"POST /api/v1/innovations/{draft}/archive", kVerify},
    {"GET /api/v1/innovations/{revised}/pending", kSeeTheDraft},
    {"PATCH /api/v1/innovations/{verified}/pending", kRegister, R"({"benefit": "Lebih cepat."})"},
    {"DELETE /api/v1/innovations/{revised}/pending", kRegister},
    {"POST /api/v1/innovations/{draft}/comments", kSeeTheDraft, R"({"text": "Bagus."})"},
    {"POST /api/v1/innovations/{commented}/comments/1/settle", kSeeTheDraft},
    {"POST /api/v1/regions/{code}/verify", kVerify, R"({"innovations": []})"},
    {"PUT /api/v1/regions/{code}/submission", kAdminister, R"({"until": "2027-12-31T16:00"})"},
    {"GET /api/v1/regions/{code}/coverage", kEverybody},
    {"GET /api/v1/regions/{code}/coverage.csv", kEverybody},
    {"GET /api/v1/regions/{code}/coverage/by-area", kEverybody},
    {"GET /api/v1/regions/{code}/coverage/by-dimension", kEverybody},
    {"GET /api/v1/regions/{code}/coverage/by-owner", kEverybody},
    {"GET /api/v1/regions/{code}/coverage/by-round", kEverybody},
    {"GET /api/v1/regions/{code}/coverage/pairs", kEverybody},
    {"GET /api/v1/regions/{code}/coverage/pairs/smart-environment/smart-living", kEverybody},
    {"GET /api/v1/regions/{code}/working-groups", kEverybody},
    {"POST /api/v1/regions/{code}/working-groups", kChoose,
     R"({"name": "Pokja {new}", "dimension": "smart-environment"})"},
    {"GET /api/v1/regions/{code}/working-groups/{group}", kEverybody},
    {"PATCH /api/v1/regions/{code}/working-groups/{group}", kChoose, R"({"decree": "SK {new}"})"},
    {"GET /api/v1/regions/{code}/working-groups/{group}/innovations", kEverybody},
    // What a list shows is what its reader sees: relations_test.cpp, packages_test.cpp.
    {"GET /api/v1/regions/{code}/relations", kEverybody},
    {"POST /api/v1/regions/{code}/relations", kRelate,
     R"({"kind": "needs", "from": "{verified}", "to": "{second}"})"},
    {"GET /api/v1/regions/{code}/relations/{relation}", kEverybody},
    {"DELETE /api/v1/regions/{code}/relations/{relation}", kRelate},
    {"GET /api/v1/regions/{code}/packages", kEverybody},
    {"POST /api/v1/regions/{code}/packages", kRelate,
     R"({"name": "Paket {new}", "lead": "{organisation}", "members": ["{verified}", "{second}"]})"},
    {"GET /api/v1/regions/{code}/packages/{package}", kEverybody},
    {"PATCH /api/v1/regions/{code}/packages/{package}", kRelate, R"({"name": "Paket {new}"})"},
    {"DELETE /api/v1/regions/{code}/packages/{package}", kRelate},
    {"POST /api/v1/regions/{code}/innovations/likely-duplicates", kEverybody,
     R"({"name": "Sibatuah"})"},
    {"GET /api/v1/regions/{code}/duplicates", kEverybody},
    {"GET /api/v1/innovations/{candidate}/similar", kEverybody},
    {"POST /api/v1/innovations/{verified}/merge", kVerify, R"({"gone": "{second}"})"},
    {"POST /api/v1/innovations/{merged}/part", kVerify},
    // Whoever has the link, or the code, need not be known.
    {"GET /api/v1/intake/{intake}", kEverybody},
    {"POST /api/v1/intake/{intake}", kEverybody,
     R"({"name": "Usul", "summary": "Ibu dijemput.", "proposer": "Siti", "contact": "0812"})"},
    {"GET /api/v1/proposals/{tracking}", kEverybody},
    {"DELETE /api/v1/proposals/{tracking}", kEverybody},
    {"GET /api/v1/regions/{code}/intake-links", kVerify},
    {"POST /api/v1/regions/{code}/intake-links", kVerify, R"({"name": "Bimtek {new}"})"},
    {"POST /api/v1/regions/{code}/intake-links/{intake_link}/close", kVerify},
    {"GET /api/v1/regions/{code}/proposals", kVerify},
    {"GET /api/v1/regions/{code}/proposals/{proposal}", kVerify},
    {"POST /api/v1/regions/{code}/proposals/{proposal}/accept", kVerify,
     R"({"owner": "{organisation}"})"},
    {"POST /api/v1/regions/{code}/proposals/{proposal}/decline", kVerify,
     R"({"reason": "Sudah ada."})"},
    {"GET /api/v1/regions/{code}/scenarios", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/scenarios.csv", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/scenarios/{scenario}", kSeeTheRegion},
    {"PUT /api/v1/regions/{code}/scenarios/{scenario}", kChoose,
     R"({"rules": [{"plugin": "quick-win-national"}]})"},
    {"GET /api/v1/regions/{code}/selections", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections.csv", kSeeTheRegion},
    {"POST /api/v1/regions/{code}/selections", kChoose,
     R"({"rules": [{"plugin": "quick-win-national"}]})"},
    {"GET /api/v1/regions/{code}/selections/{selection}", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/reasons", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/candidates/{candidate}", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/candidates/{candidate}/outlook",
     kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/robustness", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/repair?without={candidate}", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/publication", kEverybody},
    {"PUT /api/v1/regions/{code}/publication", kAdminister,
     R"({"statuses": ["verified"], "fields": []})"},
    {"GET /api/v1/regions/{code}/publication/warnings", kAdminister},
    {"GET /api/v1/regions/{code}/accounts", kAdminister},
    {"POST /api/v1/regions/{code}/accounts", kAdminister,
     R"({"login": "{new}", "name": "Baru", "grants": [{"role": "reader"}]})"},
    {"POST /api/v1/regions/{code}/accounts/{account}/grants", kAdminister,
     R"({"role": "verifier"})"},
    {"DELETE /api/v1/regions/{code}/accounts/{account}/grants/reader", kAdminister},
    {"POST /api/v1/regions/{code}/accounts/{account}/link", kAdminister, "{}"},
    {"POST /api/v1/regions/{code}/accounts/{account}/disable", kAdminister, "{}"},
    {"POST /api/v1/regions/{code}/accounts/{account}/enable", kAdminister, "{}"},
    {"POST /api/v1/regions/{code}/accounts/{account}/hand-over", kAdminister,
     R"({"to": "{successor}"})"},
    {"GET /api/v1/accounts", kHost},
    {"POST /api/v1/accounts", kHost,
     R"({"login": "{new}", "name": "Baru", "grants": [{"role": "national-evaluator"}]})"},
    {"GET /api/v1/me", kEverybody},
    {"GET /api/v1/session", kNobody},  // with a token there is none
    {"POST /api/v1/session", kEverybody,
     R"({"login": "{account}", "password": "tiga ekor kambing"})"},
    {"DELETE /api/v1/session", kEverybody},
    {"DELETE /api/v1/sessions", kSignedIn},
    {"POST /api/v1/me/password", kSignedIn,
     R"({"current": "tiga ekor kambing", "password": "tiga ekor kambing"})"},
    {"POST /api/v1/links/redeem", kEverybody,
     R"({"link": "{link}", "password": "tiga ekor kambing"})"},
    {"GET /api/v1/regions/{code}/webhooks", kAdminister},
    {"POST /api/v1/regions/{code}/webhooks", kAdminister,
     R"({"address": "https://{new}.example.go.id/", "kinds": ["verified"]})"},
    {"DELETE /api/v1/regions/{code}/webhooks/{webhook}", kAdminister},
    {"GET /api/v1/regions/{code}/webhooks/{webhook}/deliveries", kAdminister},
    {"POST /api/v1/regions/{code}/webhooks/{webhook}/deliveries/{told}/send-again", kAdminister},
    // One's own alone: what is in it, inbox_test.cpp.
    {"GET /api/v1/me/inbox", kSignedIn},
    {"GET /api/v1/regions/{code}/inbox", kSignedIn},
    {"PUT /api/v1/regions/{code}/inbox/read", kSignedIn, R"({"until": 1})"},
    {"POST /api/v1/regions/{code}/inbox/{told}/read", kVerify},
    {"GET /api/v1/me/tokens", kSignedIn},
    {"POST /api/v1/me/tokens", kSignedIn, R"({"name": "Skrip"})"},
    {"DELETE /api/v1/me/tokens/{token}", kSignedIn},
};

constexpr const char* kPassword = "tiga ekor kambing";

std::set<std::string> words(const char* text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// A host with something of each kind, and an account and a token for everybody.
class Matrix {
 public:
  Matrix() {
    places_["code"] = "13.11";
    places_["organisation"] = api_.add_organisation("DINKES");
    other_ = api_.add_organisation("DISHUB");
    elsewhere_ = std::string(json_of(api_.send("POST", "/api/v1/regions/16.02/organisations",
                                               R"({"code": "DINKES", "name": "Dinas"})"))
                                 .at("id")
                                 .as_string());
    places_["candidate"] = api_.add_innovation("Terbit", places_["organisation"], "health",
                                               R"(, "duration_months": 6, "stage": "applied",
                                               "budgets": [{"year": 2025, "amount": 1000000}])");
    api_.send("PUT", "/api/v1/regions/13.11/scenarios/Usulan",
              R"({"rules": [{"plugin": "quick-win-national"}]})");
    places_["scenario"] = "Usulan";
    const auto made = api_.send("POST", "/api/v1/regions/13.11/selections",
                                R"({"rules": [{"plugin": "quick-win-national"}]})");
    INFO(made.body);
    places_["selection"] = std::string(json_of(made).at("id").as_string());
    for (const auto& [name, grant] : grants()) add_account(name, grant);
    for (const char* region : {"13.11", "16.02"}) {  // builds the index
      api_.get("/api/v1/regions/" + std::string(region) + "/innovations?q=terbit");
    }
    api_.speak_for(registry::Caller::anonymous());
  }

  /// Of the answer to the row's request, by that person, on things made for it.
  int status(const Row& row, const std::string& who) {
    renew(row, who);
    std::string request = filled(row.route);
    const auto blank = request.find(' ');
    const auto target = request.substr(blank + 1);
    // A stream does not end: its head tells enough.
    const auto method = target.ends_with("/events") ? "HEAD" : request.substr(0, blank);
    std::string headers = "If-Match: *\r\n";
    if (who != "anonymous") headers += "Authorization: Bearer " + tokens_.at(who) + "\r\n";
    const std::string body = filled(row.body);
    const auto answer = body.empty() && method != "POST"
                            ? api_.send(method, target, "", headers, "")
                            : api_.send(method, target, body, headers);
    last_ = answer.body;
    return answer.status;
  }

  const std::string& last() const { return last_; }
  const pilah::http::RouteTable& routes() { return api_.server().server().routes(); }

 private:
  std::map<std::string, Grant> grants() const {
    const auto region = catalogue::RegionCode::parse("13.11");
    const auto elsewhere = catalogue::RegionCode::parse("16.02");
    const auto own = catalogue::OrganisationId::parse(places_.at("organisation"));
    const auto other = catalogue::OrganisationId::parse(other_);
    return {{"reader", {Role::kReader, region, {}}},
            {"contributor", {Role::kContributor, region, own}},
            {"contributor-of-another", {Role::kContributor, region, other}},
            {"contributor-elsewhere",
             {Role::kContributor, elsewhere, catalogue::OrganisationId::parse(elsewhere_)}},
            {"head", {Role::kHeadOfOrganisation, region, own}},
            {"verifier", {Role::kVerifier, region, {}}},
            {"verifier-elsewhere", {Role::kVerifier, elsewhere, {}}},
            {"planner", {Role::kPlanner, region, {}}},
            {"planner-elsewhere", {Role::kPlanner, elsewhere, {}}},
            {"assessor", {Role::kAssessor, region, {}}},
            {"mentor", {Role::kMentor, region, {}}},
            {"evaluator", {Role::kNationalEvaluator, {}, {}}},
            {"administrator", {Role::kRegionAdministrator, region, {}}},
            {"administrator-elsewhere", {Role::kRegionAdministrator, elsewhere, {}}},
            {"host-administrator", {Role::kHostAdministrator, {}, {}}}};
  }

  void add_with_password(const std::string& login, const Grant& grant) {
    const auto& host = api_.environment();
    registry::add_account(host, insider(), {login, "Nama", "", {grant}});
    const auto link = registry::new_link(host, insider(), login);
    registry::redeem(host, {link.secret, kPassword, "", ""});
  }

  void add_account(const std::string& login, const Grant& grant) {
    const auto& host = api_.environment();
    add_with_password(login, grant);
    const auto caller = registry::sign_in(host, login, kPassword).signed_in.caller;
    const auto made =
        registry::add_token(host, caller, {"Uji", catalogue::TokenScope::kAdminister});
    tokens_[login] = made.secret;
    callers_[login] = caller;
  }

  /// What the row's request may use up or change, made anew.
  void renew(const Row& row, const std::string& who) {
    const auto uses = [text = std::string(row.route) + row.body](const char* place) {
      return text.find("{" + std::string(place) + "}") != std::string::npos;
    };
    const auto& host = api_.environment();
    const std::string number = std::to_string(++made_);
    places_["new"] = "baru" + number;
    const Grant reader{Role::kReader, catalogue::RegionCode::parse("13.11"), {}};
    for (const char* place : {"account", "successor"}) {
      if (!uses(place)) continue;
      places_[place] = place + number;
      add_with_password(places_[place], reader);
    }
    if (uses("link")) {
      registry::add_account(host, insider(), {"tautan" + number, "Nama", "", {reader}});
      places_["link"] = registry::new_link(host, insider(), "tautan" + number).secret;
    }
    if (uses("draft")) {
      const auto draft = registry::add_innovation(
          host, insider(), *reader.region, {{"name", "Draf"}, {"owner", places_["organisation"]}});
      places_["draft"] = draft.innovation.id.text();
    }
    for (const char* stage :
         {"complete", "submitted", "verified", "revised", "commented", "proven", "typed"}) {
      if (uses(stage)) places_[stage] = entry_at(stage);
    }
    if (uses("typed") && words(kRegister).contains(who)) {
      registry::put_draft(host, callers_.at(who), *catalogue::InnovationId::parse(places_["typed"]),
                          {{"name", "S"}}, {});
    }
    if (uses("person")) {
      catalogue::Person person{{host.new_uuid()}, *reader.region, "Rina", "", "", ""};
      host.store.write({"test"},
                       [&](pilah::store::Writer& writer) { writer.put(person, "added"); });
      places_["person"] = person.id.text();
    }
    if (uses("second")) places_["second"] = entry_at("verified");
    if (uses("relation") || uses("package") || uses("merged")) join();
    if (uses("group")) {
      catalogue::Team team;
      team.region = *reader.region;
      team.name = "Pokja " + number;
      team.dimension = "smart-environment";
      places_["group"] = registry::add_working_group(host, insider(), team).team.id.text();
    }
    if (uses("intake") || uses("intake_link") || uses("tracking") || uses("proposal")) {
      propose(row);
    }
    if (uses("webhook")) {
      for (const auto& each : registry::webhooks(host, insider(), *reader.region)) {
        registry::remove_webhook(host, insider(), *reader.region, each.webhook.id);
      }
      places_["webhook"] =
          registry::add_webhook(host, insider(), *reader.region,
                                {"https://dasbor.example.go.id/", registry::webhook_kinds()})
              .webhook.id.text();
    }
    if (uses("told")) {  // of a submission: to those who verify
      entry_at("submitted");
      host.store.read([&](pilah::store::Reader& told) {
        const auto last = told.happenings().told(*reader.region, {"verifiers"},
                                                 std::numeric_limits<std::int64_t>::max(), 1);
        places_["told"] = std::to_string(last.at(0).number);
      });
    }
    if (uses("token")) {
      places_["token"] = places_["organisation"];  // which is no token
      if (who == "anonymous") return;
      const auto made = registry::add_token(host, callers_.at(who), {"Sekali"});
      places_["token"] = made.token.id.text();
    }
  }

  /// Two new entries that are related, in a package, or (with {merged} the one that is
  /// gone) made one.
  void join() {
    const auto& host = api_.environment();
    const auto first = *catalogue::InnovationId::parse(entry_at("verified"));
    const auto second = *catalogue::InnovationId::parse(entry_at("verified"));
    catalogue::Relation relation;
    relation.region = *catalogue::RegionCode::parse("13.11");
    relation.from = first;
    relation.to = second;
    places_["relation"] = registry::add_relation(host, insider(), relation).relation.id.text();
    catalogue::Package package;
    package.region = relation.region;
    package.name = "Paket";
    package.lead = *catalogue::OrganisationId::parse(places_["organisation"]);
    package.members = {first, second};
    places_["package"] = registry::add_package(host, insider(), package).package.id.text();
    const auto gone = *catalogue::InnovationId::parse(entry_at("verified"));
    registry::merge_entries(host, insider(),
                            {*catalogue::InnovationId::parse(entry_at("verified")), gone, {}, {}});
    places_["merged"] = gone.text();
  }

  /// A link for the row (a region has few) and a proposal through it.
  void propose(const Row& row) {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    if (row_of_link_ != &row) {
      const auto opened = registry::open_link(host, insider(), {region, {}, "Bimtek", 30, ""});
      places_["intake"] = opened.token;
      places_["intake_link"] = opened.link.id.text();
      row_of_link_ = &row;
    }
    if (std::string(row.route).ends_with("/close")) return;  // takes none once it is closed
    registry::ProposalForm form;
    form.name = "Usul";
    form.summary = "Ibu dijemput.";
    form.proposer = "Siti";
    form.contact = "0812";
    places_["tracking"] = registry::submit_proposal(host, places_["intake"], form).tracking;
    places_["proposal"] =
        registry::proposals(host, insider(), region, {}, {}, 200).proposals.back().id.text();
  }

  /// A new entry of DINKES that has come so far on its way.
  std::string entry_at(const std::string& stage) {
    const auto& host = api_.environment();
    const boost::json::object complete{{"name", "Sibatuah"},
                                       {"summary", "Ibu dijemput."},
                                       {"owner", places_["organisation"]},
                                       {"indicators", {{{"definition", "Ibu yang dijemput"}}}},
                                       {"mappings", {{{"area", "health"}, {"primary", true}}}}};
    const auto id =
        registry::add_innovation(host, insider(), *catalogue::RegionCode::parse("13.11"), complete)
            .innovation.id;
    const auto now = [&] {
      return registry::FromVersion{id, registry::review(host, insider(), id).version.revision};
    };
    if (stage == "proven") {
      bool given = false;
      const registry::EvidenceUpload upload{"a.txt", "/summary", [&]() -> std::string_view {
                                              return std::exchange(given, true) ? "" : "Bukti.";
                                            }};
      places_["sha256"] =
          registry::add_evidence(host, insider(), id, upload, now().expected_revision)
              .evidence.sha256;
    }
    if (stage == "commented") registry::comment(host, insider(), id, "", "Bagus.");
    if (stage == "submitted" || stage == "verified" || stage == "revised") {
      registry::submit(host, insider(), now());
    }
    if (stage == "verified" || stage == "revised") registry::verify_entry(host, insider(), now());
    if (stage == "revised") registry::revise(host, insider(), now(), {{"name", "Dua"}});
    return id.text();
  }

  std::string filled(std::string text) const {
    for (const auto& [place, value] : places_) {
      const std::string pattern = "{" + place + "}";
      for (auto at = text.find(pattern); at != std::string::npos; at = text.find(pattern, at)) {
        text.replace(at, pattern.size(), value);
      }
    }
    return text;
  }

  ApiClient api_;
  std::string other_;      // an organisation of the same region
  std::string elsewhere_;  // ... and one of another
  std::map<std::string, std::string> places_;
  std::map<std::string, std::string> tokens_;
  std::map<std::string, registry::Caller> callers_;
  const Row* row_of_link_ = nullptr;
  int made_ = 0;
  std::string last_;
};

/// "GET /api/v1/regions/{}/organisations/{}": whatever its places are called; a row may
/// have a value where the route has a place.
bool is_row_of(const Row& row, const pilah::http::Route& route) {
  const auto parts = [](const std::string& text) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, '/');) all.push_back(part);
    return all;
  };
  const std::string address = row.route;
  const auto of_row = parts(address.substr(0, address.find('?'))),
             of_route = parts(route.method + ' ' + route.pattern);
  if (of_row.size() != of_route.size()) return false;
  for (std::size_t i = 0; i < of_row.size(); ++i) {
    const bool is_place = !of_route[i].empty() && of_route[i].front() == '{';
    if (!is_place && of_row[i] != of_route[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Every address allows whom the table says, and refuses all others") {
  Matrix matrix;
  const auto everybody = words(kEverybody);
  for (const auto& row : kTable) {
    const auto allowed = words(row.allowed);
    for (const auto& who : everybody) {
      const int status = matrix.status(row, who);
      const bool was_refused = status == 401 || status == 403 || status == 404;
      const bool was_taken = status < 400;
      CAPTURE(row.route, who, status, matrix.last());
      CHECK((allowed.contains(who) ? was_taken : was_refused));
    }
  }
}

TEST_CASE("Every address has a row in the table of rights") {
  Matrix matrix;
  for (const auto& route : matrix.routes().routes()) {
    CAPTURE(route.method, route.pattern);
    CHECK(std::count_if(std::begin(kTable), std::end(kTable),
                        [&](const Row& row) { return is_row_of(row, route); }) == 1);
  }
}
