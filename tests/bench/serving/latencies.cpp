#include "latencies.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

namespace pilah::bench {

void Latencies::add(std::int64_t microseconds) {
  constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
  microseconds_.push_back(
      static_cast<std::uint32_t>(std::clamp<std::int64_t>(microseconds, 0, kMost)));
  is_sorted_ = false;
}

double Latencies::at(double share) const {
  if (microseconds_.empty()) return 0;
  if (!is_sorted_) std::sort(microseconds_.begin(), microseconds_.end());
  is_sorted_ = true;
  const auto last = microseconds_.size() - 1;
  const auto place = static_cast<std::size_t>(share * static_cast<double>(microseconds_.size()));
  return static_cast<double>(microseconds_[std::min(place, last)]) / 1000;
}

std::string Latencies::head() { return "      p50      p99    p99.9      max ms"; }

std::string Latencies::line() const {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%9.2f%9.2f%9.2f%9.2f", at(0.5), at(0.99), at(0.999),
                at(1));
  return text.data();
}

}  // namespace pilah::bench
