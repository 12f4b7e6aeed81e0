#include "pilah/search/segment/columns.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace pilah::search {

NameColumn::NameColumn(SortedStrings keys, std::vector<std::uint16_t> ranks)
    : keys_(std::move(keys)), ranks_(std::move(ranks)), in_order_(ranks_.size()) {
  std::iota(in_order_.begin(), in_order_.end(), Document{0});
  std::stable_sort(in_order_.begin(), in_order_.end(),
                   [this](Document a, Document b) { return ranks_[a] < ranks_[b]; });
}

std::size_t NameColumn::bytes() const {
  return keys_.bytes() + ranks_.capacity() * sizeof(std::uint16_t) +
         in_order_.capacity() * sizeof(Document);
}

NumberColumn::NumberColumn(std::span<const std::optional<std::int64_t>> numbers) {
  for (const auto& number : numbers) {
    if (number) wide_.push_back(*number);
  }
  std::sort(wide_.begin(), wide_.end());
  wide_.erase(std::unique(wide_.begin(), wide_.end()), wide_.end());
  ranks_.reserve(numbers.size());
  for (const auto& number : numbers) {
    const auto at = number ? std::lower_bound(wide_.begin(), wide_.end(), *number) : wide_.end();
    ranks_.push_back(static_cast<std::uint16_t>(at - wide_.begin()));
  }
  if (wide_.empty()) return;
  least_ = wide_.front();
  const auto span = static_cast<std::uint64_t>(wide_.back()) - static_cast<std::uint64_t>(least_);
  if (span > std::numeric_limits<std::uint32_t>::max()) {
    wide_.shrink_to_fit();
    return;
  }
  narrow_.reserve(wide_.size());
  for (const auto number : wide_) narrow_.push_back(static_cast<std::uint32_t>(number - least_));
  wide_ = std::vector<std::int64_t>();
}

std::optional<std::int64_t> NumberColumn::number(Document document) const {
  const std::size_t rank = ranks_[document];
  if (rank == different()) return std::nullopt;
  return number_at(rank);
}

std::uint16_t NumberColumn::place_from_greatest(Document document) const {
  const std::size_t rank = ranks_[document];
  if (rank == different()) return kUnknownPlace;
  return static_cast<std::uint16_t>(different() - 1 - rank);
}

NumberColumn::Place NumberColumn::place_of(std::int64_t number) const {
  std::size_t less = 0;
  for (std::size_t left = different(); left > 0;) {
    const std::size_t half = left / 2;
    if (number_at(less + half) < number) {
      less += half + 1;
      left -= half + 1;
    } else {
      left = half;
    }
  }
  const bool is_here = less < different() && number_at(less) == number;
  const std::size_t not_less = different() - less;
  return {is_here ? not_less - 1 : not_less, is_here};
}

std::size_t NumberColumn::bytes() const {
  return narrow_.capacity() * sizeof(std::uint32_t) + wide_.capacity() * sizeof(std::int64_t) +
         ranks_.capacity() * sizeof(std::uint16_t);
}

}  // namespace pilah::search
