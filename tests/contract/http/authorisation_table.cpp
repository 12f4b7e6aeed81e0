#include "contract/http/authorisation_table.hpp"

#include <iterator>
#include <sstream>

namespace pilah::tests {

const char* const kEverybody =
    "anonymous reader contributor contributor-of-another contributor-elsewhere head verifier "
    "verifier-elsewhere planner planner-elsewhere assessor mentor evaluator administrator "
    "administrator-elsewhere host-administrator";

const char* const kRegister = "contributor head administrator";

namespace {

const char* const kSignedIn =
    "reader contributor contributor-of-another contributor-elsewhere head verifier "
    "verifier-elsewhere planner planner-elsewhere assessor mentor evaluator administrator "
    "administrator-elsewhere host-administrator";
const char* const kWorkInTheRegion =
    "contributor contributor-of-another head verifier planner assessor mentor evaluator "
    "administrator";
const char* const kSeeTheRegion = "verifier planner assessor mentor evaluator administrator";
const char* const kSeeTheDraft =
    "contributor head verifier planner assessor mentor evaluator administrator";
const char* const kRelate = "contributor head verifier planner administrator";
const char* const kVerify = "verifier administrator";
const char* const kChoose = "planner administrator";
const char* const kAdminister = "administrator host-administrator";
const char* const kHost = "host-administrator";
const char* const kNobody = "";

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
    {"POST /api/v1/regions/{code}/persons/{person}/correction", kAdminister,
     R"({"office": "Camat"})"},
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
    {"GET /api/v1/regions/{code}/scales", kEverybody},
    {"GET /api/v1/regions/{code}/weights-seals", kSeeTheRegion},
    {"POST /api/v1/regions/{code}/weights-seals", kChoose,
     R"({"by": "Ani", "round": "{round}", "scenario": {"rules": [{"plugin": "quick-win-national"}]}})"},
    {"POST /api/v1/regions/{code}/weights-seals/{seal}/open", kChoose, "{envelope}"},
    {"GET /api/v1/regions/{code}/panels", kSeeTheRegion},
    {"POST /api/v1/regions/{code}/panels", kChoose,
     R"({"name": "Panel {new}", "members": [{"name": "Ani"}]})"},
    {"GET /api/v1/regions/{code}/panels/{panel}", kSeeTheRegion},
    {"POST /api/v1/regions/{code}/panels/{panel}/close", kChoose},
    {"GET /api/v1/regions/{code}/panels/{panel}/sheet", "assessor"},
    {"PUT /api/v1/regions/{code}/panels/{panel}/sheet", "assessor",
     R"({"judgements": [{"innovation": "{candidate}", "criterion": "felt", "step": 3}]})"},
    {"GET /api/v1/regions/{code}/panels/{panel}/missing", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/panels/{closed_panel}/results", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/quick-win-sets", kWorkInTheRegion},
    {"POST /api/v1/regions/{code}/quick-win-sets", kChoose,
     R"({"name": "Quick win", "selection": "{new_selection}", "chosen_reason": "terpilih",
         "rest": {"placing": "not-now", "reason": "belum siap"}})"},
    {"GET /api/v1/regions/{code}/quick-win-sets/{set}", kWorkInTheRegion},
    {"POST /api/v1/regions/{code}/quick-win-sets/{set}/amend", kChoose,
     R"({"reason": "Perlu", "decree": "SK 1",
         "candidates": [{"candidate": "{candidate}", "placing": "quick-win", "reason": "tetap"}]})"},
    {"PUT /api/v1/regions/{code}/quick-win-sets/{set}/formulations/{candidate}", kChoose,
     R"({"name": "Nama", "programme": "Uraian", "output": "Keluaran", "lead": "{organisation}"})"},
    {"POST /api/v1/regions/{code}/quick-win-sets/{set}/signatories", kChoose,
     R"({"signatories": [{"name": "Ani", "office": "Bupati"}]})"},
    {"POST /api/v1/regions/{code}/quick-win-sets/{set}/signatures", kChoose,
     R"({"person": "{signatory}", "signed_on": "2020-01-01"})"},
    {"PUT /api/v1/regions/{code}/signatures/{signature}/scan?file_name=a.txt", kChoose,
     "Tertanda."},
    {"GET /api/v1/regions/{code}/signatures/{scanned}/scan", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/plans", kWorkInTheRegion},
    {"PUT /api/v1/regions/{code}/plans", kChoose, R"({"plans": []})"},
    {"GET /api/v1/regions/{code}/coverage/plans", kWorkInTheRegion},
    {"PUT /api/v1/innovations/{draft}/plan-links", kRegister, R"({"item": "{plan_item}"})"},
    {"GET /api/v1/regions/{code}/rounds", kWorkInTheRegion},
    {"POST /api/v1/regions/{code}/rounds", kChoose, R"({"name": "Bimtek {new}"})"},
    {"GET /api/v1/regions/{code}/rounds/{round}", kWorkInTheRegion},
    {"PATCH /api/v1/regions/{code}/rounds/{round}", kChoose, R"({"place": "Aula {new}"})"},
    {"POST /api/v1/regions/{code}/rounds/{round}/open", kChoose},
    {"POST /api/v1/regions/{code}/rounds/{held}/close", kChoose},
    {"POST /api/v1/regions/{code}/rounds/{round}/freeze", kChoose, R"({"name": "Awal"})"},
    {"PUT /api/v1/regions/{code}/rounds/{held}/attendance", "planner",
     R"({"organisation": "{organisation}", "presence": "present"})"},
    {"POST /api/v1/regions/{code}/rounds/{held}/minutes", kChoose,
     R"({"kind": "decision", "text": "Delapan.", "person": "Siti"})"},
    {"POST /api/v1/regions/{code}/rounds/{round}/carry-over", kChoose,
     R"({"name": "Bimtek {new}"})"},
    {"GET /api/v1/regions/{code}/rounds/{frozen}/comparison", kWorkInTheRegion},
    {"GET /api/v1/regions/{code}/rounds/{frozen}/selections", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/rounds/{frozen}/dossier", kWorkInTheRegion},
    {"PATCH /api/v1/regions/{code}/rounds/{frozen}/dossier", kChoose, R"({"vision": "Maju"})"},
    {"PUT /api/v1/regions/{code}/rounds/{frozen}/dossier/steps/mapping", kChoose,
     R"({"state": "under-way"})"},
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
    {"GET /api/v1/regions/{code}/selections", kWorkInTheRegion},
    {"GET /api/v1/regions/{code}/selections.csv", kWorkInTheRegion},
    {"POST /api/v1/regions/{code}/selections", kChoose,
     R"({"rules": [{"plugin": "quick-win-national"}]})"},
    {"GET /api/v1/regions/{code}/selections/{selection}", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/reasons", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/claims", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/claims.csv", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/candidates/{candidate}", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/candidates/{candidate}/outlook",
     kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/robustness", kSeeTheRegion},
    {"GET /api/v1/regions/{code}/selections/{selection}/interventions", kSeeTheRegion},
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

}  // namespace

std::set<std::string> words(const char* text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::span<const Row> authorisation_table() { return kTable; }

}  // namespace pilah::tests
