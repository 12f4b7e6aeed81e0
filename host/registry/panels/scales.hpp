// What panels judge on, unless they bring their own: criteria with described steps of
// 0 to 4, out of registry-data/scales.json, where a region's own stand beside them.
//
// Immutable once read; any thread may use it.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "pilah/catalogue/panel.hpp"

namespace pilah::registry {

/// From which alpha on (millionths) one calls agreement reliable, or good enough for
/// tentative conclusions.
struct AgreementLimits {
  std::int64_t reliable = 800'000;
  std::int64_t tentative = 667'000;
};

class Scales {
 public:
  /// Reads scales.json. Throws std::invalid_argument on another shape.
  static Scales read(std::string_view json);

  /// The region's, each in the place of the one with its key; further ones behind.
  std::vector<catalogue::PanelCriterion> criteria(const catalogue::RegionCode& region) const;
  /// Steps between the lowest and the highest that are worth a talk.
  std::int32_t far_apart() const { return far_apart_; }
  const AgreementLimits& agreement() const { return agreement_; }

 private:
  std::vector<catalogue::PanelCriterion> criteria_;
  std::map<catalogue::RegionCode, std::vector<catalogue::PanelCriterion>> regions_;
  std::int32_t far_apart_ = 2;
  AgreementLimits agreement_;
};

/// Whether it has a key that can be a column's name, a title and five described steps.
bool is_whole(const catalogue::PanelCriterion& criterion);

}  // namespace pilah::registry
