// The bench's problems: innovations with lognormal costs, scores that grow with
// the cost as far as `rho` says, uneven dimensions and organisations, 18 areas,
// requires and excludes among the good ones, minima, coverage and a budget that
// is tight. The same for one seed on every machine with the same libm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pilah/selection/dominance.hpp"
#include "pilah/selection/problem.hpp"

namespace pilah::selection::bench {

enum class Family {
  kBase,    // rho .5
  kStrong,  // rho .98
  kTies,    // whole points: many equal optima
  kSubset,  // the score is the cost: subset sum
  kHubs,    // most candidates require one of twenty dear hubs that score little
};

struct Instance {
  std::uint32_t candidates = 200;
  std::uint32_t count = 8;
  Family family = Family::kBase;
  std::uint64_t seed = 1;
  bool pairs = true;  // requires and excludes
};

Problem generate(const Instance& instance);

// The same innovations, judged on several criteria of which each grows with the cost
// as the score does, with a noise of its own; the score is their weighted mean.
// kTies: judged in steps of a tenth.
struct Judged {
  Problem problem;
  Valuation valuation;
  std::vector<std::int64_t> weights;  // by criterion: criteria, criteria - 1, ... 1
};

Judged generate_judged(const Instance& instance, std::size_t criteria);

// A multi-dimensional knapsack as Chu and Beasley draw them (J. Heuristics 4,
// 1998; the mknapcb files of the OR-Library): uses 1 to 1,000, scores that grow
// with them, each limit `tightness` of all uses; no count, no groups.
struct Knapsack {
  std::uint32_t resources = 5;
  std::uint32_t candidates = 100;
  double tightness = 0.5;
  std::uint64_t seed = 1;
};

Problem generate(const Knapsack& knapsack);

}  // namespace pilah::selection::bench
