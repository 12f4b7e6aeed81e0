// A host with something of each kind, and an account and a token for everybody who asks.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "contract/http/api_client.hpp"
#include "contract/http/authorisation_table.hpp"
#include "pilah/registry/choice/sealed_weights.hpp"
#include "pilah/registry/documents/weights_seal.hpp"
#include "pilah/registry/drafts/drafts.hpp"
#include "pilah/registry/evidence/evidence.hpp"
#include "pilah/registry/intake/import_plans.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/monitoring/action_plans.hpp"
#include "pilah/registry/monitoring/follow_ups.hpp"
#include "pilah/registry/monitoring/periods.hpp"
#include "pilah/registry/panels/panels.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "pilah/registry/people/publish.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/people/tokens.hpp"
#include "pilah/registry/plans/plans.hpp"
#include "pilah/registry/plugins/plugin_changes.hpp"
#include "pilah/registry/plugins/sign_plugin.hpp"
#include "pilah/registry/proposals/intake_links.hpp"
#include "pilah/registry/proposals/proposals.hpp"
#include "pilah/registry/quick_wins/adoption.hpp"
#include "pilah/registry/quick_wins/commitment.hpp"
#include "pilah/registry/quick_wins/formulation.hpp"
#include "pilah/registry/relations/merge.hpp"
#include "pilah/registry/relations/packages.hpp"
#include "pilah/registry/relations/relations.hpp"
#include "pilah/registry/rounds/rounds.hpp"
#include "pilah/registry/teams/decrees.hpp"
#include "pilah/registry/teams/duties.hpp"
#include "pilah/registry/teams/teams.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"
#include "pilah/registry/workflow/steps.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

