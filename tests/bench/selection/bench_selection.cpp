// Prints how long the selector takes to the proven answer: bench_selection
// [largest N]. Wall time, the median of some runs with different seeds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

#include <sys/resource.h>

#include "generator.hpp"
#include "pilah/selection/acceptability.hpp"
#include "pilah/selection/alternatives.hpp"
#include "pilah/selection/contributions.hpp"
#include "pilah/selection/frontier.hpp"
#include "pilah/selection/reasons.hpp"
#include "pilah/selection/solve.hpp"
#include "pilah/selection/stability.hpp"

namespace pilah::selection::bench {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

const char* name(Family family) {
  switch (family) {
    case Family::kBase:
      return "base";
    case Family::kStrong:
      return "strong";
    case Family::kTies:
      return "ties";
    case Family::kSubset:
      return "subset";
    case Family::kHubs:
      break;
  }
  return "hubs";
}

void measure(Instance instance, int runs) {
  std::vector<double> times;
  std::uint64_t work = 0;
  int unproven = 0;
  int infeasible = 0;
  std::uint32_t ties = 0;
  for (int run = 0; run < runs; ++run) {
    instance.seed = static_cast<std::uint64_t>(run + 1);
    const Problem problem = generate(instance);
    SolveOptions options;
    options.clock = [] { return std::chrono::nanoseconds(Clock::now().time_since_epoch()); };
    options.time_limit = std::chrono::seconds(30);
    const auto start = Clock::now();
    const Answer answer = solve(problem, options);
    times.push_back(milliseconds(Clock::now() - start));
    work += answer.work;
    unproven += answer.status == Status::kLimit ? 1 : 0;
    infeasible += answer.status == Status::kInfeasible ? 1 : 0;
    ties = std::max(ties, answer.optimal_sets);
  }
  std::sort(times.begin(), times.end());
  std::printf("%9u %5u %-7s %4d %12.3f %12.3f %10llu %5u %9d %11d %8ld\n", instance.candidates,
              instance.count, name(instance.family), runs, times[times.size() / 2], times.back(),
              static_cast<unsigned long long>(work) / static_cast<unsigned>(runs), ties, unproven,
              infeasible, peak_megabytes());
  std::fflush(stdout);
}

// All reasons of a selection: one exact re-solve for each candidate.
void measure_reasons(Instance instance, int runs, std::uint32_t threads) {
  std::vector<double> times;
  std::size_t impossible = 0;
  SolveOptions options;
  options.threads = threads;
  for (int run = 0; run < runs; ++run) {
    instance.seed = static_cast<std::uint64_t>(run + 1);
    const Problem problem = generate(instance);
    const Answer answer = solve(problem);
    if (answer.best.empty()) continue;
    const auto start = Clock::now();
    Explainer explainer(problem, answer.best.front(), options);
    for (const Reason& reason : explainer.explain_all()) impossible += reason.conflict.size() > 1;
    times.push_back(milliseconds(Clock::now() - start));
  }
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2];
  std::printf("%9u %5u %-7s %4d %12.3f %12.3f   threads: %u, %.0f a second, conflicts: %zu\n",
              instance.candidates, instance.count, name(instance.family), runs, median,
              times.back(), threads, 1000 * instance.candidates / median, impossible);
}

// All that tells how sure a choice is: each part alone, then all of them one after
// another.
void measure_robustness(Instance instance, int runs) {
  constexpr std::size_t kCriteria = 5;
  const std::vector<std::pair<const char*, std::function<void(const Judged&, const ChosenSet&)>>>
      parts = {
          {"acceptability",
           [](const Judged& judged, const ChosenSet&) {
             acceptability(judged.problem, judged.valuation, {});
           }},
          {"stability",
           [](const Judged& judged, const ChosenSet& chosen) {
             stability(judged.problem, judged.valuation, judged.weights, chosen, 15'000);
           }},
          {"contributions", [](const Judged& judged,
                               const ChosenSet& chosen) { contributions(judged.problem, chosen); }},
          {"frontier around, 4 and 4",
           [](const Judged& judged, const ChosenSet& chosen) {
             frontier_around(judged.problem, chosen, 0, 4, 4);
           }},
          {"next step, next place",
           [](const Judged& judged, const ChosenSet& chosen) {
             next_step(judged.problem, chosen, 0);
             next_place(judged.problem, chosen);
           }},
          {"best 5, best different", [](const Judged& judged, const ChosenSet& chosen) {
             SolveOptions options;
             options.best = 5;
             solve(judged.problem, options);
             best_different(judged.problem, chosen, 2);
           }}};
  std::vector<std::vector<double>> times(parts.size() + 1);
  for (int run = 0; run < runs; ++run) {
    instance.seed = static_cast<std::uint64_t>(run + 1);
    const Judged judged = generate_judged(instance, kCriteria);
    const Answer answer = solve(judged.problem);
    if (answer.best.empty()) continue;
    times.back().push_back(0);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const auto start = Clock::now();
      parts[part].second(judged, answer.best.front());
      times[part].push_back(milliseconds(Clock::now() - start));
      times.back().back() += times[part].back();
    }
  }
  for (std::size_t part = 0; part < times.size(); ++part) {
    std::sort(times[part].begin(), times[part].end());
    std::printf("%9u %5u %-7s %4zu %12.3f %12.3f   %s\n", instance.candidates, instance.count,
                name(instance.family), times[part].size(), times[part][times[part].size() / 2],
                times[part].back(), part < parts.size() ? parts[part].first : "all of them");
  }
}

}  // namespace
}  // namespace pilah::selection::bench

int main(int argc, char** argv) {
  using namespace pilah::selection::bench;
  const long largest = argc > 1 ? std::atol(argv[1]) : 100'000;
  std::printf("%9s %5s %-7s %4s %12s %12s %10s %5s %9s %11s %8s\n", "N", "k", "family", "runs",
              "median ms", "worst ms", "work", "ties", "unproven", "infeasible", "peak MB");
  for (const std::uint32_t n : {100U, 200U, 1'000U, 10'000U, 100'000U, 1'000'000U}) {
    if (n > static_cast<unsigned long>(largest)) break;
    for (const std::uint32_t k : {8U, 50U, 500U}) {
      if (k * 4 > n) continue;
      for (const Family family : {Family::kBase, Family::kStrong, Family::kTies}) {
        measure({n, k, family, 1, true}, n <= 1'000 ? 11 : n <= 10'000 ? 5 : 1);
      }
    }
  }
  std::printf("\nall reasons\n");
  for (const std::uint32_t n : {50U, 100U, 200U}) {
    for (const Family family : {Family::kBase, Family::kStrong, Family::kTies}) {
      for (const std::uint32_t threads : {1U, 2U}) {
        measure_reasons({n, 8, family, 1, true}, 11, threads);
      }
    }
  }
  std::printf("\nhow sure the choice is, 5 criteria\n");
  for (const Family family : {Family::kBase, Family::kStrong, Family::kTies}) {
    measure_robustness({200, 8, family, 1, true}, 11);
  }
  return 0;
}
