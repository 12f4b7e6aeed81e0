// Lists of a segment's documents, written into bytes.
//
// A list begins with its length and its form (a number of seven bits a byte,
// low ones first: length x 4 + form), then, by its form:
//   array   two bytes a document, the lower first
//   coded   Elias and Fano: of each document its `low` lowest bits in a row,
//           then for each a one behind as many zeros as its upper part is
//           greater than the one's before; `low` = floor(log2(size / length))
//   bits    a bit for each document of the segment, in words of 64
// Coded lists come within half a bit a document of the least there can be, and
// are read at two nanoseconds a document.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "pilah/search/segment/document_set.hpp"

namespace pilah::search {

/// What a list is written for.
enum class ListUse {
  kRead,     ///< few bytes: coded, unless bits are as short
  kCounted,  ///< counted against sets all the time: array or bits
};

/// Appends the list. `documents` ascend, are not none and of a segment of `size`.
void write_list(std::span<const Document> documents, std::size_t size, ListUse use,
                std::vector<std::uint8_t>& bytes);

/// Behind the last list there must be so many bytes more: lists are read by words.
inline constexpr std::size_t kListPadding = 16;

/// A list that was written. Refers to its bytes.
class DocumentList {
 public:
  DocumentList(const std::uint8_t* bytes, std::size_t segment_size);

  std::size_t length() const { return length_; }
  const std::uint8_t* end() const;

  /// Calls `take` with each document, in ascending order.
  template <class Take>
  void each(Take take) const;
  void add_to(DocumentSet& set) const;
  std::size_t count_in(const DocumentSet& set) const;

 private:
  enum class Form : std::uint8_t { kArray, kCoded, kBits };
  friend void write_list(std::span<const Document>, std::size_t, ListUse,
                         std::vector<std::uint8_t>&);

  static_assert(std::endian::native == std::endian::little, "words are read as they lie");
  static std::uint64_t word_at(const std::uint8_t* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    return word;
  }
  static unsigned low_bits(std::size_t segment_size, std::size_t length) {
    return static_cast<unsigned>(std::bit_width(segment_size / length)) - 1;
  }
  std::size_t word_count() const { return (segment_size_ + 63) / 64; }
  const std::uint8_t* upper_part() const { return bytes_ + (length_ * low_ + 7) / 8; }
  template <class Take>
  void each_coded(Take take) const;

  const std::uint8_t* bytes_;  // behind the head
  std::size_t segment_size_;
  std::size_t length_ = 0;
  unsigned low_ = 0;
  Form form_ = Form::kArray;
};

template <class Take>
void DocumentList::each_coded(Take take) const {
  const std::uint64_t mask = (std::uint64_t{1} << low_) - 1;
  const std::uint8_t* upper = upper_part();
  std::size_t place = 0;  // in the upper part, of the word's lowest bit
  std::size_t low_place = 0;
  for (std::size_t i = 0; i < length_; place += 64, upper += 8) {
    for (std::uint64_t word = word_at(upper); word != 0 && i < length_; word &= word - 1, ++i) {
      const std::size_t high = place + static_cast<std::size_t>(std::countr_zero(word)) - i;
      const std::uint64_t low = word_at(bytes_ + low_place / 8) >> (low_place % 8) & mask;
      low_place += low_;
      take(static_cast<Document>(high << low_ | low));
    }
  }
}

template <class Take>
void DocumentList::each(Take take) const {
  switch (form_) {
    case Form::kArray:
      for (std::size_t i = 0; i < length_; ++i) {
        take(static_cast<Document>(bytes_[2 * i] | bytes_[2 * i + 1] << 8));
      }
      return;
    case Form::kCoded:
      return each_coded(take);
    case Form::kBits:
      for (std::size_t i = 0; i < word_count(); ++i) {
        for (std::uint64_t word = word_at(bytes_ + 8 * i); word != 0; word &= word - 1) {
          take(static_cast<Document>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
        }
      }
  }
}

}  // namespace pilah::search
