#include "pilah/registry/panels/agreement.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace pilah::registry {

std::optional<std::int64_t> ordinal_alpha(const std::vector<std::vector<std::int32_t>>& units) {
  std::map<std::int32_t, double> given;                              // n_c
  std::map<std::pair<std::int32_t, std::int32_t>, double> together;  // o_ck, c < k
  double total = 0;
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    total += static_cast<double>(unit.size());
    for (std::size_t i = 0; i < unit.size(); ++i) {
      ++given[unit[i]];
      for (std::size_t j = 0; j < unit.size(); ++j) {
        if (unit[i] >= unit[j]) continue;
        together[{unit[i], unit[j]}] += 1.0 / static_cast<double>(unit.size() - 1);
      }
    }
  }
  double observed = 0;
  double expected = 0;
  for (auto low = given.begin(); low != given.end(); ++low) {
    double between = low->second;
    for (auto high = std::next(low); high != given.end(); ++high) {
      between += high->second;
      const double ranks = between - (low->second + high->second) / 2;
      const auto pairs = together.find({low->first, high->first});
      if (pairs != together.end()) observed += pairs->second * ranks * ranks;
      expected += low->second * high->second * ranks * ranks;
    }
  }
  if (expected == 0) return std::nullopt;
  return std::llround((1 - (total - 1) * observed / expected) * 1'000'000);
}

}  // namespace pilah::registry
