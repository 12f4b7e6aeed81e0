#include "pilah/search/segment/sorted_strings.hpp"

#include <algorithm>

namespace pilah::search {

std::string_view SortedStrings::first_of_block(std::size_t block) const {
  const std::uint8_t* at = text_.data() + blocks_[block];
  return {reinterpret_cast<const char*>(at + 2), at[1]};  // nothing in common with the one before
}

std::string SortedStrings::at(std::size_t place) const {
  return std::string(Cursor(*this, place).text());
}

SortedStrings::Cursor SortedStrings::seek(std::string_view text) const {
  // The last block that begins with less than `text`: it holds the place, or ends before it.
  std::size_t low = 0;
  std::size_t high = blocks_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (first_of_block(middle) < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  Cursor cursor(*this, low == 0 ? 0 : (low - 1) * kBlock);
  while (!cursor.at_end() && cursor.text() < text) cursor.next();
  return cursor;
}

std::optional<std::size_t> SortedStrings::find(std::string_view text) const {
  const Cursor cursor = seek(text);
  if (cursor.at_end() || cursor.text() != text) return std::nullopt;
  return cursor.place();
}

std::size_t SortedStrings::bytes() const {
  return text_.capacity() + blocks_.capacity() * sizeof(std::uint32_t);
}

SortedStrings::Cursor::Cursor(const SortedStrings& strings, std::size_t place)
    : strings_(&strings), place_(place) {
  if (at_end()) return;
  place_ = place / kBlock * kBlock;
  offset_ = strings.blocks_[place / kBlock];
  read();
  while (place_ < place) next();
}

void SortedStrings::Cursor::next() {
  ++place_;
  if (!at_end()) read();
}

void SortedStrings::Cursor::read() {
  const std::uint8_t* at = strings_->text_.data() + offset_;
  text_.resize(at[0]);
  text_.append(reinterpret_cast<const char*>(at + 2), at[1]);
  offset_ += 2U + at[1];
}

void SortedStrings::Builder::add(std::string_view text) {
  std::size_t common = 0;
  if (strings_.size_ % kBlock == 0) {
    strings_.blocks_.push_back(static_cast<std::uint32_t>(strings_.text_.size()));
  } else {
    const auto end = std::mismatch(last_.begin(), last_.end(), text.begin(), text.end());
    common = static_cast<std::size_t>(end.first - last_.begin());
  }
  strings_.text_.push_back(static_cast<std::uint8_t>(common));
  strings_.text_.push_back(static_cast<std::uint8_t>(text.size() - common));
  strings_.text_.insert(strings_.text_.end(), text.begin() + static_cast<std::ptrdiff_t>(common),
                        text.end());
  last_ = text;
  ++strings_.size_;
}

SortedStrings SortedStrings::Builder::build() && {
  strings_.text_.shrink_to_fit();
  strings_.blocks_.shrink_to_fit();
  return std::move(strings_);
}

}  // namespace pilah::search
