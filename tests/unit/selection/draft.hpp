// A small selection problem that tests can write down, change, draw at random,
// print as a document and solve by trying every set.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection::tests {

struct DraftCandidate {
  std::string id;
  std::int64_t score = 0;
  std::map<std::string, std::int64_t> uses;
  std::vector<std::string> groups;
};

struct DraftBound {
  std::string groups;
  std::optional<std::int64_t> min, max;
};

struct Draft {
  std::vector<DraftCandidate> candidates;
  std::optional<std::int64_t> count_min, count_max;
  std::vector<std::pair<std::string, std::optional<std::int64_t>>> limits;
  std::vector<DraftBound> bounds;
  std::vector<std::pair<std::string, std::int64_t>> coverages;
  std::vector<std::pair<std::size_t, std::size_t>> required, excluding;
  std::vector<std::size_t> included, excluded;

  std::string document() const;
  Problem problem() const;  // read from the document; throws if it is refused
};

// Everything that the answer must say, by trying all sets.
struct Enumerated {
  std::vector<std::vector<Position>> ranked;  // every allowed set, in the total order
  std::uint64_t optimal_sets = 0;
};
Enumerated enumerate(const Draft& draft);

// Without the engine and without constraint.hpp.
bool allowed(const Draft& draft, const std::vector<Position>& set);
std::int64_t score_of(const Draft& draft, const std::vector<Position>& set);

struct Shape {
  std::size_t least_candidates = 1, most_candidates = 10;
  std::int64_t least_score = -3, most_score = 6;
  std::int64_t most_use = 5;
  bool tight = true;  // many constraints of every kind
};
Draft random_draft(std::mt19937_64& random, const Shape& shape);

// Solves, and requires that the checker of certificates confirms all that the answer
// says of a proven one.
Answer solved(const Problem& problem, const SolveOptions& options = {});

// "x7" of x and 7. Not "x" + to_string(7): g++ 12 then warns of a copy that
// cannot happen.
std::string numbered(std::string_view prefix, std::int64_t number);

// Uniform in [low, high], the same on every standard library.
std::int64_t draw(std::mt19937_64& random, std::int64_t low, std::int64_t high);

}  // namespace pilah::selection::tests
