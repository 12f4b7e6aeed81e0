// The best sets found so far, by value: as many as are wanted, and the ties with
// the last of them up to a bound.
//
// Once more ties than that bound were found, only sets of a higher value are
// still of interest: which of the ties are best is then asked of a search with
// the next objective (engine/total_order.hpp). So what a search that ends finds does not
// depend on the order in which it comes upon sets.
//
// Threads: offer(), threshold(), empty() and best() from any, all at once; the others
// once nobody offers any more.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "pilah/selection/problem.hpp"

namespace pilah::selection::engine {

class Pool {
 public:
  // Sets below `floor` are of no interest from the start.
  Pool(std::size_t wanted, std::size_t ties, std::int64_t floor = INT64_MIN)
      : wanted_(wanted), ties_(ties), threshold_(floor) {}

  // Positions ascending.
  void offer(std::vector<Position> positions, std::int64_t value);

  // Sets of a lower value are of no interest. INT64_MIN: all are.
  std::int64_t threshold() const { return threshold_.load(std::memory_order_relaxed); }

  bool empty() const { return size() == 0; }
  std::size_t size() const { return size_.load(std::memory_order_relaxed); }
  std::optional<std::int64_t> best() const;

  // Requires: not empty.
  std::int64_t best_value() const { return sets_.begin()->first; }

  // Not all sets of the lowest value are here.
  bool overflowed() const { return overflowed_; }
  std::int64_t lowest_value() const { return sets_.rbegin()->first; }

  // By value, the highest first; those of one value by positions.
  const std::map<std::int64_t, std::set<std::vector<Position>>, std::greater<>>& sets() const {
    return sets_;
  }

 private:
  std::size_t wanted_;
  std::size_t ties_;
  std::atomic<std::size_t> size_ = 0;
  bool overflowed_ = false;
  std::atomic<std::int64_t> threshold_;
  std::map<std::int64_t, std::set<std::vector<Position>>, std::greater<>> sets_;
  mutable std::mutex offering_;
};

}  // namespace pilah::selection::engine
