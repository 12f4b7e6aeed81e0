// What is known of Indonesian words beside the stemmer's rules
// (registry-data/stemming.json): words that say nothing, words that say little
// in a name, and words that the rules would stem wrongly.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pilah::text {

/// Immutable once read; any thread may use it.
class Stemming {
 public:
  /// Reads stemming.json: {"stop_words": [...], "light_words": [...],
  /// "exceptions": {"stem": ["word", ...]}}. Throws std::invalid_argument on
  /// another shape, or a word with two stems.
  static Stemming read(std::string_view json);

  /// Whether the folded word says nothing ("dan", "yang").
  bool is_stop_word(std::string_view word) const;
  /// Whether the folded word says little in a name ("aplikasi", "sistem").
  bool is_light_word(std::string_view word) const;
  /// The stem of a word that the rules would stem wrongly; null for others.
  const std::string* exception(std::string_view word) const;

 private:
  std::set<std::string, std::less<>> stop_words_;
  std::set<std::string, std::less<>> light_words_;
  std::unordered_map<std::string, std::string> exceptions_;
};

}  // namespace pilah::text
