// Innovations and queries drawn for tests against the naive index.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/search/query.hpp"

namespace pilah::tests {

/// The same on every machine: numbers are drawn by remainder.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool one_in(std::size_t count) { return below(count) == 0; }

  /// Up to `most` words, many of them forms of one stem, some misspelt.
  std::string text(std::size_t most);
  catalogue::Innovation innovation(std::uint32_t number);
  search::Query query();

 private:
  std::string word();
  std::vector<search::Condition> conditions();

  std::mt19937 random_;
};

}  // namespace pilah::tests
