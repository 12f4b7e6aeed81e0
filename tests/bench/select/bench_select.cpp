// How long `pilah select` takes after its start: a region of 200 innovations in
// SQLite, the rules in their processes, the proven set, a reason for every
// candidate, the selection stored. Prints each part and the whole.
//
//   bench_select [innovations] [runs]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/choice_basis.hpp"
#include "pilah/registry/choice/result_of.hpp"
#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/rule_runs.hpp"
#include "pilah/registry/choice/scenario_checks.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/documents/selection.hpp"
#include "pilah/registry/list_words.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "support/registry_data.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace pilah;
using Clock = std::chrono::steady_clock;

constexpr unsigned kSeed = 20261123;
constexpr int kOrganisations = 30;

const char* const kScenario = R"({
  "name": "bench", "rules": [{"plugin": "quick-win-national"}],
  "candidates": {"status": ["verified"], "max_duration_months": 24},
  "count": {"min": 8, "max": 8},
  "limits": [{"resource": "budget", "max": 4000000000}],
  "bounds": [{"group": "dimension:*", "min": 1}, {"group": "organisation:*", "max": 2}],
  "coverage": [{"groups": "area:*", "min": 6}],
  "relations": {"needs": "requires", "variant-of": "excludes"}})";

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

class Bench {
 public:
  explicit Bench(int innovations)
      : store_(store::open_sqlite(folder_.path(), {[] { return std::int64_t{0}; }})),
        plugins_(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}}),
        taxonomy_(catalogue::Taxonomy::read(tests::registry_data("taxonomy.json"))),
        directory_(catalogue::RegionDirectory::read(tests::registry_data("regions.json"))),
        lexicon_(text::AreaLexicon::read(
            tests::registry_data("area_lexicon.json"),
            text::Stemming::read(tests::registry_data("stemming.json")), taxonomy_)),
        words_(registry::ListWords::read(tests::registry_data("header_aliases.json"),
                                         tests::registry_data("value_aliases.json"),
                                         tests::registry_data("number_words.json"))),
        environment_{*store_,
                     plugins_,
                     taxonomy_,
                     directory_,
                     lexicon_,
                     words_,
                     [this] { return uuid(); },
                     [] { return std::int64_t{0}; },
                     [] { return std::string("2026-11-23"); }} {
    fill(innovations);
  }

  void run(int runs) {
    std::vector<double> whole;
    const auto scenario = catalogue::parse_json(kScenario).as_object();
    for (int i = 0; i < runs; ++i) {
      const auto start = Clock::now();
      const auto entry = registry::select(environment_, registry::Caller::with_data_folder("bench"),
                                          region_, scenario);
      whole.push_back(milliseconds(start));
      if (i == 0) tell(entry);
    }
    print("select, reasons and storing included", whole);
    parts(runs);
    trials(scenario, runs);
    questions(scenario, runs);
  }

 private:
  catalogue::Uuid uuid() {
    catalogue::Uuid made;
    made.bytes[6] = 0x70;
    made.bytes[8] = 0x80;
    ++last_;
    for (std::size_t i = 0; i < 4; ++i) {
      made.bytes[15 - i] = static_cast<std::uint8_t>(last_ >> (8 * i));
    }
    return made;
  }

  int draw(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
  }

  void fill(int innovations) {
    store_->write({"bench"}, [&](store::Writer& writer) {
      writer.put_region(*directory_.find(region_));
      for (int i = 0; i < kOrganisations; ++i) {
        catalogue::Organisation one;
        one.id = {uuid()};
        one.region = region_;
        one.code = "OPD" + std::to_string(i);
        one.name = "Dinas " + std::to_string(i);
        organisations_.push_back(one.id);
        writer.put(one, "added");
      }
      for (int i = 0; i < innovations; ++i) writer.put(drawn(i), "added");
    });
  }

  catalogue::Innovation drawn(int number) {
    catalogue::Innovation one;
    one.id = {uuid()};
    one.region = region_;
    one.status = catalogue::Status::kVerified;
    one.owner = organisations_[static_cast<std::size_t>(draw(0, kOrganisations - 1))];
    one.name = "Inovasi " + std::to_string(number);
    one.summary = std::string(400, 's');
    one.target_group = draw(0, 1) ? "warga" : "";
    one.benefit = draw(0, 2) ? "manfaat" : "";
    one.uniqueness = draw(0, 1) ? "unik" : "";
    one.form = static_cast<catalogue::Form>(draw(0, 2));
    one.stage = static_cast<catalogue::Stage>(draw(0, 2));
    one.duration = catalogue::Months{draw(3, 14)};
    one.budgets = {{2026, static_cast<catalogue::FundingSource>(draw(0, 3)),
                    catalogue::Rupiah{static_cast<std::int64_t>(draw(50, 2000)) * 1'000'000}}};
    one.readiness = catalogue::Readiness{catalogue::Step{draw(0, 4)}, catalogue::Step{draw(0, 4)},
                                         catalogue::Step{draw(0, 4)}};
    if (draw(0, 1)) one.indicators = {{"d", "u", "s", "f", "1", "2", {}}};
    const auto& area = taxonomy_.areas()[static_cast<std::size_t>(draw(0, 17))].key;
    const auto& other = taxonomy_.areas()[static_cast<std::size_t>(draw(0, 17))].key;
    one.mappings = {{area, true, catalogue::MappedBy::kPerson, true, std::nullopt, ""}};
    if (other != area) {
      one.mappings.push_back({other, false, catalogue::MappedBy::kPerson, true, std::nullopt, ""});
    }
    return one;
  }

  static void tell(const registry::SelectionEntry& entry) {
    const auto& result = entry.selection.result;
    std::printf("%s, score %s, considered %s, result of %zu bytes\n",
                boost::json::serialize(result.at("status")).c_str(),
                boost::json::serialize(result.at("score")).c_str(),
                boost::json::serialize(result.at("considered")).c_str(),
                boost::json::serialize(result).size());
  }

  static void print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-40s median %7.2f ms   best %7.2f   worst %7.2f\n", what, times[times.size() / 2],
                times.front(), times.back());
  }

  void parts(int runs) {
    std::vector<double> reading, running, judging, telling;
    for (int i = 0; i < runs; ++i) {
      auto scenario =
          registry::read_scenario(catalogue::parse_json(kScenario).as_object(), region_);
      const auto plugins = plugins_.plugins();
      const auto rules = registry::resolve_rules(scenario, *plugins);
      auto start = Clock::now();
      registry::CatalogueView view;
      store_->read(
          [&](store::Reader& reader) { view = registry::read_catalogue(reader, region_); });
      reading.push_back(milliseconds(start));
      const auto candidates = registry::find_candidates(view, scenario, taxonomy_);
      start = Clock::now();
      auto findings =
          registry::run_rules(*plugins, rules, scenario, view, candidates.all, "2026-11-23");
      running.push_back(milliseconds(start));
      start = Clock::now();
      registry::weigh(findings, scenario);
      auto judged = registry::judge(candidates.all, findings, scenario);
      const registry::GroupWords words(taxonomy_, view, findings);
      const auto problem =
          registry::problem_of(view, scenario, candidates.all, findings, judged, words);
      judging.push_back(milliseconds(start));
      start = Clock::now();
      const auto again = registry::rules_again(*plugins, rules, scenario, "2026-11-23");
      registry::result_of(view, scenario, candidates, findings, judged, problem, words,
                          registry::counted_claims(view, scenario, candidates.all, findings, again),
                          again);
      telling.push_back(milliseconds(start));
    }
    print("  catalogue read", reading);
    print("  rules run, in both languages", running);
    print("  scores and problem", judging);
    print("  solved, every reason and way in", telling);
  }

  /// A weight is moved: the first time the rules run, then never again.
  void trials(boost::json::object scenario, int runs) {
    catalogue::Sentences sentences;
    for (const auto& file : tests::message_files()) sentences.add(file);
    std::vector<double> cold, warm;
    std::size_t bytes = 0;
    for (int i = 0; i < runs; ++i) {
      registry::KeptBases kept;
      environment_.kept_bases = &kept;
      for (auto* times : {&cold, &warm}) {
        scenario["weights"] = {{"quick-win-national/speed", i + (times == &warm ? 1 : 2)}};
        const auto start = Clock::now();
        const auto tried = registry::tried(
            environment_, registry::Caller::with_data_folder("bench"), region_, scenario);
        bytes = boost::json::serialize(registry::tried_document(tried, sentences)).size();
        times->push_back(milliseconds(start));
      }
    }
    environment_.kept_bases = nullptr;
    std::printf("tried: an answer of %zu bytes\n", bytes);
    print("tried at first, answer written", cold);
    print("tried again with other weights", warm);
  }

  void questions(const boost::json::object& scenario, int runs) {
    const auto record = registry::preview(environment_, registry::Caller::with_data_folder("bench"),
                                          *plugins_.plugins(), region_, scenario, "2026-11-23");
    std::vector<double> robust;
    for (int i = 0; i < runs; ++i) {
      const registry::Deadline deadline(environment_.steady_milliseconds, registry::kPatience);
      auto start = Clock::now();
      const auto told = registry::robustness(registry::StoredChoice(record), deadline);
      robust.push_back(milliseconds(start));
      if (i == 0) {
        std::printf("%zu criteria, %u draws\n", told.acceptability.criteria.size(),
                    told.acceptability.samples);
      }
    }
    print("how sure it is: all parts", robust);
  }

  tests::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
  plugin::PluginRepository plugins_;
  catalogue::Taxonomy taxonomy_;
  catalogue::RegionDirectory directory_;
  text::AreaLexicon lexicon_;
  registry::ListWords words_;
  registry::Environment environment_;
  const catalogue::RegionCode region_ = *catalogue::RegionCode::parse("13.11");
  std::mt19937 random_{kSeed};
  std::uint32_t last_ = 0;
  std::vector<catalogue::OrganisationId> organisations_;
};

}  // namespace

int main(int count, char** arguments) {
  const int innovations = count > 1 ? std::atoi(arguments[1]) : 200;
  const int runs = count > 2 ? std::atoi(arguments[2]) : 20;
  std::printf("%d innovations, %d runs, seed %u\n", innovations, runs, kSeed);
  Bench(innovations).run(runs);
}
