// Candidates as the columns that rules see: unknown is null, packages are united.
#include "pilah/registry/columns/candidate_columns.hpp"

#include <algorithm>

#include "cell_text.hpp"
#include "drawn_choice.hpp"
#include "support/catch.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;
namespace plugin = pilah::plugin;
using pilah::registry::WithheldClaims;
using pilah::tests::cell;

namespace {

std::vector<std::string> every_column() {
  std::vector<std::string> ids;
  for (const auto& kind : plugin::innovation_columns()) ids.push_back(kind.id);
  return ids;
}

plugin::ColumnTable table_of(DrawnChoice& choice, const std::string& name,
                             WithheldClaims withheld = WithheldClaims::none()) {
  choice.choose(R"("candidates": {"status": ["draft", "submitted", "verified", "returned"],
                                  "entry_kind": ["existing", "idea"]})");
  return pilah::registry::candidate_table(choice.view, {choice.candidate(name)}, every_column(),
                                          withheld);
}

void assess(DrawnChoice& choice, const std::string& entry, int assessor, int step, int order) {
  Assessment assessment;
  assessment.id.uuid.bytes[0] = 0xff;
  assessment.id.uuid.bytes[15] = static_cast<std::uint8_t>(order);
  assessment.innovation = *InnovationId::parse(choice.id(entry));
  assessment.criterion = "leverage";
  assessment.assessor.uuid.bytes[15] = static_cast<std::uint8_t>(assessor);
  assessment.step = Step{step};
  choice.view.assessments.push_back(assessment);
}

/// A plan with one item, linked to by the entry.
PlanItemId plan(DrawnChoice& choice, PlanKind kind, std::uint8_t number) {
  Plan made;
  made.kind = kind;
  made.items.push_back({});
  made.items.front().id.uuid.bytes[15] = number;
  choice.view.plans.push_back(made);
  return made.items.front().id;
}

void fill(Innovation& entry) {
  entry.summary = "s";
  entry.problem = "p";
  entry.target_group = "t";
  entry.benefit = "b";
  entry.uniqueness = "u";
  entry.risks = "r";
  entry.form = Form::kPublicService;
  entry.stage = Stage::kApplied;
  entry.digital = true;
  entry.application = Application{ApplicationUse::kExtends, "SIMRS"};
  entry.started = PartialDate{2021, 3, 0};
  entry.applied = PartialDate{2022, 0, 0};
  entry.readiness = Readiness{Step{4}, Step{3}, Step{2}};
  entry.partners = {"PKK", "Puskesmas"};
  entry.indicators = {{"d", "u", "s", "f", "1", "2", {{{2022, 0, 0}, "1.5"}}},
                      {"d", "u", "s", "f", "1", "", {}}};
  entry.evidence = {{"aa", "f", "m", "/benefit"}, {"bb", "f", "m", "/indicators/0/measured"}};
}

/// Of a monitoring period that ends in that month.
void report(DrawnChoice& choice, const std::string& name, std::uint8_t month,
            std::optional<std::int32_t> percent) {
  MonitoringPeriod period;
  period.id.uuid.bytes[15] = month;
  period.to = {2024, static_cast<std::int8_t>(month), 28};
  choice.view.monitoring_periods.push_back(period);
  MonitoringReport made;
  made.period = period.id;
  made.candidate = choice.id(name);
  made.percent = percent;
  choice.view.monitoring_reports.push_back(made);
}

}  // namespace

