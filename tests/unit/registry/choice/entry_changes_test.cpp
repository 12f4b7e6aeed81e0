// What can be changed about an entry, from the least effort to the most.
#include "pilah/registry/ways/entry_changes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/ways/questions.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;
namespace registry = pilah::registry;

using Names = std::vector<std::string>;

namespace {

/// The changes that can be made of one entry of a region.
class Changes {
 public:
  explicit Changes(const DrawnChoice& region, const std::string& scenario = "",
                   const std::string& values = "claimed")
      : scenario_(registry::read_scenario(parse_json(R"({"rules": [{"plugin": "r"}], "values": ")" +
                                                     values + "\"" + scenario + "}")
                                              .as_object(),
                                          region.view.region.code)),
        candidates_(registry::find_candidates(region.view, scenario_, pilah::tests::taxonomy())),
        means_(registry::means_of(region.view, scenario_, pilah::tests::taxonomy(), candidates_.all,
                                  "2026-11-23")) {}

  /// Each made of the entry as it is, in their order: kinds without "choice.change.".
  Names kinds(const Innovation& entry) {
    Names all;
    made_.clear();
    after_.clear();
    for (const auto& kind : registry::entry_changes()) {
      registry::SupposedEntry supposed{entry, {}};
      auto change = kind.make(supposed, means_);
      if (!change) continue;
      all.push_back(std::string(change->statement.at("kind").as_string()).substr(14));
      made_.push_back(*change);
      after_.push_back(supposed);
    }
    return all;
  }

  /// Of the last kinds(): what the change of that kind touches, says, and makes.
  std::string fields(const std::string& kind) {
    std::string all;
    for (const auto& field : at(kind).fields) all += (all.empty() ? "" : " ") + field;
    return all;
  }
  std::string said(const std::string& kind) {
    return registry::say(at(kind).statement, pilah::tests::sentences(), Language::kEnglish);
  }
  const Innovation& after(const std::string& kind) {
    return after_[static_cast<std::size_t>(&at(kind) - made_.data())].entry;
  }
  const std::vector<registry::EntryChange>& made() const { return made_; }

 private:
  const registry::EntryChange& at(const std::string& kind) {
    for (const auto& one : made_) {
      if (one.statement.at("kind").as_string() == "choice.change." + kind) return one;
    }
    throw std::out_of_range("no change " + kind);
  }

  registry::Scenario scenario_;
  registry::Candidates candidates_;
  registry::ChangeMeans means_;
  std::vector<registry::EntryChange> made_;
  std::vector<registry::SupposedEntry> after_;
};

bool has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

PlanItemId add_plan(DrawnChoice& region, PlanKind kind, std::optional<OrganisationId> of,
                    PlanLevel level, std::uint8_t number) {
  Plan plan;
  plan.kind = kind;
  plan.organisation = of;
  plan.items.emplace_back();
  plan.items.front().level = level;
  plan.items.front().id.uuid.bytes[15] = number;
  region.view.plans.push_back(plan);
  return plan.items.front().id;
}

/// A region in which every change has its means.
void fill(DrawnChoice& region) {
  region.organisation("DINKES");
  region.organisation("DISDIK");
  add_plan(region, PlanKind::kRpjmd, std::nullopt, PlanLevel::kProgramme, 1);
  add_plan(region, PlanKind::kRenstra, std::nullopt, PlanLevel::kActivity, 2);
  region.entry("known");
}

Innovation bare(DrawnChoice& region) {
  Innovation entry = region.entry("bare");
  entry.owner.reset();
  entry.budgets.clear();
  entry.duration.reset();
  entry.staff.reset();
  entry.mappings.front().confirmed = false;
  entry.mappings.push_back({"waste", false, MappedBy::kSuggestion, false, std::nullopt, ""});
  return entry;
}

Innovation running(DrawnChoice& region) {
  Innovation entry = region.entry("running");
  entry.stage = Stage::kTrial;
  entry.started = PartialDate{2020, 0, 0};
  entry.benefit = "b";
  entry.indicators = {{"d", "u", "s", "f", "", "", {}}};
  entry.readiness = Readiness{Step{1}, Step{2}, Step{3}};
  entry.application = Application{ApplicationUse::kBuilds, ""};
  entry.duration = Months{30};
  return entry;
}

}  // namespace

