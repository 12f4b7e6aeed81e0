#include "pilah/selection/engine/sum_lists.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace pilah::selection::engine {
namespace {

constexpr std::size_t kMostHalved = 46;  // columns: halves of 23
constexpr std::size_t kBitsOfMember = 16;
constexpr std::uint64_t kMember = (1U << kBitsOfMember) - 1;
constexpr std::uint64_t kTooMany = UINT64_MAX;
constexpr std::uint64_t kStepsOfSum = 30;  // to list and sort it, against a step of matching
constexpr std::uint64_t kStepsOfKept = 2;  // to look whether it is open
constexpr std::uint64_t kMostKept = 2'100'000;
constexpr std::size_t kLooksPerHit = 16;  // choices that overlap, for each that does not

// n over k; kTooMany above 2^40.
std::uint64_t choose(std::size_t n, std::size_t k) {
  if (k > n) return 0;
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < k; ++i) {
    result = result * (n - i) / (i + 1);
    if (result > 1ULL << 40) return kTooMany;
  }
  return result;
}

template <class Sums>
void sort_by_sum(Sums& sums) {
  std::sort(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.sum < b.sum; });
}

Column member(std::uint64_t members, std::size_t index) {
  return static_cast<Column>(members >> (kBitsOfMember * index) & kMember);
}

}  // namespace

SumLists::SumLists(const Core& core, const SumNeeds& needs)
    : core_(&core), needs_(&needs), all_(core.choices()), of_all_(kMostListed + 1) {
  for (Column column = 0; column < all_.size(); ++column) all_[column] = column;
}

void SumLists::open(std::vector<Column> columns, std::size_t least_count, std::size_t most_count) {
  open_ = std::move(columns);
  least_count_ = least_count;
  most_count_ = std::min(most_count, open_.size());
  listed_.clear();
  left_half_.clear();
  right_half_.clear();
  halved_ = cost_of_halves(open_.size()) < cost_of_lists(open_.size(), least_count_, most_count_);
}

// Whether a list of all choices of so many is kept, out of which the open ones are taken.
bool SumLists::kept(std::size_t count) const {
  return count > 1 && choose(all_.size(), count) <= kMostKept;
}

std::uint64_t SumLists::cost_of_list(std::size_t open, std::size_t count) const {
  const std::uint64_t listed = choose(open, count);
  if (listed == kTooMany) return kTooMany;
  const std::uint64_t made = listed * kStepsOfSum;
  return kept(count) ? std::min(made, choose(all_.size(), count) * kStepsOfKept) : made;
}

std::uint64_t SumLists::cost_of_lists(std::size_t open, std::size_t least_count,
                                      std::size_t most_count) const {
  if (all_.size() > kMember || most_count > 2 * kMostListed) return kTooMany;
  std::uint64_t sum = open * kStepsOfSum;
  for (std::size_t count = std::max<std::size_t>(least_count, 3); count <= most_count; ++count) {
    const std::uint64_t of_count =
        count == 3 ? std::uint64_t{open} * open : cost_of_list(open, (count + 1) / 2);
    if (of_count == kTooMany) return kTooMany;
    sum += of_count;
  }
  return sum;
}

std::uint64_t SumLists::cost_of_halves(std::size_t open) {
  return open > kMostHalved ? kTooMany : kStepsOfSum << ((open + 1) / 2);
}

// Of lists by sum, every pair whose sum lies in the window; take() says whether to go on.
template <class Take>
bool SumLists::match(const Sums& left, const Sums& right, const SumWindow& window, Take take) {
  std::size_t from = right.size();  // the first of the right that reaches the least
  std::size_t to = right.size();    // the first beyond the most
  for (const Sum& each : left) {
    while (from > 0 && right[from - 1].sum >= window.least - each.sum) --from;
    while (to > 0 && right[to - 1].sum > window.most - each.sum) --to;
    for (std::size_t at = from; at < to; ++at) {
      if (++looked_at_ > most_hits_ * kLooksPerHit) return false;
      if (!take(each, right[at])) return false;
    }
  }
  return true;
}

bool SumLists::take(std::int64_t sum, std::vector<Column> chosen) {
  if (hits_->size() == most_hits_) return false;
  hits_->push_back({sum, std::move(chosen)});
  return true;
}

// All choices of so many of the columns, by sum.
SumLists::Sums SumLists::choices_of(std::span<const Column> columns, std::size_t count) const {
  Sums sums = {{0, 0}};
  for (std::size_t size = 0; size < count; ++size) {
    Sums longer;
    longer.reserve(choose(columns.size(), size + 1));
    for (const Sum& each : sums) {
      const auto next = size == 0 ? columns.begin()
                                  : std::upper_bound(columns.begin(), columns.end(),
                                                     member(each.members, size - 1));
      for (auto at = next; at != columns.end(); ++at) {
        longer.push_back(
            {each.sum + core_->objective(*at), each.members | static_cast<std::uint64_t>(*at)
                                                                  << (kBitsOfMember * size)});
      }
    }
    sums = std::move(longer);
  }
  sort_by_sum(sums);
  return sums;
}

