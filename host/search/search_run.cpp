#include "pilah/search/search_run.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "pilah/search/seen.hpp"
#include "pilah/search/spelling.hpp"
#include "pilah/text/stemmer.hpp"

namespace pilah::search {
namespace {

/// Of words equally near to a misspelt one, so many are compared by how many have them.
constexpr std::size_t kMostNearWords = 32;
/// More misspelt words in one text are left as they are.
constexpr std::size_t kMostCorrections = 3;

void restrict(DocumentSet& documents, const Segment& segment, const Among& among) {
  DocumentSet named(segment.size());
  for (const auto& id : among.ids) {
    if (const auto document = segment.find(id)) named.add(*document);
  }
  if (among.except) {
    documents.subtract(named);
  } else {
    documents.intersect(named);
  }
}

}  // namespace

SearchRun::SearchRun(const Query& query,
                     const std::vector<std::shared_ptr<const Snapshot>>& snapshots,
                     const text::Stemming& stemming)
    : query_(query), stemming_(stemming), words_(query_words(query.text, stemming)) {
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const Scope& scope = query.scopes[i];
    for (const auto& live : snapshots[i]->segments) {
      auto visible = seen(live, scope.visibility);
      const std::size_t size = live.segment->size();
      views_.push_back({&scope,
                        live.segment.get(),
                        std::move(visible),
                        {},
                        {},
                        DocumentSet(size),
                        Scores(size)});
    }
  }
}

Answer SearchRun::run() {
  look_up_words();
  fulfil_conditions();
  Answer answer;
  for (const auto& view : views_) answer.total += view.hits.count();
  for (const Facet facet : query_.facets) answer.facets.push_back(count(facet));
  if (query_.limit > 0 && answer.total > 0) {
    if (query_.sort == Sort::kRelevance) add_scores();
    add_page(answer);
  }
  answer.corrections = std::move(corrections_);
  return answer;
}

std::size_t SearchRun::count_visible(const QueryWord& word) const {
  std::size_t count = 0;
  for (const auto& view : views_) {
    count += WordHits(*view.segment, word).any().count_common(view.seen);
  }
  return count;
}

bool SearchRun::is_visible_word(const std::string& word) const {
  return std::any_of(views_.begin(), views_.end(), [&word](const View& view) {
    const KeyedLists& words = view.segment->words;
    const auto place = words.keys().find(word);
    std::size_t count = 0;
    if (place) {
      words.each_list(*place, [&](std::size_t, const DocumentList& list) {
        count += list.count_in(view.seen);
      });
    }
    return count > 0;
  });
}

bool SearchRun::correct(QueryWord& word) {
  std::vector<const Segment*> segments;
  for (const auto& view : views_) segments.push_back(view.segment);
  auto near = near_words(word.word, segments);
  if (near.size() > kMostNearWords) near.resize(kMostNearWords);
  const text::Stemmer stemmer(stemming_);
  std::optional<QueryWord> best;
  std::size_t best_edits = 0;
  std::size_t most = 0;
  for (const auto& candidate : near) {
    if (best && candidate.edits > best_edits) break;
    // What this reader may not see does not show in how words are spelt.
    if (!is_visible_word(candidate.word)) continue;
    QueryWord other = whole_word(candidate.word, stemmer);
    const std::size_t count = count_visible(other);
    if (count <= most) continue;
    most = count;
    best_edits = candidate.edits;
    best = std::move(other);
  }
  if (!best) return false;
  corrections_.push_back({word.word, best->word});
  word = *std::move(best);
  return true;
}

bool SearchRun::look_up(const QueryWord& word) {
  bool found = false;
  for (auto& view : views_) {
    view.words.emplace_back(*view.segment, word);
    found = found || view.words.back().any().count_common(view.seen) > 0;
  }
  return found;
}

void SearchRun::look_up_words() {
  for (auto& word : words_) {
    if (look_up(word)) continue;
    if (corrections_.size() == kMostCorrections || !correct(word)) break;  // nothing has all words
    for (auto& view : views_) view.words.pop_back();
    look_up(word);
  }
  for (auto& view : views_) {
    for (const auto& word : view.words) view.seen.intersect(word.any());
  }
}

void SearchRun::fulfil_conditions() {
  for (auto& view : views_) {
    if (query_.among) restrict(view.seen, *view.segment, *query_.among);
    view.hits = view.seen;
    for (const auto& condition : query_.conditions) {
      auto fulfilling = having(*view.segment, condition.facet, condition.values);
      if (condition.except) {
        auto others = DocumentSet::all(view.segment->size());
        others.subtract(fulfilling);
        fulfilling = std::move(others);
      }
      view.hits.intersect(fulfilling);
      view.conditions.push_back(std::move(fulfilling));
    }
  }
}

FacetCounts SearchRun::count(Facet facet) const {
  const auto is_on_facet = [facet](const Condition& condition) { return condition.facet == facet; };
  const bool conditioned =
      std::any_of(query_.conditions.begin(), query_.conditions.end(), is_on_facet);
  std::unordered_map<std::string, std::size_t> counts;
  for (const auto& view : views_) {
    if (view.seen.empty()) continue;
    std::optional<DocumentSet> others;  // what the conditions on other facets leave
    if (conditioned) others = view.seen;
    for (std::size_t i = 0; conditioned && i < query_.conditions.size(); ++i) {
      if (!is_on_facet(query_.conditions[i])) others->intersect(view.conditions[i]);
    }
    const DocumentSet& counted = others ? *others : view.hits;
    const KeyedLists& lists = view.segment->facet(facet);
    for (SortedStrings::Cursor value(lists.keys()); !value.at_end(); value.next()) {
      lists.each_list(value.place(), [&](std::size_t, const DocumentList& list) {
        const std::size_t count = list.count_in(counted);
        if (count > 0) counts[std::string(value.text())] += count;
      });
    }
  }
  FacetCounts counted{facet, {}};
  for (auto& [value, count] : counts) counted.values.push_back({value, count});
  std::sort(counted.values.begin(), counted.values.end(), [](const auto& a, const auto& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return counted;
}

void SearchRun::add_scores() {
  for (auto& view : views_) {
    for (const auto& word : view.words) word.add_to(view.scores, view.hits);
  }
}

void SearchRun::add_page(Answer& answer) {
  /// The best of a segment that are left, the next one's place read.
  struct Row {
    const Scope* scope;
    SegmentOrder order;
    std::vector<Document> documents;
    std::size_t at;
    Place place;
  };
  std::optional<Place> after;
  if (!query_.after.empty()) after = read_place(query_.after, query_.sort);
  std::vector<Row> rows;
  for (const auto& view : views_) {
    SegmentOrder order(*view.segment, query_.sort, view.scores);
    auto documents = order.first(view.hits, after, query_.limit + 1);
    if (documents.empty()) continue;
    auto place = order.place_of(documents.front());
    rows.push_back({view.scope, order, std::move(documents), 0, std::move(place)});
  }
  Place last;
  while (!rows.empty()) {
    const auto next = std::min_element(
        rows.begin(), rows.end(),
        [this](const Row& a, const Row& b) { return comes_before(a.place, b.place, query_.sort); });
    if (answer.hits.size() == query_.limit) {
      answer.next = written(last, query_.sort);
      return;
    }
    last = std::move(next->place);
    answer.hits.push_back({next->scope->region, last.id});
    if (++next->at == next->documents.size()) {
      rows.erase(next);
    } else {
      next->place = next->order.place_of(next->documents[next->at]);
    }
  }
}

}  // namespace pilah::search
