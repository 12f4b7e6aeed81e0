// What the index keeps of an innovation: which of its texts are searched and how
// much they weigh, its values of the facets, what it is sorted by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::search {

/// Where a word stands, the weightiest first. A word counts once, where it weighs most.
enum class TextLevel { kName, kShortName, kSummary, kOther };
inline constexpr std::size_t kTextLevels = 4;
inline constexpr std::array<std::uint16_t, kTextLevels> kLevelWeights = {8, 6, 3, 1};

/// The innovation's texts at that level, as views into it: what it is, does and
/// is good for. Not searched: persons, money, evidence, where it came from.
std::vector<std::string_view> texts_of(const catalogue::Innovation& innovation, TextLevel level);

/// By which innovations can be sorted beside their names, the greatest first.
enum class Number {
  kChanged,  ///< revision of its last change
  kBudget,   ///< in rupiah, of all its budgets together
  kApplied,  ///< year x 10,000 + month x 100 + day; while unknown, of its start
};
inline constexpr std::size_t kNumbers = 3;
std::optional<std::int64_t> number_of(const catalogue::Innovation& innovation,
                                      std::int64_t revision, Number number);

/// Words are kept by their first so many bytes (of whole letters), and so many of
/// an innovation.
inline constexpr std::size_t kLongestWord = 64;
inline constexpr std::size_t kMostWords = 8'000;

}  // namespace pilah::search
