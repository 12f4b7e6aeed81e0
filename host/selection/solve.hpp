// Picks the provably best set of a problem.
//
// Answers are totally ordered: higher score first; then lower total use of the
// limits' resources, resource after resource in the order of the document; then
// the sorted list of positions that is lexicographically smaller. The first in
// that order is *the* answer, whatever the machine and the build.
//
// Every decision rests on integers: a linear relaxation in floating point only
// guides the search, and its duals are rounded and recomputed exactly
// (engine/relaxation.hpp), which makes every bound valid whatever the rounding.
//
// Ownership: an Answer owns its values and knows the problem only by positions.
// Threads: solve() is a pure function; calls may run side by side on one
// problem; one call may use several (SolveOptions::threads). Units: as in the problem.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/constraint.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/variation.hpp"

namespace pilah::selection {

constexpr std::uint32_t kMostOptimalSets = 1000;  // optimal sets are counted up to here
constexpr std::uint32_t kMostBestSets = 1000;     // the largest `best`

// Asks a running solve to stop; may be set from another thread.
class Cancellation {
 public:
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_ = false;
};

// How a running solve goes.
struct Progress {
  enum class Phase : std::uint8_t {
    kScore,  // looks for the best score
    kOrder,  // the best score is proven; of the sets that have it the first is looked for
  };

  Phase phase = Phase::kScore;
  std::uint64_t work = 0;  // so far, as work_limit counts it
  // Of kScore: the score of the best set found, if any, and what no set of the part of
  // the problem that is searched at the moment exceeds.
  std::optional<std::int64_t> best, bound;
};

struct SolveOptions {
  // How many best sets are wanted, 1 to kMostBestSets.
  std::uint32_t best = 1;

  // The search gives up after so much work, which is counted and not timed: a node
  // of a walked subtree is one unit, a relaxation as many as it took pivots of what
  // size. A unit is about a microsecond, so the default is about half a minute.
  std::uint64_t work_limit = 40'000'000;

  // Only together with a clock: the search gives up after this time, which is
  // not the same on every machine.
  std::optional<std::chrono::nanoseconds> time_limit;
  std::function<std::chrono::nanoseconds()> clock;

  const Cancellation* cancellation = nullptr;

  // Called now and then while a solve takes long, about every fifth of a second, by
  // whichever of its threads, one call at a time.
  std::function<void(const Progress&)> progress;

  // Threads that a long search may use, the caller's among them; all end before solve()
  // does. A proven answer is the same for any number. One that a limit ended depends on
  // how the threads ran, unless there is one.
  std::uint32_t threads = 1;
};

struct ChosenSet {
  std::vector<Position> positions;  // ascending
  std::int64_t score = 0;
  std::vector<std::int64_t> uses;  // by resource of the problem

  bool operator==(const ChosenSet&) const = default;
};

// The set of these positions (ascending) with its score and uses; with scores,
// its score is by them.
ChosenSet chosen_set(const Problem& problem, std::vector<Position> positions,
                     std::span<const std::int64_t> scores = {});

enum class Status {
  kOptimal,     // best holds the best sets, proven
  kInfeasible,  // no set meets all constraints, proven; conflict says why
  kLimit,       // a limit came first: best holds what was found, bound is valid
};

struct Answer {
  Status status = Status::kInfeasible;

  // The best sets in the total order: as many as were asked for, or as exist.
  // With kLimit the best ones found, if any.
  std::vector<ChosenSet> best;

  // No set scores more. With kOptimal the score of best[0].
  std::optional<std::int64_t> bound;

  // With kOptimal: how many sets have the best score, counted up to
  // kMostOptimalSets.
  std::uint32_t optimal_sets = 0;

  // With kInfeasible: constraints that cannot hold together, none of which can
  // be left out for that.
  std::vector<Conflict> conflict;

  std::uint64_t work = 0;  // of the search, as work_limit counts it
};

Answer solve(const Problem& problem, const SolveOptions& options = {});

// The same of what a variation makes of the problem. A conflict names the
// problem's constraints that cannot hold together under the variation.
Answer solve(const Problem& problem, const Variation& variation, const SolveOptions& options = {});

}  // namespace pilah::selection
