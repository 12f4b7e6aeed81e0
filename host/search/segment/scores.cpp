#include "pilah/search/segment/scores.hpp"

#include <algorithm>

namespace pilah::search {

void Scores::add(const DocumentSet& documents, std::uint32_t weight) {
  for (std::size_t low = 0; weight >> low != 0; ++low) {
    if ((weight >> low & 1U) == 0) continue;
    DocumentSet carry = documents;
    for (std::size_t bit = low; !carry.empty(); ++bit) {
      while (bit >= bits_.size()) bits_.emplace_back(size_);
      const auto sum = bits_[bit].words();
      const auto carried = carry.words();
      for (std::size_t i = 0; i < sum.size(); ++i) {
        const std::uint64_t both = sum[i] & carried[i];
        sum[i] ^= carried[i];
        carried[i] = both;
      }
    }
  }
}

std::uint32_t Scores::of(Document document) const {
  std::uint32_t score = 0;
  for (std::size_t bit = 0; bit < bits_.size(); ++bit) {
    score |= (bits_[bit].has(document) ? 1U : 0U) << bit;
  }
  return score;
}

DocumentSet Scores::behind(const DocumentSet& documents, std::uint32_t score,
                           std::int64_t number) const {
  if (score >> bits_.size() != 0) return documents;
  DocumentSet less(size_);
  DocumentSet equal = documents;
  for (std::size_t bit = bits_.size(); bit-- > 0;) {
    if ((score >> bit & 1U) == 0) {
      equal.subtract(bits_[bit]);
      continue;
    }
    DocumentSet below = equal;
    below.subtract(bits_[bit]);
    less.unite(below);
    equal.intersect(bits_[bit]);
  }
  equal.each([&](Document document) {
    if (document > number) less.add(document);
  });
  return less;
}

std::vector<Document> Scores::first(const DocumentSet& documents, std::size_t count) const {
  DocumentSet best(size_);
  DocumentSet left = documents;
  std::size_t wanted = count;
  for (std::size_t bit = bits_.size(); bit-- > 0;) {
    DocumentSet greater = left;
    greater.intersect(bits_[bit]);
    const std::size_t found = greater.count();
    if (found >= wanted) {
      left = std::move(greater);
    } else {
      wanted -= found;
      left.subtract(greater);
      best.unite(greater);
    }
  }
  std::vector<Document> first;
  best.each([&first](Document document) { first.push_back(document); });
  // What is left has one score: those with the least numbers.
  const auto words = left.words();
  for (std::size_t i = 0; i < words.size() && wanted > 0; ++i) {
    for (std::uint64_t word = words[i]; word != 0 && wanted > 0; word &= word - 1, --wanted) {
      first.push_back(
          static_cast<Document>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
    }
  }
  std::sort(first.begin(), first.end(), [this](Document a, Document b) {
    const std::uint32_t score = of(a);
    const std::uint32_t other = of(b);
    return score != other ? score > other : a < b;
  });
  return first;
}

}  // namespace pilah::search
