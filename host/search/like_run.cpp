#include "pilah/search/like_run.hpp"

#include <algorithm>
#include <bit>
#include <optional>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/search/indexed_innovation.hpp"
#include "pilah/search/seen.hpp"
#include "pilah/search/segment/word_hits.hpp"
#include "pilah/search/spelling.hpp"
#include "pilah/text/fold.hpp"
#include "pilah/text/similarity.hpp"
#include "pilah/text/utf8.hpp"
#include "pilah/text/words.hpp"

namespace pilah::search {
namespace {

constexpr std::uint32_t kInNameToo = 2;    // a name's word in a name weighs thrice
constexpr std::uint32_t kEqualName = 500;  // more than all words together
constexpr std::size_t kOfEachSegment = 128;
constexpr std::size_t kNamesRead = 256;  // candidates whose names are compared
constexpr std::size_t kMostNear = 4;
constexpr std::size_t kMostForms = 200;  // words that begin like an unfinished one
constexpr std::size_t kShortestPart = 4;
constexpr std::size_t kLongestBeginning = 4;
constexpr std::int64_t kWhole = 1'000'000;

/// Calls `take(level, list)` for the word in each of its forms.
template <class Take>
void each_form(const Segment& segment, const QueryWord& word, Take take) {
  const KeyedLists& words = segment.words;
  if (word.unfinished) {
    std::size_t left = kMostForms;
    each_beginning(words.keys(), word.word, [&](std::string_view, std::size_t place) {
      if (left == 0) return;
      --left;
      words.each_list(place, take);
    });
    return;
  }
  if (word.stem_is_word) {
    if (const auto place = words.keys().find(word.stem)) words.each_list(*place, take);
  }
  if (const auto stem = segment.stems.stems().find(word.stem)) {
    for (const std::size_t place : segment.stems.forms(*stem)) words.each_list(place, take);
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : text::split_words(text)) {
    word.text.resize(text::cut(word.text, kLongestWord).size());
    words.push_back(std::move(word.text));
  }
  return words;
}

std::vector<std::uint32_t> letters_of(std::string folded) {
  std::erase(folded, ' ');
  return text::trigrams(folded);
}

}  // namespace

LikeRun::LikeRun(const LikeQuery& query,
                 const std::vector<std::shared_ptr<const Snapshot>>& snapshots,
                 const text::Stemming& stemming)
    : query_(query), stemmer_(stemming) {
  const std::string archived(catalogue::name_of(catalogue::Status::kArchived));
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const Scope& scope = query.scopes[i];
    for (const auto& live : snapshots[i]->segments) {
      auto visible = seen(live, scope.visibility);
      visible.subtract(having(*live.segment, Facet::kStatus, {archived}));
      const std::size_t size = live.segment->size();
      innovations_ += live.live_count;
      views_.push_back(
          {&scope, live.segment.get(), std::move(visible), DocumentSet(size), Scores(size)});
    }
  }
}

bool LikeRun::add_word(const QueryWord& word, bool of_name) {
  std::vector<Found> found;
  std::size_t count = 0;
  for (const auto& view : views_) {
    const std::size_t size = view.segment->size();
    Found here{DocumentSet(size), DocumentSet(size)};
    each_form(*view.segment, word, [&](std::size_t level, const DocumentList& list) {
      list.add_to(here.anywhere);
      const auto where = static_cast<TextLevel>(level);
      if (where == TextLevel::kName || where == TextLevel::kShortName) list.add_to(here.in_name);
    });
    here.anywhere.intersect(view.seen);
    here.in_name.intersect(view.seen);
    count += here.anywhere.count();
    found.push_back(std::move(here));
  }
  if (count == 0) return false;
  const auto weight = static_cast<std::uint32_t>(std::bit_width(innovations_ / count));
  for (std::size_t i = 0; i < views_.size(); ++i) {
    views_[i].any.unite(found[i].anywhere);
    views_[i].scores.add(found[i].anywhere, weight);
    if (of_name) views_[i].scores.add(found[i].in_name, weight * kInNameToo);
  }
  return true;
}

