// Evaluation schemes: what parts a region's masterplan is evaluated by, how much each
// weighs, from when on; out of registry-data/evaluation_schemes.json, where a region's own
// stand beside the usual ones.
//
// Immutable once read; any thread may use it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::registry {

/// How a part is measured out of the registry; what each means, the data say.
enum class ScoreMeasure { kBaselineKnown, kProgress, kTargetReached, kSurvey, kStepsDone };

struct SchemePart {
  std::string key;
  catalogue::Wording title;
  std::int32_t weight = 0;
  ScoreMeasure measure = ScoreMeasure::kBaselineKnown;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("key", self.key);
    visit("title", self.title);
    visit("weight", self.weight);
    visit("measure", self.measure);
  }
};

struct EvaluationScheme {
  std::string key;
  catalogue::Wording name;
  /// None: nobody knows from when on; it is used by its key alone.
  std::optional<catalogue::PartialDate> valid_from;
  std::int32_t scale = 0;  ///< the best score
  std::vector<SchemePart> parts;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("key", self.key);
    visit("name", self.name);
    visit("valid_from", self.valid_from);
    visit("scale", self.scale);
    visit("parts", self.parts);
  }
};

class EvaluationSchemes {
 public:
  /// Reads evaluation_schemes.json. Throws std::invalid_argument on another shape, a key
  /// that stands twice, a weight or a scale below 1, or a scheme without parts.
  static EvaluationSchemes read(std::string_view json);

  /// The region's own, then the usual ones whose keys it has not.
  std::vector<EvaluationScheme> of(const catalogue::RegionCode& region) const;
  /// The one of that key; with an empty key the newest that is valid on `today`. Nothing:
  /// there is none.
  std::optional<EvaluationScheme> find(const catalogue::RegionCode& region, std::string_view key,
                                       const catalogue::PartialDate& today) const;

 private:
  std::vector<EvaluationScheme> usual_;
  std::map<catalogue::RegionCode, std::vector<EvaluationScheme>> own_;
};

}  // namespace pilah::registry

namespace pilah::catalogue {

template <>
struct EnumNames<registry::ScoreMeasure> {
  static constexpr std::array kNames = std::to_array<std::string_view>(
      {"baseline-known", "progress", "target-reached", "survey", "steps-done"});
};

}  // namespace pilah::catalogue