TEST_CASE("Of an entry of which nothing is known everything can be written down first") {
  DrawnChoice region;
  fill(region);
  Changes changes(region);
  CHECK(changes.kinds(bare(region)) == Names{"owner",
                                             "problem",
                                             "target_group",
                                             "benefit",
                                             "uniqueness",
                                             "risks",
                                             "area",
                                             "area",
                                             "rpjmd",
                                             "renstra",
                                             "stage",
                                             "source",
                                             "cost",
                                             "duration",
                                             "staff",
                                             "readiness",
                                             "readiness",
                                             "readiness",
                                             "indicator",
                                             "supporter",
                                             "partner",
                                             "beyond_apbd",
                                             "further_dimension",
                                             "assessed",
                                             "assessed",
                                             "assessed",
                                             "assessed",
                                             "assessed",
                                             "assessed"});
}

TEST_CASE("Of an entry of which all is known what remains is worked out, agreed, done or judged") {
  DrawnChoice region;
  fill(region);
  Innovation entry = region.entry("full");
  for (auto* text :
       {&entry.problem, &entry.target_group, &entry.benefit, &entry.uniqueness, &entry.risks}) {
    *text = "told";
  }
  entry.stage = Stage::kInitiative;
  entry.duration = Months{36};
  entry.application = Application{ApplicationUse::kBuilds, "SIAP"};
  entry.readiness = Readiness{Step{4}, Step{3}, Step{0}};
  entry.indicators = {{"d", "u", "s", "f", "1", "", {}}};
  Changes changes(region, R"(, "candidates": {"max_duration_months": 24})");
  const auto kinds = changes.kinds(entry);
  CHECK(Names(kinds.begin(), kinds.end() - 6) ==
        Names{"rpjmd", "renstra", "indicator_completed", "indicator", "measured", "evidence",
              "evidence", "evidence", "supporter", "partner", "beyond_apbd", "further_dimension",
              "application", "shorter", "shorter", "more_ready", "more_ready", "trial"});
  CHECK(changes.said("shorter") == "shorten it from 36 to 24 months");
  CHECK(changes.said("more_ready") == "raise its readiness in infrastruktur from 3 to 4");
  CHECK(changes.fields("indicator_completed") == "/indicators/0/target");
  CHECK(changes.fields("application") == "/application/use");
}

TEST_CASE("A change says which fields it touches, and touches no other") {
  DrawnChoice region;
  fill(region);
  const Innovation entry = bare(region);
  Changes changes(region);
  changes.kinds(entry);
  const std::map<std::string, std::string> fields = {{"owner", "/owner"},
                                                     {"benefit", "/benefit"},
                                                     {"area", "/mappings/0/confirmed"},
                                                     {"rpjmd", "/plan_links"},
                                                     {"cost", "/budgets"},
                                                     {"source", "/budgets"},
                                                     {"duration", "/duration_months"},
                                                     {"staff", "/staff"},
                                                     {"readiness", "/readiness/struktur"},
                                                     {"indicator", "/indicators"},
                                                     {"supporter", "/supporting_organisations"},
                                                     {"partner", "/partners"},
                                                     {"assessed", ""}};
  for (const auto& [kind, expected] : fields) {
    INFO(kind);
    CHECK(changes.fields(kind) == expected);
    auto before = to_json(entry).as_object();
    auto after = to_json(changes.after(kind)).as_object();
    const auto top = expected.substr(0, expected.find('/', 1));
    if (!top.empty()) {
      CHECK(before[top.substr(1)] != after.at(top.substr(1)));
      before.erase(top.substr(1));
      after.erase(top.substr(1));
    }
    CHECK(before == after);
  }
}

TEST_CASE("Every change is said in both languages with its places filled") {
  DrawnChoice region;
  fill(region);
  Changes changes(region);
  Innovation applied = running(region);
  applied.stage = Stage::kApplied;
  for (const auto& entry : {bare(region), running(region), applied}) {
    changes.kinds(entry);
    for (const auto& change : changes.made()) {
      for (const auto language : {Language::kIndonesian, Language::kEnglish}) {
        const auto text = registry::say(change.statement, pilah::tests::sentences(), language);
        INFO(text);
        CHECK(text.find("choice.") == std::string::npos);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.size() < 110);
      }
    }
  }
}

