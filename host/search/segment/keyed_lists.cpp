#include "pilah/search/segment/keyed_lists.hpp"

#include <utility>

namespace pilah::search {

std::size_t KeyedLists::bytes() const {
  return keys_.bytes() + offsets_.capacity() * sizeof(std::uint32_t) + lists_.capacity();
}

void KeyedLists::Builder::begin(std::string_view key) {
  keys_.add(key);
  lists_.offsets_.push_back(static_cast<std::uint32_t>(lists_.lists_.size()));
  lists_.lists_.push_back(0);
}

void KeyedLists::Builder::add(std::size_t level, std::span<const Document> documents) {
  lists_.lists_[lists_.offsets_.back()] |= static_cast<std::uint8_t>(1U << level);
  write_list(documents, lists_.size_, use_, lists_.lists_);
}

KeyedLists KeyedLists::Builder::build() && {
  lists_.keys_ = std::move(keys_).build();
  lists_.lists_.insert(lists_.lists_.end(), kListPadding, 0);
  lists_.lists_.shrink_to_fit();
  lists_.offsets_.shrink_to_fit();
  return std::move(lists_);
}

}  // namespace pilah::search
