#include "pilah/text/name.hpp"

#include <algorithm>
#include <array>

#include "pilah/text/fold.hpp"
#include "pilah/text/hash.hpp"
#include "pilah/text/stemming.hpp"
#include "pilah/text/utf8.hpp"
#include "pilah/text/words.hpp"

namespace pilah::text {
namespace {

constexpr std::size_t kMaxTokens = 40;
constexpr std::size_t kShortestAbbreviation = 3;
constexpr std::size_t kLongestAbbreviation = 16;

/// Which tokens may have been used up when `used` letters of the abbreviation
/// are: row by row over the letters, a bit per token.
bool spells(std::string_view word, const NamePart& part, std::size_t tokens) {
  std::array<std::uint32_t, kLongestAbbreviation + 1> reached{};  // bit t: t tokens are done
  reached[0] = 1;
  for (std::size_t token = 0; token < tokens; ++token) {
    const std::string_view source = part.word(part.tokens[token]);
    const std::uint32_t before = std::uint32_t{1} << token;
    const std::uint32_t after = before << 1;
    for (std::size_t used = word.size() + 1; used-- > 0;) {
      if ((reached[used] & before) == 0) continue;
      if (part.tokens[token].light) reached[used] |= after;
      const std::size_t most = std::min({kMaxBeginning, source.size(), word.size() - used});
      for (std::size_t size = 1; size <= most && word[used + size - 1] == source[size - 1];
           ++size) {
        reached[used + size] |= after;
      }
    }
  }
  return (reached[word.size()] & (std::uint32_t{1} << tokens)) != 0;
}

bool may_be_abbreviation(std::string_view word) {
  return word.size() >= kShortestAbbreviation && word.size() <= kLongestAbbreviation;
}

/// One word gives kMaxBeginning letters at most, so a longer abbreviation has
/// letters of two; a shorter one needs two words that must give some.
bool takes_two_words(std::string_view word, const NamePart& part) {
  const auto content = std::count_if(part.tokens.begin(), part.tokens.end(),
                                     [](const NameToken& token) { return !token.light; });
  return part.tokens.size() >= 2 && (word.size() > kMaxBeginning || content >= 2);
}

}  // namespace

bool abbreviates(std::string_view word, const NamePart& part) {
  return may_be_abbreviation(word) && takes_two_words(word, part) &&
         part.tokens.size() <= kMostSpeltOut && spells(word, part, part.tokens.size());
}

NameReader::NameReader(const Stemming& stemming, const std::vector<std::string>& light)
    : stemmer_(stemming) {
  for (const auto& words : light) {
    for (auto& word : split_words(words)) light_.push_back(std::move(word.text));
  }
  std::sort(light_.begin(), light_.end());
}

bool NameReader::is_light(std::string_view word) const {
  return word.size() == 1 || stemmer_.stemming().is_light_word(word) ||
         std::binary_search(light_.begin(), light_.end(), word);
}

void NameReader::add_token(NamePart& part, std::string_view word) const {
  NameToken token;
  token.stem = hash_of(stemmer_.stem(word));
  token.begin = static_cast<std::uint16_t>(part.letters.size());
  token.size = static_cast<std::uint16_t>(word.size());
  token.light = is_light(word);
  part.letters += word;
  part.tokens.push_back(token);
}

void NameReader::finish(NamePart& part) const {
  for (const auto& token : part.tokens) {
    if (!token.light) part.content += part.word(token);
  }
  if (!part.content.empty()) return;
  part.content = part.letters;
  for (auto& token : part.tokens) token.light = false;
}

NamePart NameReader::part(std::string_view text) const {
  NamePart part;
  const auto words = split_words(text, kMaxTokens);
  for (const auto& word : words) {
    if (!stemmer_.stemming().is_stop_word(word.text)) add_token(part, word.text);
  }
  if (part.tokens.empty()) {  // a name of stop words alone is still a name
    for (const auto& word : words) add_token(part, word.text);
  }
  finish(part);
  return part;
}

void NameReader::add_bracketed(std::string_view name, ComparableName& comparable) const {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return;
  const std::size_t close = std::min(name.find(')', open), name.size());
  NamePart before = part(name.substr(0, open));
  NamePart within = part(name.substr(open + 1, close - open - 1));
  if (before.tokens.empty() || within.tokens.empty()) return;
  // Brackets also hold remarks ("(tahap II)"): they count when one of the two is
  // short for the other, or a single word that the other, longer one explains.
  const bool explains = (before.is_one_word() && within.tokens.size() >= 3) ||
                        (within.is_one_word() && abbreviates(within.letters, before));
  if (!explains && !(before.is_one_word() && abbreviates(before.letters, within))) return;
  comparable.parts.push_back(std::move(before));
  comparable.parts.push_back(std::move(within));
}

void NameReader::add_spelt_out(std::string_view summary, ComparableName& comparable) const {
  const NamePart& whole = comparable.parts.front();
  if (!whole.is_one_word() || !may_be_abbreviation(whole.letters)) return;
  const NamePart begin = part(cut(summary, kMaxNameBytes));
  for (std::size_t count = std::min(kMostSpeltOut, begin.tokens.size()); count >= 3; --count) {
    if (begin.tokens[count - 1].light || !spells(whole.letters, begin, count)) continue;
    NamePart spelt;
    for (std::size_t i = 0; i < count; ++i) add_token(spelt, begin.word(begin.tokens[i]));
    finish(spelt);
    comparable.parts.push_back(std::move(spelt));
    return;
  }
}

ComparableName NameReader::read(std::string_view name, std::string_view summary) const {
  const std::string_view bounded = cut(name, kMaxNameBytes);
  ComparableName comparable;
  NamePart whole = part(bounded);
  if (whole.tokens.empty()) return comparable;
  comparable.parts.push_back(std::move(whole));
  add_bracketed(bounded, comparable);
  if (comparable.parts.size() == 1) add_spelt_out(summary, comparable);
  return comparable;
}

std::vector<std::uint32_t> NameReader::stems(std::string_view text, std::size_t limit) const {
  std::vector<std::uint32_t> stems;
  for (const auto& word : split_words(text, 8 * limit)) {
    if (stemmer_.stemming().is_stop_word(word.text) || is_light(word.text)) continue;
    const std::uint32_t stem = hash_of(stemmer_.stem(word.text));
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
    if (stems.size() == limit) break;
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

}  // namespace pilah::text