TEST_CASE("A change shows in no column but those that it names, and in some of them") {
  DrawnChoice region;
  fill(region);
  region.view.innovations.push_back(running(region));
  region.view.innovations.back().name = "running";
  Names columns;
  for (const auto& kind : pilah::plugin::innovation_columns()) columns.push_back(kind.id);
  Assessment assessment;
  assessment.step = Step{2};
  const auto scenario = registry::read_scenario(parse_json(R"({"rules": [{"plugin": "r"}],
                     "values": "claimed",
                     "candidates": {"status": ["draft", "verified"], "max_duration_months": 24},
                     "unknown": {"staff": "ineligible", "duration": "ineligible"},
                     "bounds": [{"group": "dimension:*", "max": 9}, {"group": "area:*", "max": 9}],
                     "limits": [{"resource": "staff", "max": 99}]})")
                                                    .as_object(),
                                                region.view.region.code);
  std::set<std::size_t> seen;
  Innovation applied = running(region);
  applied.stage = Stage::kApplied;
  Innovation claiming = applied;
  claiming.benefit = claiming.uniqueness = "told";
  claiming.applied = PartialDate{2024, 5, 0};
  claiming.indicators = {{"d", "u", "s", "f", "1", "2", {}}};
  for (auto entry : {bare(region), running(region), applied, claiming}) {
    entry.id = region.view.innovations.back().id;
    for (const char* criterion : registry::kAssessed) {
      assessment.innovation = entry.id;
      assessment.criterion = criterion;
      region.view.assessments.push_back(assessment);
    }
    region.view.innovations.back() = entry;
    const auto found = registry::find_candidates(region.view, scenario, pilah::tests::taxonomy());
    const auto before = *std::find_if(found.all.begin(), found.all.end(),
                                      [&](const auto& one) { return one.leading->id == entry.id; });
    const auto means = registry::means_of(region.view, scenario, pilah::tests::taxonomy(),
                                          found.all, "2026-11-23");
    const registry::CandidateColumns reader(region.view, columns, registry::WithheldClaims::none());
    for (std::size_t i = 0; i < registry::entry_changes().size(); ++i) {
      const auto& kind = registry::entry_changes()[i];
      registry::SupposedEntry supposed{entry, {}};
      const auto change = kind.make(supposed, means);
      if (!change) continue;
      INFO(i << " " << boost::json::serialize(change->statement));
      seen.insert(i);
      const auto after = registry::with_entries(before, {&supposed.entry}, region.view, scenario,
                                                pilah::tests::taxonomy());
      const auto row = reader.row(before);
      const auto changed = reader.row(after, supposed.raised);
      std::size_t shown = 0;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (row[c] == changed[c]) continue;
        ++shown;
        INFO(columns[c]);
        CHECK(has(kind.columns, columns[c]));
      }
      CHECK(shown > 0);
      if (kind.of_candidate) continue;
      CHECK(registry::stand_of(before, scenario) == registry::stand_of(after, scenario));
      CHECK(before.not_eligible == after.not_eligible);
    }
  }
  CHECK(seen.size() == registry::entry_changes().size());
}

TEST_CASE("The next stage comes with its date, which is kept where it is known") {
  DrawnChoice region;
  fill(region);
  Changes changes(region);
  Innovation entry = region.entry("a");
  entry.stage = Stage::kTrial;
  changes.kinds(entry);
  CHECK(changes.fields("applied") == "/stage /applied");
  CHECK(changes.after("applied").applied == PartialDate{2026, 11, 23});
  entry.applied = PartialDate{2024, 2, 0};
  changes.kinds(entry);
  CHECK(changes.fields("applied") == "/stage");
  CHECK(changes.after("applied").applied == PartialDate{2024, 2, 0});
  entry.stage = Stage::kApplied;
  entry.applied.reset();
  CHECK(has(changes.kinds(entry), "applied_date"));
}

