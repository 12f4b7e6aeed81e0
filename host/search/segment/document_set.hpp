// A set of the documents of one segment: a bit for each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pilah::search {

/// A document's number within its segment.
using Document = std::uint16_t;
/// So that every number of a document, and one more, has sixteen bits.
inline constexpr std::size_t kMostDocuments = 65'535;

/// A value. Sets that are combined must be of the same segment.
class DocumentSet {
 public:
  /// None of `size` documents.
  explicit DocumentSet(std::size_t size) : size_(size), words_((size + 63) / 64) {}
  static DocumentSet all(std::size_t size);

  std::size_t size() const { return size_; }
  void add(std::size_t document) { words_[document / 64] |= bit(document); }
  void remove(std::size_t document) { words_[document / 64] &= ~bit(document); }
  bool has(std::size_t document) const { return (words_[document / 64] & bit(document)) != 0; }

  void unite(const DocumentSet& other);
  void intersect(const DocumentSet& other);
  void subtract(const DocumentSet& other);

  bool empty() const;
  std::size_t count() const;
  std::size_t count_common(const DocumentSet& other) const;

  /// Calls `take` with each document, in ascending order.
  template <class Take>
  void each(Take take) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        take(static_cast<Document>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

  /// Documents 64 i to 64 i + 63 are the bits of word i, from the lowest.
  std::span<const std::uint64_t> words() const { return words_; }
  std::span<std::uint64_t> words() { return words_; }

 private:
  static std::uint64_t bit(std::size_t document) { return std::uint64_t{1} << (document % 64); }

  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

/// How many bits both have; `first` points at as many words, aligned or not.
std::size_t count_common_bits(const void* first, std::span<const std::uint64_t> second);

}  // namespace pilah::search
