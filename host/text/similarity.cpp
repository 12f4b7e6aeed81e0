#include "pilah/text/similarity.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace pilah::text {
namespace {

constexpr std::int64_t kWhole = 1'000'000;
constexpr std::int64_t kSameContent = 950'000;
constexpr std::int64_t kMostSimilar = 940'000;
constexpr std::int64_t kShortFor = 850'000;
constexpr std::int64_t kAnotherReading = 50'000;  // less sure than the whole name
constexpr std::int64_t kContentWeight = 4;
constexpr std::int64_t kLightWeight = 1;
constexpr std::int64_t kMisspelt = 850;   // thousandths of a shared word
constexpr std::int64_t kShortName = 600;  // misspelt names of one word are often other names

std::int64_t weight_of(const NameToken& token) {
  return token.light ? kLightWeight : kContentWeight;
}

/// How many thousandths of a shared word two tokens are.
std::int64_t shared_thousandths(const NamePart& first, const NameToken& a, const NamePart& second,
                                const NameToken& b) {
  if (a.stem == b.stem) return 1000;
  const std::size_t shorter = std::min(a.size, b.size);
  if (shorter < 6) return 0;
  const std::size_t most = shorter < 10 ? 1 : 2;
  if (edits(first.word(a), second.word(b), most) > most) return 0;
  return first.is_one_word() && second.is_one_word() ? kShortName : kMisspelt;
}

/// Each token of the shorter part takes the best free partner of the other.
std::int64_t shared_words(const NamePart& first, const NamePart& second) {
  std::uint64_t taken = 0;
  std::int64_t shared = 0;
  std::int64_t total = 0;
  for (const auto& token : second.tokens) total += weight_of(token);
  for (const auto& a : first.tokens) {
    total += weight_of(a);
    std::int64_t best = 0;
    std::size_t partner = 0;
    for (std::size_t j = 0; j < second.tokens.size(); ++j) {
      if ((taken >> j & 1U) != 0) continue;
      const std::int64_t value = shared_thousandths(first, a, second, second.tokens[j]) *
                                 (weight_of(a) + weight_of(second.tokens[j]));
      if (value > best) {
        best = value;
        partner = j;
      }
    }
    if (best > 0) taken |= std::uint64_t{1} << partner;
    shared += best;
  }
  return total == 0 ? 0 : shared * 1000 / total;
}

NameSimilarity of_parts(const NamePart& first, const NamePart& second) {
  if (first.letters == second.letters) return {{kWhole}, NameLikeness::kSame};
  if (first.content == second.content) return {{kSameContent}, NameLikeness::kSame};
  if ((first.is_one_word() && abbreviates(first.letters, second)) ||
      (second.is_one_word() && abbreviates(second.letters, first))) {
    return {{kShortFor}, NameLikeness::kAbbreviation};
  }
  // Which partner a word takes can depend on who chooses: both may, the better counts.
  const std::int64_t words = std::max(shared_words(first, second), shared_words(second, first));
  const std::int64_t letters = dice(trigrams(first.content), trigrams(second.content));
  const std::int64_t score = std::min(kMostSimilar, (6 * words + 4 * letters) / 10);
  return {{score}, score > 0 ? NameLikeness::kSimilar : NameLikeness::kNone};
}

}  // namespace

std::size_t edits(std::string_view first, std::string_view second, std::size_t most) {
  constexpr std::size_t kLongest = 64;
  const std::size_t shorter = std::min(first.size(), second.size());
  const std::size_t longer = std::max(first.size(), second.size());
  if (first == second) return 0;
  if (longer - shorter > most || longer > kLongest) return most + 1;
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= second.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= first.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t least = row[0];
    for (std::size_t j = 1; j <= second.size(); ++j) {
      const std::size_t replace = above[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
      row[j] = std::min({replace, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return std::min(rows[first.size() % 3][second.size()], most + 1);
}

std::vector<std::uint32_t> trigrams(std::string_view letters) {
  std::vector<std::uint32_t> codes;
  codes.reserve(letters.size() + 1);
  const auto at = [letters](std::size_t i) -> std::uint32_t {  // i counts from the mark before
    return i == 0 || i > letters.size() ? 1U : static_cast<unsigned char>(letters[i - 1]);
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    codes.push_back(at(i) << 16 | at(i + 1) << 8 | at(i + 2));
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

std::int64_t dice(const std::vector<std::uint32_t>& first,
                  const std::vector<std::uint32_t>& second) {
  if (first.empty() || second.empty()) return 0;
  std::int64_t common = 0;
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    if (first[i] == second[j]) {
      ++common;
      ++i;
      ++j;
    } else if (first[i] < second[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return 2 * common * kWhole / static_cast<std::int64_t>(first.size() + second.size());
}

NameSimilarity similarity(const ComparableName& first, const ComparableName& second) {
  NameSimilarity best;
  for (std::size_t i = 0; i < first.parts.size(); ++i) {
    for (std::size_t j = 0; j < second.parts.size(); ++j) {
      NameSimilarity found = of_parts(first.parts[i], second.parts[j]);
      if (i + j > 0)
        found.score.value = std::max<std::int64_t>(0, found.score.value - kAnotherReading);
      if (std::tie(found.score, found.likeness) > std::tie(best.score, best.likeness)) best = found;
    }
  }
  return best;
}

}  // namespace pilah::text