namespace pilah::tests {

class AuthorisationHost {
 public:
  AuthorisationHost() {
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
    const auto home = *catalogue::RegionCode::parse("13.11");
    registry::import_plans(api_.environment(), insider(), home,
                           R"({"plans": [{"kind": "rpjmd", "name": "RPJMD", "period": [2021, 2026],
                               "items": [{"code": "1.02.02", "name": "Kesehatan"}]}]})");
    places_["plan_item"] =
        registry::plans(api_.environment(), insider(), home).front().plan.items.front().id.text();
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
  static constexpr const char* kEveryPassword = "tiga ekor kambing";

  std::map<std::string, catalogue::Grant> grants() const {
    const auto region = catalogue::RegionCode::parse("13.11");
    const auto elsewhere = catalogue::RegionCode::parse("16.02");
    const auto own = catalogue::OrganisationId::parse(places_.at("organisation"));
    const auto other = catalogue::OrganisationId::parse(other_);
    return {
        {"reader", {catalogue::Role::kReader, region, {}}},
        {"contributor", {catalogue::Role::kContributor, region, own}},
        {"contributor-of-another", {catalogue::Role::kContributor, region, other}},
        {"contributor-elsewhere",
         {catalogue::Role::kContributor, elsewhere, catalogue::OrganisationId::parse(elsewhere_)}},
        {"head", {catalogue::Role::kHeadOfOrganisation, region, own}},
        {"verifier", {catalogue::Role::kVerifier, region, {}}},
        {"verifier-elsewhere", {catalogue::Role::kVerifier, elsewhere, {}}},
        {"planner", {catalogue::Role::kPlanner, region, {}}},
        {"planner-elsewhere", {catalogue::Role::kPlanner, elsewhere, {}}},
        {"assessor", {catalogue::Role::kAssessor, region, {}}},
        {"mentor", {catalogue::Role::kMentor, region, {}}},
        {"evaluator", {catalogue::Role::kNationalEvaluator, {}, {}}},
        {"administrator", {catalogue::Role::kRegionAdministrator, region, {}}},
        {"administrator-elsewhere", {catalogue::Role::kRegionAdministrator, elsewhere, {}}},
        {"host-administrator", {catalogue::Role::kHostAdministrator, {}, {}}}};
  }

  void add_with_password(const std::string& login, const catalogue::Grant& grant) {
    const auto& host = api_.environment();
    registry::add_account(host, insider(), {login, "Nama", "", {grant}});
    const auto link = registry::new_link(host, insider(), login);
    registry::redeem(host, {link.secret, kEveryPassword, "", ""});
  }

  void add_webhook() {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    for (const auto& each : registry::webhooks(host, insider(), region)) {
      registry::remove_webhook(host, insider(), region, each.webhook.id);
    }
    places_["webhook"] =
        registry::add_webhook(host, insider(), region,
                              {"https://dasbor.example.go.id/", registry::webhook_kinds()})
            .webhook.id.text();
  }

  void tell_verifiers() {
    entry_at("submitted");
    api_.environment().store.read([&](pilah::store::Reader& reader) {
      const auto last =
          reader.happenings().told(*catalogue::RegionCode::parse("13.11"), {"verifiers"},
                                   std::numeric_limits<std::int64_t>::max(), 1);
      places_["told"] = std::to_string(last.at(0).number);
    });
  }

  void add_account(const std::string& login, const catalogue::Grant& grant) {
    const auto& host = api_.environment();
    add_with_password(login, grant);
    const auto caller = registry::sign_in(host, login, kEveryPassword).signed_in.caller;
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
    const catalogue::Grant reader{
        catalogue::Role::kReader, catalogue::RegionCode::parse("13.11"), {}};
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
    for (const char* place : {"team", "member", "decree", "filed", "duty"}) {
      if (uses(place)) {
        set_up_team(number);
        break;
      }
    }
    if (std::string(row.route).find("/pairs/smart-environment/smart-living/package") !=
        std::string::npos) {
      entry_at("between");
      entry_at("between");
    }
    if (uses("panel") || uses("closed_panel")) open_panels();
    if (uses("seal")) seal_weights();
    if (uses("new_selection") || uses("set") || uses("signature") || uses("scanned")) adopt();
    open_sets(std::string(row.route).find("/public/") != std::string::npos);
    if (uses("planned_set")) plan_steps();
    if (std::string(row.route).ends_with("/self-score") && !places_.contains("set")) adopt();
    if (uses("follow_up")) {
      registry::NewFollowUp asked;
      asked.source = catalogue::FollowUpSource::kCouncil;
      asked.from = "Dewan";
      asked.text = "Percepat";
      asked.owner = catalogue::OrganisationId::parse(places_["organisation"]);
      asked.due = *catalogue::PartialDate::parse("2026-06-30");
      places_["follow_up"] =
          registry::raise_follow_up(host, insider(), *reader.region, asked).follow_up.id.text();
    }
    for (const char* stage : {"period", "open_period"}) {
      if (uses(stage)) places_[stage] = period_at(stage);
    }
    for (const char* stage : {"round", "held", "frozen"}) {
      if (uses(stage)) places_[stage] = round_at(stage);
    }
    if (uses("intake") || uses("intake_link") || uses("tracking") || uses("proposal")) {
      propose(row);
    }
    if (uses("package_file") || uses("installed") || uses("signing_key")) sign_package();
    if (uses("installed")) {
      registry::install_plugin(host, insider(), package_file(), false);
      places_["installed"] = "behaves";
    }
    if (uses("webhook")) add_webhook();
    if (uses("told")) tell_verifiers();
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

  /// A decree, one with its file, a working group of one member under it, and its duty.
  void set_up_team(const std::string& number) {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    registry::NewDecree asked;
    asked.number = "SK " + number;
    asked.signed_on = *catalogue::PartialDate::parse("2020-01-05");
    asked.signed_by = "Ani";
    asked.office = "Bupati";
    asked.from = *catalogue::PartialDate::parse("2020-01-01");
    const auto decree = registry::add_decree(host, insider(), region, asked).decree.id;
    places_["decree"] = decree.text();
    asked.number = "SK berkas " + number;
    const auto filed = registry::add_decree(host, insider(), region, asked).decree.id;
    bool given = false;
    registry::add_decree_file(host, insider(), region, filed,
                              {"a.txt", "", [&]() -> std::string_view {
                                 return std::exchange(given, true) ? "" : "Menetapkan.";
                               }});
    places_["filed"] = filed.text();
    registry::NewTeam team;
    team.name = "Pokja " + number;
    team.dimension = "smart-environment";
    team.decree = decree;
    team.members.emplace_back().name = "Budi";
    const auto made = registry::add_team(host, insider(), region, team).team;
    places_["team"] = made.id.text();
    places_["member"] = made.members[0].person.text();
    places_["duty"] = registry::add_duty(host, insider(), region,
                                         {"Peta jalan", made.id, made.members[0].person,
                                          *catalogue::PartialDate::parse("2027-01-01")})
                          .duty.id.text();
  }

  std::filesystem::path package_file() const {
    return api_.environment().data_folder / "behaves.pilah";
  }

  /// A package, by a key that is new and trusted.
  void sign_package() {
    for (const auto& plugin : registry::plugins(api_.environment(), insider())) {
      if (plugin.id != "behaves") continue;  // of another key
      registry::remove_plugin(api_.environment(), insider(), plugin.id, plugin.version);
    }
    registry::SignRequest asked;
    asked.source = std::filesystem::path(PILAH_MISBEHAVING) / "behaves";
    asked.key_file = api_.environment().data_folder / ("key" + std::to_string(made_));
    asked.new_key = true;
    asked.key_name = "Penulis";
    asked.output = package_file();
    places_["signing_key"] = registry::sign_plugin(api_.environment(), insider(), asked).key;
    std::ifstream file(package_file(), std::ios::binary);
    places_["package_file"] = {std::istreambuf_iterator<char>(file), {}};
  }

  /// With the envelope that opens it.
  void seal_weights() {
    const auto& host = api_.environment();
    registry::SealRequest asked;
    asked.by = "Ani";
    asked.round = round_at("round");
    asked.scenario =
        catalogue::parse_json(R"({"rules": [{"plugin": "quick-win-national"}]})").as_object();
    const auto sealed =
        registry::seal_weights(host, insider(), *catalogue::RegionCode::parse("13.11"), asked);
    places_["seal"] = sealed.entry.seal.id.text();
    places_["envelope"] = boost::json::serialize(registry::envelope_document(sealed));
  }

  /// One that the assessor is a member of, and one that is closed.
  void open_panels() {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    registry::NewPanel asked;
    asked.name = "Panel";
    asked.members = {{"", "", {}, "assessor"}};
    asked.entries = {*catalogue::InnovationId::parse(places_["candidate"])};
    places_["panel"] = registry::open_panel(host, insider(), region, asked).panel.id.text();
    const auto closed = registry::open_panel(host, insider(), region, asked);
    registry::close_panel(host, insider(), region, closed.panel.id, closed.revision);
    places_["closed_panel"] = closed.panel.id.text();
  }

  /// A selection that is not adopted, a set with a signatory, and two signatures of another,
  /// one with its scan.
  void adopt() {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    const auto select = [&] {
      catalogue::SelectionRecord record;
      host.store.write({"test"}, [&](pilah::store::Writer& writer) {
        record = writer
                     .find<catalogue::SelectionRecord>(
                         region, *catalogue::SelectionId::parse(places_["selection"]))
                     ->record;
        record.id = {host.new_uuid()};
        writer.put(record, "selected");
      });
      return record.id;
    };
    places_["new_selection"] = select().text();
    const auto signed_by_all = [&](std::size_t signatures) {
      auto set = registry::adopt(host, insider(), region,
                                 {"Quick win",
                                  select(),
                                  "",
                                  {},
                                  "terpilih",
                                  registry::UsualPlacing{catalogue::Placing::kNotNow, "belum"}});
      for (const auto& placed : set.set.candidates) {
        if (placed.placing != catalogue::Placing::kQuickWin) continue;
        catalogue::Formulation formulation;
        formulation.candidate = placed.candidate;
        formulation.name = formulation.programme = formulation.output = "Antrean";
        formulation.lead = *catalogue::OrganisationId::parse(places_["organisation"]);
        set = registry::formulate(host, insider(), region, set.set.id, formulation, set.revision);
      }
      set = registry::add_signatories(host, insider(), region, set.set.id,
                                      {{"Ani", "Bupati", {}, {}}, {"Budi", "Sekda", {}, {}}},
                                      set.revision);
      for (std::size_t i = 0; i < signatures; ++i) {
        registry::NewSignature signature;
        signature.person = set.set.signatories[i].person;
        signature.signed_on = *catalogue::PartialDate::parse("2020-01-01");
        set = registry::sign(host, insider(), region, set.set.id, signature, set.revision);
      }
      return set;
    };
    const auto set = signed_by_all(0);
    places_["set"] = set.set.id.text();
    places_["signatory"] = set.set.signatories[0].person.text();
    const auto done = signed_by_all(2);
    places_["signature"] = done.signatories[0].signature->id.text();
    const auto scanned = done.signatories[1].signature->id;
    bool given = false;
    registry::add_scan(host, insider(), region, scanned,
                       {"a.txt", "", [&]() -> std::string_view {
                          return std::exchange(given, true) ? "" : "Tertanda.";
                        }});
    places_["scanned"] = scanned.text();
  }

  /// Whether everybody reads the sets in force, with all that they rest upon; else the region
  /// shows what is usual.
  void open_sets(bool open) {
    if (open == sets_are_open_) return;
    sets_are_open_ = open;
    auto published = catalogue::Publication::usual();
    if (open) {
      for (const auto field : catalogue::kUsuallyClosed) {
        published.open_fields.emplace_back(field);
      }
      published.quick_win_sets = {catalogue::PublicPart::kReasons,
                                  catalogue::PublicPart::kJudgements};
    }
    registry::publish(api_.environment(), insider(), *catalogue::RegionCode::parse("13.11"),
                      published);
  }

  /// A set whose candidate has an action plan of one step.
  void plan_steps() {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    adopt();
    places_["planned_set"] = places_["set"];
    const registry::PlannedStep step{"Latih",
                                     "12 petugas",
                                     "Rudi",
                                     {},
                                     *catalogue::PartialDate::parse("2026-01"),
                                     *catalogue::PartialDate::parse("2026-02"),
                                     {}};
    registry::put_action_plan(
        host, insider(),
        {region, *catalogue::QuickWinSetId::parse(places_["set"]), places_["candidate"]}, {step},
        0);
  }

  /// A monitoring period that is planned, or open.
  std::string period_at(const std::string& stage) {
    const auto& host = api_.environment();
    catalogue::MonitoringPeriod period;
    period.region = *catalogue::RegionCode::parse("13.11");
    period.name = "Periode " + std::to_string(made_);
    period.from = *catalogue::PartialDate::parse("2026-01-01");
    period.to = *catalogue::PartialDate::parse("2026-03-31");
    period.due = *catalogue::PartialDate::parse("2026-04-15");
    if (!places_.contains("set")) adopt();  // there must be something to report of
    const auto id = registry::add_period(host, insider(), period).period.id;
    if (stage == "open_period") registry::open_period(host, insider(), {period.region, id, {}});
    return id.text();
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
    places_["tracking"] =
        registry::submit_proposal(host, insider(), places_["intake"], form).tracking;
    places_["proposal"] =
        registry::proposals(host, insider(), region, {}, {}, 200).proposals.back().id.text();
  }

  /// A round that is planned ("round"), open ("held") or frozen; the last is made once, for
  /// nothing uses it up and a region has only so many.
  std::string round_at(const std::string& stage) {
    const auto& host = api_.environment();
    const auto region = *catalogue::RegionCode::parse("13.11");
    catalogue::Round round;
    round.region = region;
    round.name = "Bimtek " + std::to_string(made_);
    auto& id = rounds_[stage];
    if (stage != "frozen" || !id) id = registry::add_round(host, insider(), round).round.id;
    if (stage == "held") registry::open_round(host, insider(), {region, *id, {}});
    if (stage == "frozen" && !registry::round(host, insider(), region, *id).round.frozen_revision) {
      registry::freeze_round(host, insider(), {region, *id, {}}, "");
    }
    return id->text();
  }

  /// A new entry of DINKES that has come so far on its way.
  std::string entry_at(const std::string& stage) {
    const auto& host = api_.environment();
    const boost::json::object complete{{"name", "Sibatuah"},
                                       {"summary", "Ibu dijemput."},
                                       {"owner", places_["organisation"]},
                                       {"indicators", {{{"definition", "Ibu yang dijemput"}}}},
                                       {"mappings", {{{"area", "health"}, {"primary", true}}}}};
    auto document = complete;
    if (stage == "between") {
      document["mappings"] = {{{"area", "waste"}, {"primary", true}, {"confirmed", true}},
                              {{"area", "health"}, {"confirmed", true}}};
    }
    const auto id =
        registry::add_innovation(host, insider(), *catalogue::RegionCode::parse("13.11"), document)
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
  std::map<std::string, std::optional<catalogue::RoundId>> rounds_;
  const Row* row_of_link_ = nullptr;
  bool sets_are_open_ = false;
  int made_ = 0;
  std::string last_;
};

}  // namespace pilah::tests
