// Texts drawn for property tests: words of real lists, misspelt, cut and mixed
// with bytes that are no text at all.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace pilah::tests {

/// The same texts on every machine: std::mt19937 is specified, the standard
/// distributions are not, so numbers are drawn by remainder.
class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }
  /// One to eight words as names of innovations have them, some misspelt.
  std::string name();
  /// Up to forty bytes of any value.
  std::string bytes();

 private:
  std::mt19937 random_;
};

}  // namespace pilah::tests
