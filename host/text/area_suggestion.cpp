#include "pilah/text/area_suggestion.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/stemmed_text.hpp"
#include "pilah/text/utf8.hpp"

namespace pilah::text {
namespace {

constexpr std::int64_t kUnit = 64;  // of a score: weights are halved up to six times
constexpr std::int64_t kHighestScore = 1'000'000;
constexpr unsigned kMostHalvings = 6;
constexpr std::size_t kFirstWords = 60;
constexpr std::size_t kEarlyWords = 200;
constexpr std::size_t kMostWordsShown = 8;
constexpr std::size_t kLongestShown = 80;  // bytes

/// The bytes of the text with every run of blanks and line breaks as one blank.
std::string as_it_stands(std::string_view text) {
  std::string shown;
  for (const char c : cut(text, kLongestShown)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank) {
      shown += c;
    } else if (!shown.empty() && shown.back() != ' ') {
      shown += ' ';
    }
  }
  return shown;
}

struct Evidence {
  std::string words;
  std::int64_t score = 0;
};

/// Collects what speaks for each area, field by field.
class Tally {
 public:
  explicit Tally(const AreaLexicon& lexicon)
      : lexicon_(lexicon),
        stemmer_(lexicon.stemming()),
        scores_(lexicon.areas().size()),
        evidence_(lexicon.areas().size()) {}

  void read(TextField field, std::string_view text) {
    const StemmedText row = stemmed(stemmer_, text);
    for (std::size_t at = 0; at < row.stems.size();) {
      const auto match = lexicon_.phrases(field).longest(row.stems, at);
      if (!match) {
        ++at;
        continue;
      }
      const std::size_t last = at + match->size - 1;
      const std::string_view words = text.substr(row.begins[at], row.ends[last] - row.begins[at]);
      count(field, match->phrase, at, words);
      at = last + 1;
    }
  }

  std::int64_t score(std::size_t area) const { return std::min(scores_[area], kHighestScore); }

  std::vector<std::string> words(std::size_t area) const {
    std::vector<Evidence> strongest = evidence_[area];
    std::stable_sort(strongest.begin(), strongest.end(),
                     [](const Evidence& a, const Evidence& b) { return a.score > b.score; });
    if (strongest.size() > kMostWordsShown) strongest.resize(kMostWordsShown);
    std::vector<std::string> words;
    words.reserve(strongest.size());
    for (auto& evidence : strongest) words.push_back(std::move(evidence.words));
    return words;
  }

 private:
  void count(TextField field, PhraseTable::PhraseId phrase, std::size_t at,
             std::string_view words) {
    const auto& meanings = lexicon_.meanings(field, phrase);
    if (meanings.empty()) return;
    const bool prior = field == TextField::kOwner || field == TextField::kAffairs;
    unsigned halvings = at < kFirstWords ? 0 : at < kEarlyWords ? 1 : 2;
    if (!prior) halvings += seen_[phrase]++;
    if (halvings > kMostHalvings) return;
    for (const auto& meaning : meanings) {
      const std::int64_t score =
          (meaning.weight * lexicon_.field_weight(field) * kUnit) >> halvings;
      scores_[meaning.area] += score;
      if (score > 0) show(meaning.area, words, score);
    }
  }

  void show(std::size_t area, std::string_view words, std::int64_t score) {
    std::string shown = as_it_stands(words);
    for (auto& evidence : evidence_[area]) {
      if (evidence.words != shown) continue;
      evidence.score += score;
      return;
    }
    evidence_[area].push_back({std::move(shown), score});
  }

  const AreaLexicon& lexicon_;
  Stemmer stemmer_;
  std::unordered_map<PhraseTable::PhraseId, unsigned> seen_;
  std::vector<std::int64_t> scores_;
  std::vector<std::vector<Evidence>> evidence_;
};

}  // namespace

std::vector<AreaSuggestion> suggest(const AreaLexicon& lexicon, const EntryTexts& texts,
                                    std::size_t limit) {
  Tally tally(lexicon);
  tally.read(TextField::kName, texts.name);
  tally.read(TextField::kSummary, texts.summary);
  tally.read(TextField::kProblem, texts.problem);
  tally.read(TextField::kBenefit, texts.benefit);
  tally.read(TextField::kOwner, texts.owner);
  for (const auto& affair : texts.affairs) tally.read(TextField::kAffairs, affair);

  const std::size_t areas = lexicon.areas().size();
  std::vector<std::size_t> order(areas);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return tally.score(a) > tally.score(b); });

  const std::int64_t doubt = lexicon.doubt() * kUnit;
  std::int64_t squares = doubt * doubt;
  for (std::size_t area = 0; area < areas; ++area) squares += tally.score(area) * tally.score(area);

  std::vector<AreaSuggestion> suggestions;
  for (const std::size_t area : order) {
    const std::int64_t score = tally.score(area);
    if (score == 0 || suggestions.size() == limit) break;
    const catalogue::Millionths share{score * score / (squares / 1'000'000 + 1)};
    suggestions.push_back({lexicon.areas()[area].area, lexicon.areas()[area].dimension,
                           lexicon.confidence(share), tally.words(area)});
  }
  return suggestions;
}

}  // namespace pilah::text