void LikeRun::add_near(const std::string& word) {
  std::vector<const Segment*> segments;
  for (const auto& view : views_) segments.push_back(view.segment);
  auto near = near_words(word, segments);
  if (near.size() > kMostNear) near.resize(kMostNear);
  for (auto& each : near) {
    const auto other = whole_word(std::move(each.word), stemmer_);
    if (stems_.insert(other.stem).second) add_word(other, true);
  }
}

/// "sipedas" may be written "si pedas" elsewhere.
void LikeRun::add_parts(const std::string& word) {
  for (std::size_t begin = 1; begin <= kLongestBeginning; ++begin) {
    if (word.size() < begin + kShortestPart) return;
    const auto rest = whole_word(word.substr(begin), stemmer_);
    if (stems_.insert(rest.stem).second) add_word(rest, true);
  }
}

void LikeRun::add_name() {
  const auto words = words_of(query_.name);
  const std::size_t count = std::min(words.size(), kMostNameWords);
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == words.size();
    // "si pedas" may be written "sipedas" elsewhere.
    if (!last) add_word(whole_word(words[i] + words[i + 1], stemmer_), true);
    if (!stemmer_.stemming().is_stop_word(words[i])) add_name_word(words[i], last);
  }
  add_equal_names(text::fold(query_.name));
}

void LikeRun::add_name_word(const std::string& text, bool last) {
  auto word = whole_word(text, stemmer_);
  if (!stems_.insert(word.stem).second || add_word(word, true)) return;
  word.unfinished = last;
  if (last && add_word(word, true)) return;
  add_near(text);
  add_parts(text);
}

void LikeRun::add_text() {
  std::size_t left = kMostTextWords;
  for (const auto& text : words_of(query_.text)) {
    if (left == 0) return;
    if (stemmer_.stemming().is_stop_word(text)) continue;
    const auto word = whole_word(text, stemmer_);
    if (!stems_.insert(word.stem).second) continue;
    --left;
    add_word(word, false);
  }
}

void LikeRun::add_equal_names(const std::string& folded) {
  if (folded.empty()) return;
  const std::string key = text::sort_key(folded);
  for (auto& view : views_) {
    const NameColumn& names = view.segment->names;
    const auto rank = names.keys().find(key);
    if (!rank) continue;
    const auto order = names.in_order();
    DocumentSet equal(view.segment->size());
    for (auto at = std::lower_bound(
             order.begin(), order.end(), *rank,
             [&](Document document, std::size_t wanted) { return names.rank(document) < wanted; });
         at != order.end() && names.rank(*at) == *rank; ++at) {
      equal.add(*at);
    }
    equal.intersect(view.seen);
    view.any.unite(equal);
    view.scores.add(equal, kEqualName);
  }
}

std::vector<LikeRun::Candidate> LikeRun::best() const {
  std::vector<Candidate> candidates;
  for (const auto& view : views_) {
    for (const Document document : view.scores.first(view.any, kOfEachSegment)) {
      candidates.push_back({&view, document, view.scores.of(document), 0});
    }
  }
  const auto better = [](const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.view->segment->ids[a.document] < b.view->segment->ids[b.document];
  };
  std::sort(candidates.begin(), candidates.end(), better);
  if (candidates.size() > kNamesRead) candidates.resize(kNamesRead);
  return candidates;
}

/// Half by how much is shared, half by how alike the names are written.
void LikeRun::weigh_names(std::vector<Candidate>& candidates) const {
  if (candidates.empty() || query_.name.empty()) return;
  const std::int64_t most = candidates.front().score;
  const auto wanted = letters_of(text::sort_key(text::fold(query_.name)));
  for (auto& candidate : candidates) {
    const NameColumn& names = candidate.view->segment->names;
    const auto letters = letters_of(names.keys().at(names.rank(candidate.document)));
    candidate.likeness = candidate.score * kWhole / most + text::dice(wanted, letters);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
}

std::vector<Hit> LikeRun::run() {
  add_name();
  add_text();
  auto candidates = best();
  weigh_names(candidates);
  if (candidates.size() > std::min(query_.limit, kMostLike)) {
    candidates.resize(std::min(query_.limit, kMostLike));
  }
  std::vector<Hit> hits;
  hits.reserve(candidates.size());
  for (const auto& [view, document, score, likeness] : candidates) {
    hits.push_back({view->scope->region, view->segment->ids[document]});
  }
  return hits;
}

}  // namespace pilah::search