TEST_CASE("An unknown cost is reckoned with the median of those that are known") {
  DrawnChoice region;
  for (const auto amount : {500, 100, 300, 200}) {
    region.entry("e" + std::to_string(amount)).budgets.front().amount = Rupiah{amount};
  }
  Innovation entry = region.entry("unknown");
  entry.budgets = {{2026, std::nullopt, Rupiah{50}}, {2027, std::nullopt, std::nullopt}};
  region.view.innovations.back().budgets.clear();
  Changes changes(region);
  changes.kinds(entry);
  CHECK(total_budget(changes.after("cost")) == Rupiah{200});
  CHECK(changes.fields("cost") == "/budgets/1/amount");
  CHECK(changes.said("cost") == "state its cost (reckoned with Rp 200)");
  Changes assuming(region, R"(, "unknown": {"budget": {"assume": 7}})");
  CHECK_FALSE(has(assuming.kinds(entry), "cost"));
}

TEST_CASE("Money beyond the APBD bears a part of the same cost") {
  DrawnChoice region;
  const Innovation entry = region.entry("a");
  Changes changes(region);
  changes.kinds(entry);
  CHECK(total_budget(changes.after("beyond_apbd")) == total_budget(entry));
}

TEST_CASE("A link goes to the owner's own Renstra and rather to a programme than to a goal") {
  DrawnChoice region;
  const auto owner = region.organisation("DINKES");
  const Innovation entry = region.entry("a");
  Changes none(region);
  CHECK_FALSE(has(none.kinds(entry), "renstra"));
  CHECK_FALSE(has(none.kinds(entry), "rpjmd"));
  add_plan(region, PlanKind::kRenstra, region.organisation("DISDIK"), PlanLevel::kProgramme, 1);
  const auto own = add_plan(region, PlanKind::kRenstra, owner, PlanLevel::kGoal, 2);
  add_plan(region, PlanKind::kRpjmd, std::nullopt, PlanLevel::kGoal, 3);
  const auto programme = add_plan(region, PlanKind::kRpjmd, std::nullopt, PlanLevel::kProgramme, 4);
  Changes changes(region);
  changes.kinds(entry);
  CHECK(changes.after("renstra").plan_links.back().item == own);
  CHECK(changes.after("rpjmd").plan_links.back().item == programme);
}

TEST_CASE("An owner is named only among agencies that own no candidate yet") {
  DrawnChoice region;
  region.entry("of dinkes");
  Innovation entry = region.entry("a");
  entry.owner.reset();
  Changes none(region);
  CHECK_FALSE(has(none.kinds(entry), "owner"));
  const auto free = region.organisation("DISDIK");
  Changes changes(region);
  changes.kinds(entry);
  CHECK(changes.after("owner").owner == free);
}

TEST_CASE("A further area is named where the scenario's constraints speak of areas") {
  DrawnChoice region;
  const Innovation entry = region.entry("a");
  Changes any(region);
  any.kinds(entry);
  CHECK(any.said("further_dimension") == "map it to a further dimension that it really touches");
  Changes named(region, R"(, "coverage": [{"groups": "area:*", "min": 1}])");
  named.kinds(entry);
  CHECK(named.said("further_area") ==
        "map it to a further dimension that it really touches (e.g. the area public service)");
  CHECK(named.after("further_area").mappings.back().area == "public-service");
}

TEST_CASE("Where only what is verified counts a claim comes with its evidence, else without") {
  DrawnChoice region;
  fill(region);
  Innovation entry = running(region);
  entry.benefit.clear();
  entry.evidence.clear();
  Changes claimed(region);
  claimed.kinds(entry);
  CHECK(claimed.said("benefit") == "tell what they gain");
  CHECK(claimed.after("benefit").evidence.empty());
  Changes verified(region, "", "verified");
  const auto kinds = verified.kinds(entry);
  CHECK(std::count(kinds.begin(), kinds.end(), "benefit") == 0);
  CHECK(verified.said("with_evidence") == "tell what they gain with evidence");
  CHECK(verified.fields("with_evidence") == "/benefit /evidence");
  REQUIRE(verified.after("with_evidence").evidence.size() == 1);
  CHECK(verified.after("with_evidence").evidence.front().field == "/benefit");
}
