#include "pilah/search/query_words.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/search/indexed_innovation.hpp"
#include "pilah/search/query.hpp"
#include "pilah/text/utf8.hpp"
#include "pilah/text/words.hpp"

namespace pilah::search {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

void require_bounds(std::string_view text, std::size_t words) {
  if (text.size() > kLongestText) {
    throw Refusal(RefusalKind::kInvalid, Message{"search.text_too_long",
                                                 {{"found", std::to_string(text.size())},
                                                  {"largest", std::to_string(kLongestText)}},
                                                 "/q"});
  }
  if (words > kMostQueryWords) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"search.too_many_words", {{"largest", std::to_string(kMostQueryWords)}}, "/q"});
  }
}

}  // namespace

QueryWord whole_word(std::string word, const text::Stemmer& stemmer) {
  std::string stem = stemmer.stem(word);
  const bool stem_is_word = stemmer.stem(stem) == stem;
  return {std::move(word), std::move(stem), stem_is_word, false};
}

std::vector<QueryWord> query_words(std::string_view text, const text::Stemming& stemming) {
  require_bounds(text, 0);
  auto words = text::split_words(text);
  if (words.empty()) return {};
  const bool unfinished = words.back().end == text.size();
  if (words.size() == 1 && unfinished && stemming.is_stop_word(words.front().text)) {
    return {{words.front().text, "", false, true}};  // "di", on the way to "dinas"
  }
  std::erase_if(words, [&](const auto& word) { return stemming.is_stop_word(word.text); });
  require_bounds(text, words.size());

  const text::Stemmer stemmer(stemming);
  std::vector<QueryWord> wanted;
  for (auto& word : words) {
    word.text.resize(text::cut(word.text, kLongestWord).size());
    auto next = whole_word(word.text, stemmer);
    next.unfinished = unfinished && &word == &words.back() && word.end == text.size();
    const auto same = std::find_if(wanted.begin(), wanted.end(),
                                   [&](const auto& each) { return each.stem == next.stem; });
    // A word that is required as a whole is not required again as a beginning.
    if (same == wanted.end()) wanted.push_back(std::move(next));
  }
  return wanted;
}

}  // namespace pilah::search