const SumLists::Sums& SumLists::open_choices_of(std::size_t count) {
  if (listed_.size() <= count) listed_.resize(count + 1);
  Sums& sums = listed_[count];
  if (!sums.empty()) return sums;
  if (!kept(count) ||
      choose(open_.size(), count) * kStepsOfSum < choose(all_.size(), count) * kStepsOfKept) {
    sums = choices_of(open_, count);
    drop_idle(sums, count);
    return sums;
  }
  if (of_all_[count].empty()) of_all_[count] = choices_of(all_, count);
  std::vector<char> is_open(all_.size(), 0);
  for (const Column column : open_) is_open[column] = 1;
  for (const Sum& each : of_all_[count]) {
    bool open = true;
    for (std::size_t i = 0; i < count; ++i) open = open && is_open[member(each.members, i)] != 0;
    if (open) sums.push_back(each);
  }
  drop_idle(sums, count);
  return sums;
}

std::uint64_t SumLists::served_by(std::uint64_t members, std::size_t count) const {
  std::uint64_t served = 0;
  for (std::size_t i = 0; i < count; ++i) served |= needs_->served_by(member(members, i));
  return served;
}

// Drops those that as many others as may come cannot complete to what is needed.
void SumLists::drop_idle(Sums& sums, std::size_t count) const {
  std::erase_if(sums, [&](const Sum& each) {
    return !needs_->possible(served_by(each.members, count), most_count_ - count);
  });
}

// Of the two parts of a choice the left one has the lower places.
bool SumLists::look_at_lists(const SumWindow& window, std::size_t count) {
  const std::size_t of_left = (count + 1) / 2;
  const std::size_t of_right = count - of_left;
  open_choices_of(of_left);
  open_choices_of(of_right);
  return match(listed_[of_left], listed_[of_right], window, [&](const Sum& left, const Sum& right) {
    if (of_right > 0 && member(left.members, of_left - 1) >= member(right.members, 0)) return true;
    if (!needs_->possible(served_by(left.members, of_left) | served_by(right.members, of_right),
                          0)) {
      return true;
    }
    std::vector<Column> chosen;
    for (std::size_t i = 0; i < of_left; ++i) chosen.push_back(member(left.members, i));
    for (std::size_t i = 0; i < of_right; ++i) chosen.push_back(member(right.members, i));
    return take(left.sum + right.sum, std::move(chosen));
  });
}

// Without a list of all pairs: each column with what two others must add.
bool SumLists::look_at_triples(const SumWindow& window) {
  const Sums& single = open_choices_of(1);
  for (const Column last : open_) {
    const std::int64_t value = core_->objective(last);
    const SumWindow rest{window.least - value, window.most - value};
    const std::uint64_t served = needs_->served_by(last);
    const bool goes_on = match(single, single, rest, [&](const Sum& left, const Sum& right) {
      if (left.members >= right.members || right.members >= last) return true;
      const Column first = member(left.members, 0);
      const Column second = member(right.members, 0);
      const std::uint64_t others = needs_->served_by(first) | needs_->served_by(second);
      if (!needs_->possible(served | others, 0)) return true;
      return take(left.sum + right.sum + value, {first, second, last});
    });
    if (!goes_on) return false;
  }
  return true;
}

// By count and by sum: each column doubles the lists, and what it is added to is merged
// with what it is not.
void SumLists::make_halves() {
  const std::size_t middle = open_.size() / 2;
  const auto subsets = [&](std::size_t begin, std::size_t end) {
    std::vector<Sums> by_count(end - begin + 1);
    by_count[0] = {{0, 0}};
    Sums with, merged;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t count = i - begin + 1; count > 0; --count) {
        with = by_count[count - 1];
        for (Sum& each : with) {
          each.sum += core_->objective(open_[i]);
          each.members |= 1ULL << i;
        }
        merged.resize(by_count[count].size() + with.size());
        std::merge(by_count[count].begin(), by_count[count].end(), with.begin(), with.end(),
                   merged.begin(), [](const Sum& a, const Sum& b) { return a.sum < b.sum; });
        by_count[count].swap(merged);
      }
    }
    return by_count;
  };
  left_half_ = subsets(0, middle);
  right_half_ = subsets(middle, open_.size());
}

bool SumLists::look_at_halves(const SumWindow& window) {
  if (left_half_.empty()) make_halves();
  for (std::size_t of_left = 0; of_left < left_half_.size(); ++of_left) {
    for (std::size_t of_right = 0; of_right < right_half_.size(); ++of_right) {
      if (of_left + of_right < least_count_ || of_left + of_right > most_count_) continue;
      const auto take_both = [&](const Sum& left, const Sum& right) {
        std::vector<Column> chosen;
        std::uint64_t served = 0;
        for (std::uint64_t rest = left.members | right.members; rest != 0; rest &= rest - 1) {
          chosen.push_back(open_[static_cast<std::size_t>(std::countr_zero(rest))]);
          served |= needs_->served_by(chosen.back());
        }
        return !needs_->possible(served, 0) || take(left.sum + right.sum, std::move(chosen));
      };
      const bool goes_on = match(left_half_[of_left], right_half_[of_right], window, take_both);
      if (!goes_on) return false;
    }
  }
  return true;
}

bool SumLists::look(const SumWindow& window, std::size_t most_hits, std::vector<Hit>& hits) {
  hits.clear();
  hits_ = &hits;
  most_hits_ = most_hits;
  looked_at_ = 0;
  if (halved_) return look_at_halves(window);
  for (std::size_t count = least_count_; count <= most_count_; ++count) {
    const bool complete = count == 3 ? look_at_triples(window) : look_at_lists(window, count);
    if (!complete) return false;
  }
  return true;
}

}  // namespace pilah::selection::engine
