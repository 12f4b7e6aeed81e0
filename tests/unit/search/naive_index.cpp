#include "naive_index.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>

#include "pilah/search/indexed_innovation.hpp"
#include "pilah/search/query_words.hpp"
#include "pilah/text/fold.hpp"
#include "pilah/text/similarity.hpp"
#include "pilah/text/stemmer.hpp"
#include "pilah/text/utf8.hpp"
#include "pilah/text/words.hpp"
#include "small_index.hpp"

namespace pilah::tests {

using namespace search;
using catalogue::Innovation;

namespace {

const std::string& stem_of(const std::string& word) {
  static const text::Stemmer stemmer(stemming());
  static std::map<std::string, std::string> known;
  auto [entry, added] = known.emplace(word, "");
  if (added) entry->second = stemmer.stem(word);
  return entry->second;
}

bool begins(const std::string& word, const std::string& beginning) {
  return word.compare(0, beginning.size(), beginning) == 0;
}

}  // namespace

void NaiveIndex::put(const Innovation& innovation, std::int64_t revision) {
  Entry entry{innovation, revision, {}};
  for (std::size_t level = 0; level < kTextLevels; ++level) {
    auto& words = entry.words.emplace_back();
    for (const auto text : texts_of(innovation, static_cast<TextLevel>(level))) {
      for (const auto& word : text::split_words(text)) {
        if (!stemming().is_stop_word(word.text)) words.emplace(text::cut(word.text, kLongestWord));
      }
    }
  }
  entries_[innovation.id] = std::move(entry);
}

int NaiveIndex::weight(const Entry& entry, const Wanted& wanted) {
  int best = 0;
  for (std::size_t level = 0; level < entry.words.size(); ++level) {
    for (const auto& word : entry.words[level]) {
      const int weight = kLevelWeights[level];
      if (stem_of(word) == wanted.stem) best = std::max(best, 2 * weight);
      if (wanted.unfinished && begins(word, wanted.word)) best = std::max(best, weight);
    }
  }
  return best;
}

bool NaiveIndex::fulfils(const Entry& entry, const Condition& condition) {
  const auto values = values_of(entry.innovation, condition.facet, taxonomy());
  const bool has = std::any_of(values.begin(), values.end(), [&](const auto& value) {
    return std::find(condition.values.begin(), condition.values.end(), value) !=
           condition.values.end();
  });
  return has != condition.except;
}

std::vector<const NaiveIndex::Entry*> NaiveIndex::visible(const Visibility& visibility) const {
  std::vector<const Entry*> seen;
  for (const auto& [id, entry] : entries_) {
    if (is_visible(entry.innovation, visibility)) seen.push_back(&entry);
  }
  return seen;
}

std::optional<std::string> NaiveIndex::nearest(const Wanted& wanted,
                                               const std::vector<const Entry*>& visible) {
  const std::string& word = wanted.word;
  const bool has_digit =
      std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  if (word.size() < 5 || has_digit) return std::nullopt;
  std::set<std::string> all;
  for (const auto* entry : visible) {
    for (const auto& level : entry->words) all.insert(level.begin(), level.end());
  }
  // By edits, then by how many have it (the most first), then by letters.
  std::optional<std::tuple<std::size_t, std::int64_t, std::string>> best;
  for (const auto& each : all) {
    const std::size_t most = word.size() < 9 ? 1 : 2;
    const std::size_t edits = text::edits(word, each, most);
    if (edits > most || each.front() != word.front()) continue;
    const Wanted read{each, stem_of(each), false};
    const auto count = std::count_if(visible.begin(), visible.end(),
                                     [&](const auto* entry) { return weight(*entry, read) > 0; });
    const std::tuple candidate(edits, -static_cast<std::int64_t>(count), each);
    if (!best || candidate < *best) best = candidate;
  }
  if (!best) return std::nullopt;
  return std::get<2>(*best);
}

Answer NaiveIndex::search(const Query& query, const std::optional<Place>& after) const {
  Answer answer;
  const auto seen = visible(query.scopes.front().visibility);
  std::vector<Wanted> words;
  for (const auto& word : query_words(query.text, stemming())) {
    Wanted wanted{word.word, word.stem, word.unfinished};
    const bool known = std::any_of(seen.begin(), seen.end(),
                                   [&](const auto* entry) { return weight(*entry, wanted) > 0; });
    const auto meant =
        known || answer.corrections.size() == 3 ? std::nullopt : nearest(wanted, seen);
    if (meant) {
      answer.corrections.push_back({wanted.word, *meant});
      wanted = {*meant, stem_of(*meant), false};
    }
    words.push_back(wanted);
    if (!known && !meant) break;  // nothing has all words
  }

  struct Found {
    const Entry* entry;
    Place place;
  };
  std::vector<Found> found;
  std::map<Facet, std::map<std::string, std::size_t>> counts;
  for (const auto* entry : seen) {
    std::int64_t score = 0;
    bool has_all = true;
    for (const auto& word : words) {
      const int weighs = weight(*entry, word);
      has_all = has_all && weighs > 0;
      // What the least weight is, all have.
      score += weighs - kLevelWeights.back() * (word.unfinished ? 1 : 2);
    }
    if (!has_all) continue;
    if (query.among) {
      const auto& ids = query.among->ids;
      const bool named = std::find(ids.begin(), ids.end(), entry->innovation.id) != ids.end();
      if (named == query.among->except) continue;
    }
    for (const Facet facet : query.facets) {
      const bool counted =
          std::all_of(query.conditions.begin(), query.conditions.end(), [&](const auto& condition) {
            return condition.facet == facet || fulfils(*entry, condition);
          });
      if (!counted) continue;
      for (const auto& value : values_of(entry->innovation, facet, taxonomy())) {
        ++counts[facet][value];
      }
    }
    if (!std::all_of(query.conditions.begin(), query.conditions.end(),
                     [&](const auto& condition) { return fulfils(*entry, condition); })) {
      continue;
    }
    Place place;
    place.id = entry->innovation.id;
    switch (query.sort) {
      case Sort::kName:
        place.name_key = text::fold(entry->innovation.name).substr(0, 120);
        break;
      case Sort::kRelevance:
        place.number = score;
        break;
      case Sort::kChanged:
        place.number = entry->revision;
        break;
      case Sort::kBudget:
        place.number = number_of(entry->innovation, 0, Number::kBudget);
        break;
      case Sort::kApplied:
        place.number = number_of(entry->innovation, 0, Number::kApplied);
        break;
    }
    found.push_back({entry, place});
  }
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return comes_before(a.place, b.place, query.sort);
  });
  answer.total = found.size();
  for (const auto& each : found) {
    if (after && !comes_before(*after, each.place, query.sort)) continue;
    if (answer.hits.size() == query.limit) {
      if (query.limit > 0) answer.next = answer.hits.back().id.text();
      break;
    }
    answer.hits.push_back({each.entry->innovation.region, each.place.id});
  }
  for (const Facet facet : query.facets) {
    FacetCounts counted{facet, {}};
    for (const auto& [value, count] : counts[facet]) counted.values.push_back({value, count});
    std::stable_sort(counted.values.begin(), counted.values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    answer.facets.push_back(std::move(counted));
  }
  return answer;
}

}  // namespace pilah::tests
