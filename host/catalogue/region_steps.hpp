// The steps by which each region draws up its masterplan (registry-data/region_steps.json).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::catalogue {

struct RegionStep {
  std::string key;  ///< unique within its region
  Bilingual name;
};

/// Immutable once read; any thread may use it.
class RegionSteps {
 public:
  /// Throws std::invalid_argument on another shape, a region's code that is none, or a
  /// key that a region has twice.
  static RegionSteps read(std::string_view json);

  /// In their order; those of all other regions where the region has none of its own.
  const std::vector<RegionStep>& of(const RegionCode& region) const;

 private:
  std::map<RegionCode, std::vector<RegionStep>> own_;
  std::vector<RegionStep> others_;
};

}  // namespace pilah::catalogue
