#include "pilah/search/spelling.hpp"

#include <algorithm>

#include "pilah/search/segment/word_hits.hpp"
#include "pilah/text/similarity.hpp"

namespace pilah::search {
namespace {

constexpr std::size_t kShortest = 5;
constexpr std::size_t kLong = 9;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<NearWord> near_words(std::string_view word,
                                 const std::vector<const Segment*>& segments) {
  if (word.size() < kShortest || has_digit(word)) return {};
  const std::size_t most = word.size() < kLong ? 1 : 2;
  std::vector<NearWord> near;
  for (const auto* segment : segments) {
    each_beginning(segment->words.keys(), word.substr(0, 1),
                   [&](std::string_view each, std::size_t) {
                     const std::size_t edits = text::edits(word, each, most);
                     if (edits <= most && edits > 0) near.push_back({edits, std::string(each)});
                   });
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

}  // namespace pilah::search
