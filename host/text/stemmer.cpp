#include "pilah/text/stemmer.hpp"

#include <algorithm>
#include <stdexcept>

#include <libstemmer.h>

#include "pilah/text/stemming.hpp"

namespace pilah::text {
namespace {

constexpr std::size_t kShortestAffixed = 4;
constexpr std::size_t kLongestAffixed = 64;

bool may_have_affixes(std::string_view word) {
  return word.size() >= kShortestAffixed && word.size() <= kLongestAffixed &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void Stemmer::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(const Stemming& stemming)
    : stemming_(stemming), stemmer_(sb_stemmer_new("indonesian", "UTF_8")) {
  if (!stemmer_) throw std::runtime_error("libstemmer has no stemmer for Indonesian");
}

std::string Stemmer::stem(std::string_view word) const {
  if (const std::string* known = stemming_.exception(word)) return *known;
  if (!may_have_affixes(word)) return std::string(word);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return std::string(reinterpret_cast<const char*>(stem),
                     static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
}

}  // namespace pilah::text
