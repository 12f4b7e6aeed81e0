// Many strings in ascending order, in few bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::search {

/// Each string is kept as what differs from the one before (front coding), in
/// blocks of sixteen. Compared as bytes. Immutable once built.
class SortedStrings {
 public:
  class Builder;
  class Cursor;

  std::size_t size() const { return size_; }
  std::string at(std::size_t place) const;
  /// At the first that is not less than `text`; at the end when there is none.
  Cursor seek(std::string_view text) const;
  std::optional<std::size_t> find(std::string_view text) const;
  /// Of memory.
  std::size_t bytes() const;

 private:
  static constexpr std::size_t kBlock = 16;

  std::string_view first_of_block(std::size_t block) const;

  std::size_t size_ = 0;
  std::vector<std::uint8_t> text_;
  std::vector<std::uint32_t> blocks_;  ///< where each begins in text_
};

/// Goes through the strings from one on. Refers to them.
class SortedStrings::Cursor {
 public:
  /// At `place`, which may be size().
  explicit Cursor(const SortedStrings& strings, std::size_t place = 0);

  bool at_end() const { return place_ == strings_->size_; }
  std::size_t place() const { return place_; }
  /// Dies with the next step.
  std::string_view text() const { return text_; }
  void next();

 private:
  void read();

  const SortedStrings* strings_;
  std::size_t place_ = 0;
  std::size_t offset_ = 0;  ///< behind the present string
  std::string text_;
};

class SortedStrings::Builder {
 public:
  static constexpr std::size_t kLongest = 255;

  /// Requires: greater than the one before, and not longer than kLongest.
  void add(std::string_view text);
  std::size_t size() const { return strings_.size_; }
  SortedStrings build() &&;

 private:
  SortedStrings strings_;
  std::string last_;
};

}  // namespace pilah::search
