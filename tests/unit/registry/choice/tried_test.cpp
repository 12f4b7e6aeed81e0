// Scenarios that are tried: weights move, what the rules found stays.
#include <memory>
#include <string>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/choice_basis.hpp"
#include "pilah/registry/choice/scenario_checks.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "sample_region.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/refusal_of.hpp"

using namespace pilah;
using pilah::tests::SampleRegion;
namespace json = boost::json;

namespace {

const std::string kRules = R"("rules": [{"plugin": "quick-win-national"}])";

catalogue::SelectionRecord tried(SampleRegion& region, const std::string& members,
                                 const std::string& as_of = {}) {
  const auto scenario = catalogue::parse_json("{" + kRules + members + "}").as_object();
  return registry::tried(region.environment, tests::insider(), region.region, scenario, as_of);
}

std::shared_ptr<const registry::ChoiceBasis> basis_of(std::size_t entries) {
  auto basis = std::make_shared<registry::ChoiceBasis>();
  basis->view.innovations.resize(entries);
  return basis;
}

std::string key_of(SampleRegion& region, const std::string& members, const std::string& as_of) {
  auto scenario = registry::read_scenario(
      catalogue::parse_json("{" + kRules + members + "}").as_object(), region.region);
  std::int64_t revision = 0;
  region.store.read([&](store::Reader& reader) { revision = reader.revision(region.region); });
  return registry::basis_key(revision, scenario, {}, as_of);
}

}  // namespace

TEST_CASE("What is tried with moved weights is what would be chosen with them") {
  SampleRegion region;
  registry::KeptBases kept;
  region.environment.kept_bases = &kept;
  for (const char* name : {"a", "b", "c"}) {
    region.add(name, [&](catalogue::Innovation& entry) {
      entry.duration = catalogue::Months{*name == 'b' ? 2 : 11};
      entry.benefit = *name == 'c' ? "Antrean lebih pendek." : "";
    });
  }
  const std::string members =
      R"(, "values": "claimed", "count": {"max": 1}, "weights": {"quick-win-national/speed": )";
  for (const char* weight : {"0", "1", "50"}) {
    CAPTURE(weight);
    const auto trial = tried(region, members + weight + "}");
    const auto chosen = region.select("{" + kRules + members + R"({"weight": )" + weight +
                                      R"(, "reason": "coba", "by": "Ani"}}})");
    for (const char* key : {"status", "selected", "score", "bound", "uses", "considered"}) {
      CAPTURE(key);
      CHECK(trial.result.at(key) == chosen.selection.result.at(key));
    }
    CHECK(trial.problem == chosen.selection.problem);
    for (const auto& candidate : trial.result.at("candidates").as_array()) {
      CHECK_FALSE(candidate.as_object().contains("way_in"));
      CHECK_FALSE(candidate.at("reasons").as_array().empty());
    }
  }
  CHECK(region.selections() == 3);  // those that were chosen
}

TEST_CASE("A basis hangs on the catalogue, the rules, the candidates and the day alone") {
  SampleRegion region;
  const auto usual = key_of(region, "", "2026-11-23");
  for (const char* same :
       {R"(, "weights": {"quick-win-national/speed": 5})", R"(, "count": {"max": 3})",
        R"(, "limits": [{"resource": "budget", "max": 5}])", R"(, "name": "lain")",
        R"(, "bounds": [{"group": "area:*", "max": 2}])",
        R"(, "exclude": [{"id": "x", "reason": "y", "by": "z"}])"}) {
    CAPTURE(same);
    CHECK(key_of(region, same, "2026-11-23") == usual);
  }
  for (const char* other : {R"(, "candidates": {"status": ["draft"]})", R"(, "values": "claimed")",
                            R"(, "unknown": {"budget": {"assume": 5}})",
                            R"(, "include": [{"id": "x", "reason": "y", "by": "z"}])"}) {
    CAPTURE(other);
    CHECK(key_of(region, other, "2026-11-23") != usual);
  }
  CHECK(key_of(region, "", "2026-11-24") != usual);
  region.add("a");
  CHECK(key_of(region, "", "2026-11-23") != usual);
}

TEST_CASE("The bases that were asked for last are kept, up to their bounds") {
  registry::KeptBases kept(2, 100);
  kept.keep("a", basis_of(10));
  kept.keep("b", basis_of(10));
  CHECK(kept.find("a"));
  kept.keep("c", basis_of(10));  // b was asked for longest ago
  CHECK(kept.find("a"));
  CHECK_FALSE(kept.find("b"));
  CHECK(kept.find("c"));
  kept.keep("d", basis_of(101));  // too large alone
  CHECK_FALSE(kept.find("d"));
  CHECK(kept.find("a"));
  kept.keep("e", basis_of(95));  // with any other it would be too much
  CHECK(kept.find("e"));
  CHECK_FALSE(kept.find("a"));
  CHECK_FALSE(kept.find("c"));
  kept.keep("f", basis_of(5));
  CHECK(kept.find("e"));
  CHECK(kept.find("f"));
}

TEST_CASE("Rules are asked once for all weights that are tried") {
  SampleRegion region;
  registry::KeptBases kept;
  region.environment.kept_bases = &kept;
  region.add("a");
  const auto first = tried(region, "");
  // Nothing of this can be told but from the rule: it is what was found before.
  const auto plugins = region.environment.plugins.plugins();
  auto scenario =
      registry::read_scenario(catalogue::parse_json("{" + kRules + "}").as_object(), region.region);
  const auto rules = registry::resolve_rules(scenario, *plugins);
  std::int64_t revision = 0;
  region.store.read([&](store::Reader& reader) { revision = reader.revision(region.region); });
  const auto basis = kept.find(registry::basis_key(revision, scenario, rules, first.as_of));
  REQUIRE(basis);
  CHECK(basis->candidates.all.size() == 1);
  tried(region, R"(, "weights": {"quick-win-national/speed": 5})");
  CHECK(kept.find(registry::basis_key(revision, scenario, rules, first.as_of)) == basis);
  region.add("b");
  CHECK(tried(region, "").result.at("considered").at("candidates") == 2);
}

TEST_CASE("Only planners try scenarios, and what is wrong with one is told as ever") {
  SampleRegion region;
  region.add("a");
  const auto refusal = [&](const registry::Caller& caller, const std::string& document) {
    return tests::refusals_of([&] {
      registry::tried(region.environment, caller, region.region,
                      catalogue::parse_json(document).as_object());
    });
  };
  CHECK(refusal(registry::Caller::anonymous(), "{" + kRules + "}") != "");
  CHECK(refusal(tests::insider(), R"({"rules": [{"plugin": "x"}]})") ==
        "/rules/0/plugin choice.rule_not_installed");
  CHECK(refusal(tests::insider(), "{" + kRules + R"(, "weights": {"quick-win-national/x": 1}})") ==
        "/weights/quick-win-national~1x choice.scenario.unknown_criterion");
}
