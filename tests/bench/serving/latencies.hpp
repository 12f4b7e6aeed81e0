// How long answers took: all of them are kept, so that the rare slow ones are told exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pilah::bench {

class Latencies {
 public:
  void add(std::int64_t microseconds);
  std::size_t count() const { return microseconds_.size(); }
  /// In milliseconds; `share` from 0 to 1; 0 without any.
  double at(double share) const;
  /// "     p50     p99   p99.9     max": the head of line().
  static std::string head();
  std::string line() const;

 private:
  mutable std::vector<std::uint32_t> microseconds_;  // sorted when asked
  mutable bool is_sorted_ = true;
};

}  // namespace pilah::bench