TEST_CASE("Every column of the SDK is filled for an entry of which all is known") {
  DrawnChoice choice;
  auto& entry = choice.entry("a");
  fill(entry);
  entry.proposer = Proposer{choice.organisation("DINKES"), std::nullopt, ""};
  entry.plan_links = {{PlanKind::kRpjmd, plan(choice, PlanKind::kRpjmd, 1), ""},
                      {PlanKind::kRenstra, plan(choice, PlanKind::kRenstra, 2), ""}};
  for (int assessor = 1; assessor <= 2; ++assessor) assess(choice, "a", assessor, 3, assessor);
  for (const char* criterion : {"felt", "novelty", "survivability", "opportunity", "potential"}) {
    auto more = choice.view.assessments.front();
    more.criterion = criterion;
    choice.view.assessments.push_back(more);
  }
  QuickWinSet set;
  set.candidates = {{choice.id("a"), Placing::kQuickWin, ""}};
  choice.view.quick_win_sets.push_back(set);
  report(choice, "a", 2, 40);
  report(choice, "a", 1, 20);
  report(choice, "a", 3, std::nullopt);
  choice.view.needs = {RoundId{},
                       "Bimtek I",
                       {{NeedKind::kNeed, "smart-living", "health", "", 60, ""},
                        {NeedKind::kChallenge, "smart-living", "", "", 20, ""},
                        {NeedKind::kNeed, "smart-economy", "", "", 20, ""}}};
  const auto table = table_of(choice, "a");
  for (const auto& id : every_column()) {
    INFO(id);
    CHECK(cell(table, id) != "null");
  }
  CHECK(cell(table, "name") == "a");
  CHECK(cell(table, "owner") == "DINKES");
  CHECK(cell(table, "owner_kind") == "opd");
  CHECK(cell(table, "status") == "verified");
  CHECK(cell(table, "form") == "public_service");
  CHECK(cell(table, "builds_application") == "no");
  CHECK(cell(table, "dimension") == "smart-living");
  CHECK(cell(table, "started_year") == "2021");
  CHECK(cell(table, "budget_total") == "100");
  CHECK(cell(table, "funded_beyond_apbd") == "no");
  CHECK(cell(table, "indicators") == "2");
  CHECK(cell(table, "indicators_with_target") == "1");
  CHECK(cell(table, "indicators_measured") == "1");
  CHECK(cell(table, "claims_verified") == "0.40");  // benefit and indicator 0 of five claims
  CHECK(cell(table, "assessed_leverage") == "3.00");
  CHECK(cell(table, "need_of_dimension") == "0.80");
  CHECK(cell(table, "need_of_area") == "0.60");
  CHECK(cell(table, "quick_win_before") == "yes");
  CHECK(cell(table, "monitoring_percent") == "40.0");
  CHECK(cell(table, "members") == "1");
}

TEST_CASE("A proposer whom no organisation of the catalogue tells is what it says to be") {
  DrawnChoice choice;
  auto& entry = choice.entry("a");
  entry.proposer = Proposer{{}, {}, "Nelayan", pilah::catalogue::OrganisationKind::kCommunity};
  CHECK(cell(table_of(choice, "a"), "proposer_kind") == "community");
  entry.proposer->organisation = choice.organisation("DINKES");
  CHECK(cell(table_of(choice, "a"), "proposer_kind") == "opd");
}

