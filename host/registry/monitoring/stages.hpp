// The stages through which an innovation is carried out, and how far each has brought it:
// out of registry-data/stages.json, where a region's own stand beside the usual ones.
//
// Progress = start + width x percent / 100, where percent is how far within the stage; a
// stage that is finished counts as much as the next one that is begun. Immutable once
// read; any thread may use it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::registry {

struct MonitoringStage {
  std::string key;
  catalogue::Wording name;
  std::int32_t start = 0;  ///< percent of the whole, when it begins
  std::int32_t width = 0;  ///< percent of the whole that it adds

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("key", self.key);
    visit("name", self.name);
    visit("start", self.start);
    visit("width", self.width);
  }
};

/// Of the whole. Requires: `percent` of 0 to 100.
catalogue::Millionths progress_in(const MonitoringStage& stage, std::int32_t percent);

class Stages {
 public:
  /// Reads stages.json. Throws std::invalid_argument on another shape, a key that stands
  /// twice, or stages that do not lead from 0 to 100 without a gap.
  static Stages read(std::string_view json);

  /// In their order; the usual ones where the region has none of its own.
  const std::vector<MonitoringStage>& of(const catalogue::RegionCode& region) const;

 private:
  std::vector<MonitoringStage> usual_;
  std::map<catalogue::RegionCode, std::vector<MonitoringStage>> own_;
};

}  // namespace pilah::registry
