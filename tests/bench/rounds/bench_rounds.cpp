// Prints how long the data of each page of the rounds take, beside their goals: 20 ms for a
// region of 200 entries, 40 agencies and 150 villages, 100 ms for comparing two rounds of 2,000
// entries. What is measured is the use case with its JSON, the database in $TMPDIR.
//
//   bench_rounds [runs, 30 if not said]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <sodium.h>

#include "made_region.hpp"
#include "pilah/catalogue/region_steps.hpp"
#include "pilah/registry/documents/dossier.hpp"
#include "pilah/registry/documents/panel.hpp"
#include "pilah/registry/documents/plan.hpp"
#include "pilah/registry/documents/quick_win_set.hpp"
#include "pilah/registry/documents/round.hpp"
#include "pilah/registry/documents/team.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "support/registry_data.hpp"
#include "support/temporary_folder.hpp"
#include "unit/registry/support/folder_host.hpp"

namespace pilah::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Ask = std::function<boost::json::value()>;

constexpr double kPageGoal = 20;
constexpr double kComparisonGoal = 100;

class Measuring {
 public:
  explicit Measuring(int runs) : runs_(runs) {
    std::printf("%-34s %10s %10s %8s %8s\n", "", "median ms", "worst ms", "KB", "goal");
  }

  void page(const char* name, const Ask& ask) { print(name, ask, kPageGoal); }
  void comparison(const char* name, const Ask& ask) { print(name, ask, kComparisonGoal); }
  bool is_kept() const { return is_kept_; }

 private:
  void print(const char* name, const Ask& ask, double goal) {
    std::size_t bytes = 0;
    std::vector<double> took;
    for (int i = 0; i <= runs_; ++i) {
      const auto begin = Clock::now();
      bytes = boost::json::serialize(ask()).size();
      const std::chrono::duration<double, std::milli> passed = Clock::now() - begin;
      if (i > 0) took.push_back(passed.count());  // the first fills caches
    }
    std::sort(took.begin(), took.end());
    const double median = took[took.size() / 2];
    is_kept_ = is_kept_ && median < goal;
    std::printf("%-34s %10.2f %10.2f %8.1f %8.0f%s\n", name, median, took.back(),
                static_cast<double>(bytes) / 1000, goal, median < goal ? "" : "  OVER");
  }

  int runs_;
  bool is_kept_ = true;
};

void measure_pages(Measuring& measuring, const registry::Environment& host) {
  MadeRegion made = make_region(host, "13.11", 200);
  hold_rounds(host, made);
  const auto by = registry::Caller::with_data_folder("bench");
  const auto& region = made.code;
  measuring.page("rounds, all four",
                 [&] { return registry::rounds_document(registry::rounds(host, by, region)); });
  measuring.page("a round", [&] {
    return registry::round_document(registry::round(host, by, region, made.rounds.back()));
  });
  measuring.page("its dossier", [&] {
    return registry::dossier_document(registry::dossier(host, by, region, made.rounds.back()));
  });
  measuring.page("plans, 41 of 30 items",
                 [&] { return registry::plans_document(registry::plans(host, by, region)); });
  measuring.page("coverage of plans", [&] {
    return registry::plan_coverage_document(registry::plan_coverage(host, by, region));
  });
  measuring.page("panels",
                 [&] { return registry::panels_document(registry::panels(host, by, region)); });
  measuring.page("results of a panel, 6,000 scores", [&] {
    return registry::panel_results_document(registry::panel_results(host, by, region, made.panel));
  });
  measuring.page("what a panel misses", [&] {
    return registry::missing_document(registry::missing_scores(host, by, region, made.panel));
  });
  measuring.page("quick-win sets", [&] {
    return registry::quick_win_sets_document(registry::quick_win_sets(host, by, region));
  });
  measuring.page("a quick-win set, 45 signatories", [&] {
    return registry::quick_win_set_document(registry::quick_win_set(host, by, region, made.set));
  });
  measuring.page("teams, 8 of 25 members",
                 [&] { return registry::teams_document(registry::teams(host, by, region)); });
  measuring.page("decrees",
                 [&] { return registry::decrees_document(registry::decrees(host, by, region)); });
  measuring.page("duties, 200",
                 [&] { return registry::duties_document(registry::duties(host, by, region)); });
}

void measure_comparisons(Measuring& measuring, const registry::Environment& host) {
  const auto by = registry::Caller::with_data_folder("bench");
  const auto measure = [&](const char* name, const char* code, std::size_t nth) {
    MadeRegion made = make_region(host, code, 2'000);
    freeze_two(host, made, nth);
    measuring.comparison(name, [&] {
      return registry::comparison_document(
          registry::compare_rounds(host, by, made.code, made.rounds[0], made.rounds[1]));
    });
  };
  measure("two rounds of 2,000, 200 changed", "16.02", 10);
  measure("two rounds of 2,000, all changed", "17.71", 1);
}

int run(int runs) {
  const tests::TemporaryFolder folder;
  const tests::FolderHost host(folder.path());
  const auto steps = catalogue::RegionSteps::read(tests::registry_data("region_steps.json"));
  const auto scales = registry::Scales::read(tests::registry_data("scales.json"));
  auto environment = host.environment();
  registry::CatalogueIndex index(environment.store, environment.lexicon.stemming(),
                                 environment.taxonomy,
                                 registry::CatalogueIndex::Building::kWhenAsked);
  environment.index = &index;
  environment.steps = &steps;
  environment.scales = &scales;
  Measuring measuring(runs);
  measure_pages(measuring, environment);
  measure_comparisons(measuring, environment);
  return measuring.is_kept() ? 0 : 1;
}

}  // namespace
}  // namespace pilah::bench

int main(int argc, char** argv) {
  if (sodium_init() < 0) return 2;
  const int runs = argc > 1 ? std::atoi(argv[1]) : 30;
  return pilah::bench::run(std::max(runs, 1));
}
