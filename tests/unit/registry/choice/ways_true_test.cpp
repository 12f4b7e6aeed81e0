// What the cheapest way in says comes true: every change is made for once and the choice
// made anew, in regions drawn at random.
#include <algorithm>
#include <map>
#include <random>

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/registry/ways/entry_changes.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;
namespace registry = pilah::registry;

namespace {

class DrawnRegion {
 public:
  explicit DrawnRegion(std::uint64_t seed) : random_(seed) {
    Plan plan;
    plan.items.emplace_back();
    item_ = plan.items.front().id;
    choice.view.plans.push_back(plan);
    for (const char* code : {"A", "B", "C"}) organisations_.push_back(choice.organisation(code));
    const int count = draw(6, 10);
    for (int i = 0; i < count; ++i) fill(choice.entry(name(i)));
    for (const auto kind : {RelationKind::kNeeds, RelationKind::kVariantOf}) {
      const int from = draw(0, count - 1);
      if (once_in(2)) choice.relate(kind, name(from), name((from + draw(1, count - 1)) % count));
    }
    choice.judge_by({"rpjmd_linked", "indicators_with_target", "partners", "stage", "benefit",
                     "areas_touched", "duration_months", "supporting_organisations"},
                    judge);
    scenario = drawn_scenario();
  }

  DrawnChoice choice;
  std::string scenario;

 private:
  int draw(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
  }
  static std::string name(int number) { return "e" + std::to_string(number); }
  bool once_in(int times) { return draw(1, times) == 1; }

  void fill(Innovation& entry) {
    static const std::vector<std::string> areas = {"health", "mobility", "waste", "learning"};
    entry.owner = organisations_[static_cast<std::size_t>(draw(0, 2))];
    entry.budgets.front().amount = Rupiah{draw(1, 3) * 100};
    if (once_in(8)) entry.budgets.clear();
    entry.duration = Months{once_in(6) ? 30 : draw(6, 14)};
    entry.mappings.front().area = areas[static_cast<std::size_t>(draw(0, 3))];
    entry.mappings.front().confirmed = !once_in(8);
    if (!once_in(3)) entry.plan_links = {{PlanKind::kRpjmd, item_, ""}};
    if (once_in(2)) entry.benefit = "b";
    for (int i = draw(0, 3); i > 0; --i) entry.partners.push_back("p" + std::to_string(i));
    if (once_in(2)) entry.indicators = {{"d", "u", "s", "f", "1", once_in(2) ? "2" : "", {}}};
    if (!once_in(5)) entry.stage = static_cast<Stage>(draw(0, 2));
  }

  /// Not additive: partners count only with an indicator.
  static DrawnChoice::Verdict judge(const DrawnChoice::Cells& row) {
    const auto number = [&](const char* column) {
      return row.at(column) == "null" ? 0.0 : std::stod(row.at(column));
    };
    const bool measured = number("indicators_with_target") > 0;
    const double others = number("partners") + number("supporting_organisations");
    DrawnChoice::Verdict verdict;
    verdict.a = std::min(0.1 * number("areas_touched") + (measured ? 0.1 * others : 0.0) +
                             (row.at("benefit") == "null" ? 0.0 : 0.1),
                         1.0);
    if (row.at("stage") != "null") verdict.b = row.at("stage") == "applied" ? 1.0 : 0.4;
    verdict.refused = row.at("rpjmd_linked") != "yes" || number("duration_months") > 24;
    return verdict;
  }

  std::string drawn_scenario() {
    std::string all = R"("relations": {"needs": "requires", "variant-of": "excludes"},
                         "count": {"min": 1, "max": )" +
                      std::to_string(draw(1, 3)) + "}";
    if (once_in(2)) {
      all += R"(, "limits": [{"resource": "budget", "max": )" + std::to_string(draw(2, 6) * 100) +
             "}]";
    }
    if (once_in(2)) {
      all +=
          R"(, "bounds": [{"group": "organisation:*", "max": 1}, {"group": "dimension:*", "max": )" +
          std::to_string(draw(1, 2)) + "}]";
    }
    if (once_in(3)) {
      all += R"(, "coverage": [{"groups": "area:*", "min": )" + std::to_string(draw(1, 3)) + "}]";
    }
    return all;
  }

  std::mt19937_64 random_;
  PlanItemId item_;
  std::vector<OrganisationId> organisations_;
};

/// Makes changes of one entry for once, and takes them back.
class Trials {
 public:
  explicit Trials(DrawnRegion& region)
      : region_(region),
        scenario_(registry::read_scenario(
            parse_json(R"({"rules": [{"plugin": "r"}], "values": "claimed", )" + region.scenario +
                       "}")
                .as_object(),
            region.choice.view.region.code)),
        candidates_(
            registry::find_candidates(region.choice.view, scenario_, pilah::tests::taxonomy())),
        means_(registry::means_of(region.choice.view, scenario_, pilah::tests::taxonomy(),
                                  candidates_.all, "2026-11-23")) {}

