// One search for what is like a text: from snapshots of regions to hits.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "pilah/search/like.hpp"
#include "pilah/search/query_words.hpp"
#include "pilah/search/region_index.hpp"
#include "pilah/search/segment/scores.hpp"
#include "pilah/text/stemmer.hpp"

namespace pilah::search {

/// Refers to what it is made with; the snapshots are complete and one for each of
/// the query's scopes. For one thread, once.
class LikeRun {
 public:
  LikeRun(const LikeQuery& query, const std::vector<std::shared_ptr<const Snapshot>>& snapshots,
          const text::Stemming& stemming);

  std::vector<Hit> run();

 private:
  struct View {
    const Scope* scope;
    const Segment* segment;
    DocumentSet seen;
    DocumentSet any;  ///< that have a word
    Scores scores;
  };
  /// Where a word stands in one segment.
  struct Found {
    DocumentSet in_name;
    DocumentSet anywhere;
  };
  struct Candidate {
    const View* view;
    Document document;
    std::uint32_t score;
    std::int64_t likeness;  ///< of name and score, millionths
  };

  void add_name();
  void add_name_word(const std::string& word, bool last);
  void add_text();
  void add_equal_names(const std::string& folded);
  /// Adds what has the word; false when nothing that is seen has it.
  bool add_word(const QueryWord& word, bool of_name);
  void add_near(const std::string& word);
  void add_parts(const std::string& word);
  std::vector<Candidate> best() const;
  void weigh_names(std::vector<Candidate>& candidates) const;

  const LikeQuery& query_;
  const text::Stemmer stemmer_;
  std::vector<View> views_;
  std::size_t innovations_ = 0;
  std::set<std::string> stems_;  // looked up already
};

}  // namespace pilah::search
