// The fields that a list of innovations can fill, and the cells of one row by field.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pilah::registry {

/// In the order in which a row's source is kept. The numbers lie in staged
/// rows, which outlive a crash: append, never renumber.
enum class Field : std::uint8_t {
  kKey,
  kName,
  kShortName,
  kSummary,
  kProblem,
  kTargetGroup,
  kBenefit,
  kUniqueness,
  kOwner,
  kInstitution,
  kUnit,
  kSupportingOrganisations,
  kProposer,
  kDigital,
  kApplication,
  kApplicationUse,
  kForm,
  kStage,
  kEntryKind,
  kStatus,
  kStarted,
  kApplied,
  kDurationMonths,
  kStaff,
  kBudget,
  kBudgetYear,
  kFundingSource,
  kPartners,
  kRisks,
  kPlanRpjmd,
  kPlanRenstra,
  kSipdCode,
  kAffair,
  kAffairsOther,
  kArea,
  kAreasOther,
  kDimension,
  kIndicator,
  kIndicatorUnit,
  kIndicatorSource,
  kBaseline,
  kTarget,
  kReadinessStruktur,
  kReadinessInfrastruktur,
  kReadinessSuprastruktur,
  kPotential,
  kStrategy,
  kResources,
  kLatitude,
  kLongitude,
  kCoordinates,
  kSubdistrict,
  kVillage,
  kLink,
  kRegionCode,
  kRegionCodeBps,
  kRegionName,
  kProvinceCode,
  kProvinceCodeBps,
  kProvinceName,
};

inline constexpr std::array kFieldNames = std::to_array<std::string_view>({
    "key",
    "name",
    "short_name",
    "summary",
    "problem",
    "target_group",
    "benefit",
    "uniqueness",
    "owner",
    "institution",
    "unit",
    "supporting_organisations",
    "proposer",
    "digital",
    "application",
    "application_use",
    "form",
    "stage",
    "entry_kind",
    "status",
    "started",
    "applied",
    "duration_months",
    "staff",
    "budget",
    "budget_year",
    "funding_source",
    "partners",
    "risks",
    "plan_rpjmd",
    "plan_renstra",
    "sipd_code",
    "affair",
    "affairs_other",
    "area",
    "areas_other",
    "dimension",
    "indicator",
    "indicator_unit",
    "indicator_source",
    "baseline",
    "target",
    "readiness_struktur",
    "readiness_infrastruktur",
    "readiness_suprastruktur",
    "potential",
    "strategy",
    "resources",
    "latitude",
    "longitude",
    "coordinates",
    "subdistrict",
    "village",
    "link",
    "region_code",
    "region_code_bps",
    "region_name",
    "province_code",
    "province_code_bps",
    "province_name",
});
inline constexpr std::size_t kFieldCount = kFieldNames.size();
static_assert(kFieldCount == static_cast<std::size_t>(Field::kProvinceName) + 1);

constexpr std::string_view name_of(Field field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}
std::optional<Field> field_named(std::string_view name);

/// Whether the field's text may have lines of its own; all others are one line.
bool has_lines(Field field);

/// One row's cells, tidied, by field; what the list calls unknown is empty.
/// A value that is filled again and again keeps its buffers.
class RowCells {
 public:
  std::string& operator[](Field field) { return text_[static_cast<std::size_t>(field)]; }
  const std::string& operator[](Field field) const {
    return text_[static_cast<std::size_t>(field)];
  }
  bool has(Field field) const { return !(*this)[field].empty(); }

  /// What the region adds: name and text, by name.
  std::vector<std::pair<std::string, std::string>> attributes;

  void clear() {
    for (auto& text : text_) text.clear();
    attributes.clear();
  }
  /// The row as the origin keeps it: a JSON object of the cells that are there.
  std::string source() const;
  /// Reads what source() made; what no field takes any more is left out.
  static RowCells from_source(std::string_view json);

  friend bool operator==(const RowCells&, const RowCells&) = default;

 private:
  std::array<std::string, kFieldCount> text_;
};

}  // namespace pilah::registry