  /// What the changes say of themselves, and whether the entry is chosen with them;
  /// nothing: one of them cannot be made.
  bool reckon_points = false;
  struct Outcome {
    boost::json::array statements;
    bool chosen = false;
  };
  std::optional<Outcome> with(const std::string& name, const std::vector<std::size_t>& places) {
    auto& entries = region_.choice.view.innovations;
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto& one) { return one.name == name; });
    registry::SupposedEntry supposed{*entry, {}};
    Outcome outcome;
    for (const auto place : places) {
      const auto change = registry::entry_changes()[place].make(supposed, means_);
      if (!change) return std::nullopt;
      outcome.statements.push_back(change->statement);
    }
    const Innovation before = *entry;
    *entry = supposed.entry;
    const auto chosen = region_.choice.decide(region_.scenario);
    points_ = points(name);
    *entry = before;
    outcome.chosen = std::find(chosen.begin(), chosen.end(), name) != chosen.end();
    return outcome;
  }

  /// What it lacks to be chosen with the changes that say that of themselves.
  std::optional<std::int64_t> lacks(const std::string& name, const boost::json::array& said) {
    const std::size_t count = registry::entry_changes().size();
    for (std::size_t first = 0; first < count; ++first) {
      for (std::size_t second = first; second < count; ++second) {
        std::vector<std::size_t> places{first};
        if (said.size() == 2) places.push_back(second);
        const auto outcome = with(name, places);
        if (outcome && outcome->statements == said) return points_;
        if (said.size() == 1) break;
      }
    }
    return std::nullopt;
  }

  /// The changes of the least effort that bring it in, one by one and then two by two.
  std::optional<boost::json::array> cheapest(const std::string& name) {
    const std::size_t count = registry::entry_changes().size();
    for (std::size_t place = 0; place < count; ++place) {
      const auto outcome = with(name, {place});
      if (outcome && outcome->chosen) return outcome->statements;
    }
    for (std::size_t second = 0; second < count; ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        const auto outcome = with(name, {first, second});
        if (outcome && outcome->chosen) return outcome->statements;
      }
    }
    return std::nullopt;
  }

 private:
  /// What it lacks as the region is now.
  std::optional<std::int64_t> points(const std::string& name) {
    if (!reckon_points) return std::nullopt;
    region_.choice.choose(region_.scenario);
    for (const auto& reason : region_.choice.told(name).at("reasons").as_array()) {
      const auto& kind = reason.at("kind").as_string();
      if (kind == "choice.out.tie") return 0;
      if (kind.starts_with("choice.out.lacks")) {
        return reason.at("arguments").at("points").as_int64();
      }
    }
    return std::nullopt;
  }

  DrawnRegion& region_;
  std::optional<std::int64_t> points_;
  registry::Scenario scenario_;
  registry::Candidates candidates_;
  registry::ChangeMeans means_;
};

boost::json::array statements(const boost::json::object& way) {
  boost::json::array all;
  for (auto change : way.at("changes").as_array()) {
    change.as_object().erase("entry");
    change.as_object().erase("fields");
    all.push_back(change);
  }
  return all;
}

}  // namespace

TEST_CASE("Whether some change brings a candidate in, and which is the cheapest, is exact") {
  int chosen = 0;
  int not_chosen = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    DrawnRegion region(seed);
    region.choice.choose(region.scenario);
    if (region.choice.result().at("status") != "optimal") continue;
    Trials trials(region);
    for (const auto& each : region.choice.result().at("candidates").as_array()) {
      const auto& told = each.as_object();
      if (told.at("chosen").as_bool()) continue;
      const std::string name(told.at("name").as_string());
      INFO(region.scenario << ", " << name << ": " << boost::json::serialize(told.at("reasons")));
      const auto expected = trials.cheapest(name);
      const auto* way = told.if_contains("way_in");
      const bool brought_in = way && way->at("outcome") == "chosen";
      REQUIRE(brought_in == expected.has_value());
      ++(brought_in ? chosen : not_chosen);
      if (brought_in) CHECK(statements(way->as_object()) == *expected);
    }
  }
  CHECK(chosen > 80);
  CHECK(not_chosen > 15);
}

TEST_CASE("What a changed candidate would still lack is what it lacks once it is changed") {
  int compared = 0;
  for (std::uint64_t seed = 101; seed <= 140; ++seed) {
    INFO("seed " << seed);
    DrawnRegion region(seed);
    region.choice.choose(region.scenario);
    if (region.choice.result().at("status") != "optimal") continue;
    const auto candidates = region.choice.result().at("candidates").as_array();
    Trials trials(region);
    trials.reckon_points = true;
    for (const auto& each : candidates) {
      const auto* way = each.as_object().if_contains("way_in");
      if (!way || way->at("outcome") == "chosen") continue;
      const std::string name(each.at("name").as_string());
      INFO(region.scenario << ", " << name << ": " << boost::json::serialize(*way));
      const auto* missing = way->as_object().if_contains("missing");
      const auto lacks = trials.lacks(name, statements(way->as_object()));
      REQUIRE(lacks.has_value() == (missing != nullptr));
      if (missing) CHECK(*lacks == missing->as_int64());
      ++compared;
    }
  }
  CHECK(compared > 20);
}
