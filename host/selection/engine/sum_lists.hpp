// All ways to choose some of a few numbers such that their sum lies in a window: lists of
// the sums of smaller choices, sorted, meet in the middle (Horowitz and Sahni, Journal of
// the ACM 21, 1974). Fast where many sums lie on both sides of the window.
//
// Ownership: refers to the core and the needs. Threads: one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "pilah/selection/engine/sum_needs.hpp"
#include "pilah/selection/engine/sum_window.hpp"

namespace pilah::selection::engine {

class SumLists {
 public:
  struct Hit {
    std::int64_t sum = 0;
    std::vector<Column> chosen;  // ascending
  };

  // The core's objectives are positive, of a sum that fits in 64 bits.
  SumLists(const Core& core, const SumNeeds& needs);

  // From now on between least_count and most_count of these columns (ascending) are
  // chosen; the needs stand at them.
  void open(std::vector<Column> columns, std::size_t least_count, std::size_t most_count);

  // About how many steps, of a nanosecond or two, the first look takes once so many
  // columns are open; UINT64_MAX: so many that nobody should.
  std::uint64_t cost(std::size_t open, std::size_t least_count, std::size_t most_count) const {
    return std::min(cost_of_lists(open, least_count, most_count), cost_of_halves(open));
  }

  // Every choice whose sum lies in the window, in no order. False: there are more than
  // most_hits, or many times that had to be looked at; the hits are of no use.
  // Requires: the cost is less than UINT64_MAX.
  bool look(const SumWindow& window, std::size_t most_hits, std::vector<Hit>& hits);

 private:
  static constexpr std::size_t kMostListed = 4;
  // A choice of up to four values, or of any of one half of them.
  struct Sum {
    std::int64_t sum = 0;
    // Four columns of 16 bits in ascending order; or bits of places among the open ones.
    std::uint64_t members = 0;
  };
  using Sums = std::vector<Sum>;

  std::uint64_t cost_of_list(std::size_t open, std::size_t count) const;
  std::uint64_t cost_of_lists(std::size_t open, std::size_t least_count,
                              std::size_t most_count) const;
  static std::uint64_t cost_of_halves(std::size_t open);
  bool kept(std::size_t count) const;
  Sums choices_of(std::span<const Column> columns, std::size_t count) const;
  void drop_idle(Sums& sums, std::size_t count) const;
  std::uint64_t served_by(std::uint64_t members, std::size_t count) const;
  const Sums& open_choices_of(std::size_t count);
  void make_halves();
  bool look_at_halves(const SumWindow& window);
  bool look_at_lists(const SumWindow& window, std::size_t count);
  bool look_at_triples(const SumWindow& window);
  template <class Take>
  bool match(const Sums& left, const Sums& right, const SumWindow& window, Take take);
  bool take(std::int64_t sum, std::vector<Column> chosen);

  const Core* core_;
  const SumNeeds* needs_;
  std::vector<Column> all_;
  std::vector<Sums> of_all_;  // by count, where it is kept(): by sum

  std::vector<Column> open_;
  std::size_t least_count_ = 0, most_count_ = 0;
  bool halved_ = false;
  std::vector<Sums> listed_;                  // by count: by sum
  std::vector<Sums> left_half_, right_half_;  // by count: by sum
  std::size_t most_hits_ = 0;
  std::size_t looked_at_ = 0;
  std::vector<Hit>* hits_ = nullptr;
};

}  // namespace pilah::selection::engine
