// One search: from snapshots of regions to an answer.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "pilah/search/query.hpp"
#include "pilah/search/query_words.hpp"
#include "pilah/search/region_index.hpp"
#include "pilah/search/segment/segment_order.hpp"
#include "pilah/search/segment/word_hits.hpp"
#include "pilah/text/stemming.hpp"

namespace pilah::search {

/// Refers to what it is made with; the snapshots are complete and one for each
/// of the query's scopes. For one thread, once.
class SearchRun {
 public:
  SearchRun(const Query& query, const std::vector<std::shared_ptr<const Snapshot>>& snapshots,
            const text::Stemming& stemming);

  Answer run();

 private:
  /// A segment as the query sees it.
  struct View {
    const Scope* scope;
    const Segment* segment;
    DocumentSet seen;             ///< what is live and visible; then what has the words, too
    std::vector<WordHits> words;  ///< of words_, up to the first that nothing has
    std::vector<DocumentSet> conditions;  ///< what fulfils each of the query's
    DocumentSet hits;
    Scores scores;
  };

  void look_up_words();
  /// Whether anything that is seen has the word.
  bool look_up(const QueryWord& word);
  /// Reads it as another that something has; false when there is none near.
  bool correct(QueryWord& word);
  std::size_t count_visible(const QueryWord& word) const;
  bool is_visible_word(const std::string& word) const;
  void fulfil_conditions();
  FacetCounts count(Facet facet) const;
  void add_scores();
  void add_page(Answer& answer);

  const Query& query_;
  const text::Stemming& stemming_;
  std::vector<QueryWord> words_;
  std::vector<Correction> corrections_;
  std::vector<View> views_;
};

}  // namespace pilah::search