TEST_CASE("Where no physical percentage was reported, the stage tells how far it is") {
  DrawnChoice choice;
  choice.entry("a");
  report(choice, "a", 1, std::nullopt);
  choice.view.monitoring_reports.back().progress = Millionths{525'000};
  CHECK(cell(table_of(choice, "a"), "monitoring_percent") == "52.5");
}

TEST_CASE("What nobody knows is null, never 0 or an empty text") {
  DrawnChoice choice;
  auto& entry = choice.entry("a");
  const auto id = entry.id;
  const auto region = entry.region;
  entry = Innovation{};
  entry.id = id;
  entry.region = region;
  entry.name = "a";
  const auto table = table_of(choice, "a");
  for (const char* column : {"summary",
                             "problem",
                             "target_group",
                             "benefit",
                             "uniqueness",
                             "risks",
                             "owner",
                             "owner_kind",
                             "proposer_kind",
                             "form",
                             "stage",
                             "digital",
                             "builds_application",
                             "dimension",
                             "area",
                             "started_year",
                             "applied_year",
                             "duration_months",
                             "staff",
                             "budget_total",
                             "funding_sources",
                             "funded_beyond_apbd",
                             "readiness_struktur",
                             "claims_verified",
                             "assessed_leverage",
                             "assessed_leverage_spread",
                             "need_of_dimension",
                             "need_of_area",
                             "monitoring_percent"}) {
    INFO(column);
    CHECK(cell(table, column) == "null");
  }
  CHECK(cell(table, "indicators") == "0");
  CHECK(cell(table, "rpjmd_linked") == "no");
  CHECK(cell(table, "quick_win_before") == "no");
}

TEST_CASE("A cost is unknown when one part of it is, an assumed one stands in its column") {
  DrawnChoice choice;
  choice.entry("a").budgets.push_back({2027, FundingSource::kCsr, std::nullopt});
  auto table = table_of(choice, "a");
  CHECK(cell(table, "budget_total") == "null");
  CHECK(cell(table, "funding_sources") == "2");
  CHECK(cell(table, "funded_beyond_apbd") == "yes");
  choice.choose(R"("unknown": {"budget": {"assume": 700}})");
  table = pilah::registry::candidate_table(choice.view, {choice.candidate("a")}, {"budget_total"},
                                           WithheldClaims::none());
  CHECK(cell(table, "budget_total") == "700");
  CHECK(table.columns().size() == 1);
}

TEST_CASE("Only a link to an item of a plan of that kind is a link") {
  DrawnChoice choice;
  const auto item = plan(choice, PlanKind::kRenstra, 1);
  choice.entry("text").plan_links = {{PlanKind::kRpjmd, std::nullopt, "visi bupati"}};
  choice.entry("gone").plan_links = {{PlanKind::kRpjmd, PlanItemId{}, ""}};
  choice.entry("linked").plan_links = {{PlanKind::kRenstra, item, ""}};
  CHECK(cell(table_of(choice, "text"), "rpjmd_linked") == "no");
  CHECK(cell(table_of(choice, "gone"), "rpjmd_linked") == "no");
  CHECK(cell(table_of(choice, "linked"), "rpjmd_linked") == "no");
  CHECK(cell(table_of(choice, "linked"), "renstra_linked") == "yes");
}

TEST_CASE("Whether an application is built is known when it is named or nothing is digital") {
  DrawnChoice choice;
  choice.entry("paper").digital = false;
  choice.entry("digital").digital = true;
  choice.entry("app").application = Application{ApplicationUse::kBuilds, "SIAP"};
  CHECK(cell(table_of(choice, "paper"), "builds_application") == "no");
  CHECK(cell(table_of(choice, "digital"), "builds_application") == "null");
  CHECK(cell(table_of(choice, "app"), "builds_application") == "yes");
}

TEST_CASE("The median is over assessors, of each the newest assessment") {
  DrawnChoice choice;
  choice.entry("a");
  assess(choice, "a", 1, 0, 1);
  assess(choice, "a", 1, 4, 2);  // the same person again, later
  assess(choice, "a", 2, 1, 3);
  assess(choice, "a", 3, 2, 4);
  auto table = table_of(choice, "a");
  CHECK(cell(table, "assessed_leverage") == "2.00");
  CHECK(cell(table, "assessed_leverage_spread") == "3.00");
  assess(choice, "a", 4, 3, 5);
  table = table_of(choice, "a");
  CHECK(cell(table, "assessed_leverage") == "2.50");
  CHECK(cell(table, "assessed_felt") == "null");
}

TEST_CASE("A panel that was opened later takes the place of those before it") {
  DrawnChoice choice;
  choice.entry("a");
  assess(choice, "a", 1, 0, 1);
  assess(choice, "a", 2, 4, 2);  // the later panel: one person is another there
  assess(choice, "a", 3, 1, 3);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
    auto& panel = choice.view.assessments[i].panel.emplace();
    panel.uuid.bytes[0] = i == 1 ? 2 : 1;
  }
  const auto table = table_of(choice, "a");
  CHECK(cell(table, "assessed_leverage") == "4.00");
}

TEST_CASE("A package has what its members have together and is as far as the slowest") {
  DrawnChoice choice;
  auto& a = choice.entry("a");
  fill(a);
  a.stage = Stage::kApplied;
  a.digital = false;
  auto& b = choice.entry("b");
  fill(b);
  b.benefit = "b2";
  b.stage = Stage::kTrial;
  b.digital = true;
  b.form = Form::kGovernance;
  b.readiness = Readiness{Step{1}, std::nullopt, Step{4}};
  b.partners = {"PKK"};
  b.applied.reset();
  b.started = PartialDate{2019, 0, 0};
  choice.package("p", {"a", "b"}).summary = "both";
  const auto table = table_of(choice, "p");
  CHECK(cell(table, "members") == "2");
  CHECK(cell(table, "summary") == "both");
  CHECK(cell(table, "benefit") == "b\nb2");
  CHECK(cell(table, "problem") == "p");
  CHECK(cell(table, "form") == "null");
  CHECK(cell(table, "stage") == "trial");
  CHECK(cell(table, "digital") == "yes");
  CHECK(cell(table, "readiness_struktur") == "1");
  CHECK(cell(table, "readiness_infrastruktur") == "null");
  CHECK(cell(table, "partners") == "2");
  CHECK(cell(table, "indicators") == "4");
  CHECK(cell(table, "started_year") == "2019");
  CHECK(cell(table, "applied_year") == "null");
  CHECK(cell(table, "budget_total") == "200");
  CHECK(cell(table, "entry_kind") == "existing");
}

TEST_CASE(
    "Withheld are claims that neither a file proves nor a verifier found, and they are null") {
  DrawnChoice choice;
  auto& entry = choice.entry("a");
  fill(entry);  // files prove the benefit and the first indicator
  auto table = table_of(choice, "a", WithheldClaims::all());
  CHECK(cell(table, "benefit") == "b");
  CHECK(cell(table, "uniqueness") == "null");
  CHECK(cell(table, "applied_year") == "null");
  CHECK(cell(table, "indicators") == "1");
  CHECK(cell(table, "indicators_with_target") == "1");
  CHECK(cell(table, "indicators_measured") == "1");
  CHECK(cell(table, "problem") == "p");
  CHECK(cell(table, "stage") == "applied");
  entry.evidence.clear();
  table = table_of(choice, "a", WithheldClaims::all());
  CHECK(cell(table, "benefit") == "null");
  CHECK(cell(table, "indicators") == "null");  // there are some: not 0
  entry.indicators[1].verified = {{{2023, 0, 0}, "1.2"}};
  table = table_of(choice, "a", WithheldClaims::all());
  CHECK(cell(table, "indicators") == "1");
  CHECK(cell(table, "indicators_measured") == "1");
  CHECK(cell(table, "indicators_with_target") == "null");  // of the one that is not verified
  entry.indicators.clear();
  CHECK(cell(table_of(choice, "a", WithheldClaims::all()), "indicators") == "0");
}

TEST_CASE("Each kind of claim is withheld alone, in its own columns") {
  DrawnChoice choice;
  auto& entry = choice.entry("a");
  fill(entry);
  entry.evidence.clear();
  const auto whole = table_of(choice, "a");
  for (const auto& kind : pilah::registry::claim_kinds()) {
    WithheldClaims withheld;
    withheld.*kind.withheld = true;
    const auto table = table_of(choice, "a", withheld);
    for (const auto& id : every_column()) {
      INFO(kind.name << " " << id);
      const bool its_own =
          std::find(kind.columns.begin(), kind.columns.end(), id) != kind.columns.end();
      CHECK((cell(table, id) != cell(whole, id)) == its_own);
    }
  }
}

TEST_CASE("A package has the claims of its members that are verified") {
  DrawnChoice choice;
  fill(choice.entry("a"));
  auto& b = choice.entry("b");
  fill(b);
  b.benefit = "b2";
  b.evidence = {{"cc", "f", "m", "/applied"}};
  choice.package("p", {"a", "b"});
  const auto table = table_of(choice, "p", WithheldClaims::all());
  CHECK(cell(table, "benefit") == "b");
  CHECK(cell(table, "applied_year") == "null");  // of "a" it is not verified
  CHECK(cell(table, "indicators") == "1");
}

TEST_CASE("A need of which the dossier says nothing is unknown, not 0") {
  DrawnChoice choice;
  choice.entry("a");  // of smart-living, health
  choice.entry("b").mappings.front().area = "industry";
  choice.entry("c").mappings.clear();
  choice.view.needs = {RoundId{},
                       "Bimtek I",
                       {{NeedKind::kNeed, "smart-living", "mobility", "", 30, ""},
                        {NeedKind::kNeed, "smart-branding", "tourism", "", 10, ""}}};
  CHECK(cell(table_of(choice, "a"), "need_of_dimension") == "0.75");
  CHECK(cell(table_of(choice, "a"), "need_of_area") == "null");
  CHECK(cell(table_of(choice, "b"), "need_of_dimension") == "null");
  CHECK(cell(table_of(choice, "c"), "need_of_dimension") == "null");
}
