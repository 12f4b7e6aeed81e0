// The rules by which Ogan Komering Ilir (OKI) finds its quick wins.
//
// They are looked for among plans, ideas and innovations alike, by the
// opportunity and the potential that each has. So the rule asks neither for the
// kind of an entry nor for its stage: an idea stands beside what runs already.
// What it does ask for is a programme that can be carried out in one or two years
// and be monitored. All six dimensions: that is the scenario's part (scenario.json).
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "pilah/plugin.hpp"
#include "pilah/usual.hpp"

namespace {

enum ColumnPlace : std::uint32_t {
  kOwner,
  kDuration,
  kRpjmd,
  kTargetGroup,
  kBenefit,
  kDimensions,
  kBeyondApbd,
  kPartners,
  kSupporting,
  kIndicators,
  kIndicatorsWithTarget,
  kIndicatorsMeasured,
  kStruktur,
  kInfrastruktur,
  kSuprastruktur,
  kAssessedOpportunity,
  kAssessedPotential
};

enum CriterionPlace : std::uint32_t {
  kOpportunity,
  kPotential,
  kRpjmdCriterion,
  kMonitoring,
  kReady,
  kInTime
};

enum ReasonPlace : std::uint8_t { kNoOwner, kTooLong, kNoMonitoringPlan };

}  // namespace

class Oki : public pilah::RowRule<Oki> {
 public:
  static pilah::RuleDescription describe() {
    return {
        {"owner", "duration_months", "rpjmd_linked", "target_group", "benefit",
         "dimensions_touched", "funded_beyond_apbd", "partners", "supporting_organisations",
         "indicators", "indicators_with_target", "indicators_measured", "readiness_struktur",
         "readiness_infrastruktur", "readiness_suprastruktur", "assessed_opportunity",
         "assessed_potential"},
        {{"opportunity", "Peluang", "Opportunity", "tanpa dukungan dari luar",
          "no support from outside", "peluang terbuka lebar", "the way is wide open", 3},
         {"potential", "Potensi", "Potential", "manfaat tidak tampak", "no gain to be seen",
          "potensi sangat besar", "very large potential", 3},
         {"rpjmd", "Tertaut RPJMD", "Linked to the RPJMD", "tidak tertaut", "no link",
          "tertaut ke program RPJMD", "linked to an RPJMD programme", 2},
         {"monitoring", "Dapat dipantau", "Can be monitored", "tanpa indikator", "no indicator",
          "rencana pemantauan ada dan sudah diukur", "a monitoring plan, measured already", 2},
         {"ready", "Siap", "Ready", "belum siap", "not ready", "siap sepenuhnya", "fully ready", 1},
         {"in-time", "Selesai pada waktunya", "Done in time", "sepanjang horison",
          "takes the whole horizon", "paling lama setengah horison", "half the horizon or less",
          1}},
        {{"no-owner", "belum ada perangkat daerah pemilik", "no owner organisation is named"},
         {"too-long", "tidak selesai dalam horison rencana", "not done within the horizon"},
         {"no-monitoring-plan",
          "belum ada rencana pemantauan: tidak ada indikator dengan data awal dan target",
          "no monitoring plan: no indicator with baseline and target"}},
        {},
        true};
  }

  explicit Oki(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(arguments.integer("/horizon_months").value_or(24)),
        demand_monitoring_(arguments.boolean("/demand_monitoring_plan").value_or(true)) {}

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) const {
    switch (criterion) {
      case kOpportunity:
        return opportunity(batch, row);
      case kPotential:
        return potential(batch, row);
      case kRpjmdCriterion:
        return pilah::usual::in_rpjmd(batch.column(kRpjmd).boolean(row));
      case kMonitoring:
        return monitoring(batch, row);
      case kReady:
        return pilah::usual::ready(pilah::usual::mean_readiness(
            {batch.column(kStruktur).integer(row), batch.column(kInfrastruktur).integer(row),
             batch.column(kSuprastruktur).integer(row)}));
      default:
        // 1 up to half of the horizon.
        return pilah::usual::soon(batch.column(kDuration).integer(row),
                                  static_cast<double>(horizon_) / 2, static_cast<double>(horizon_));
    }
  }

  std::optional<ReasonPlace> why_not(const pilah::Batch& batch, std::uint64_t row) const {
    if (!batch.column(kOwner).text(row)) return kNoOwner;
    const auto months = batch.column(kDuration).integer(row);
    if (months && *months > horizon_) return kTooLong;
    if (demand_monitoring_ && !has_monitoring_plan(batch, row)) return kNoMonitoringPlan;
    return std::nullopt;
  }

 private:
  static bool has_monitoring_plan(const pilah::Batch& batch, std::uint64_t row) {
    return batch.column(kIndicatorsWithTarget).integer(row).value_or(0) > 0;
  }

  /// What nobody knows counts nothing, and no count is more than a million.
  static std::int64_t count_of(const pilah::Column& column, std::uint64_t row) {
    return std::clamp<std::int64_t>(column.integer(row).value_or(0), 0, 1'000'000);
  }

  /// The panel's median; without one, which doors stand open already: half for money
  /// beyond the APBD, a quarter for each partner or supporting organisation, up to half.
  /// An owner who names no source of funding and nobody else has told nothing: unknown.
  static pilah::Finding opportunity(const pilah::Batch& batch, std::uint64_t row) {
    if (const auto median = batch.column(kAssessedOpportunity).number(row)) {
      return pilah::usual::assessed(*median);
    }
    const auto beyond = batch.column(kBeyondApbd).boolean(row);
    const auto others =
        count_of(batch.column(kPartners), row) + count_of(batch.column(kSupporting), row);
    if (!beyond && others == 0) {
      return {std::nullopt, "belum dinilai; pendanaan dan pihak lain belum diketahui",
              "not assessed; funding and others who take part are not known"};
    }
    const double money = beyond.value_or(false) ? 0.5 : 0.0;
    const std::string count = std::to_string(others);
    const char* source_id = "sumber dana belum diketahui";
    const char* source_en = "funding not known";
    if (beyond) {
      source_id = *beyond ? "ada dana di luar APBD" : "dana hanya dari APBD";
      source_en = *beyond ? "money beyond the APBD" : "money of the APBD alone";
    }
    return {money + std::min(0.25 * static_cast<double>(others), 0.5),
            std::string("belum dinilai; ") + source_id + "; pihak lain yang terlibat: " + count,
            std::string("not assessed; ") + source_en + "; others involved: " + count};
  }

  /// The panel's median; without one, what the entry tells: a quarter each for whom it
  /// serves, what they gain, and each dimension beyond the first (up to two).
  static pilah::Finding potential(const pilah::Batch& batch, std::uint64_t row) {
    if (const auto median = batch.column(kAssessedPotential).number(row))
      return pilah::usual::assessed(*median);
    const bool whom = batch.column(kTargetGroup).text(row).has_value();
    const bool what = batch.column(kBenefit).text(row).has_value();
    const auto dimensions = count_of(batch.column(kDimensions), row);
    if (!whom && !what && dimensions == 0) {
      return {std::nullopt, "belum dinilai; sasaran, manfaat, dan dimensi belum diketahui",
              "not assessed; target group, benefit and dimensions are not known"};
    }
    const auto further = std::clamp<std::int64_t>(dimensions - 1, 0, 2);
    const int told = static_cast<int>(whom) + static_cast<int>(what);
    const std::string parts = std::to_string(told);
    const std::string count = std::to_string(dimensions);
    return {0.25 * static_cast<double>(told + further),
            "belum dinilai; sasaran dan manfaat yang diuraikan: " + parts +
                " dari 2; dimensi yang disentuh: " + count,
            "not assessed; target group and benefit told: " + parts +
                " of 2; dimensions touched: " + count};
  }

  static pilah::Finding monitoring(const pilah::Batch& batch, std::uint64_t row) {
    if (has_monitoring_plan(batch, row)) {
      if (batch.column(kIndicatorsMeasured).integer(row).value_or(0) > 0) {
        return {1.0, "indikator berdata awal dan bertarget, sudah diukur",
                "indicator with baseline and target, measured already"};
      }
      return {0.75, "indikator berdata awal dan bertarget, belum diukur",
              "indicator with baseline and target, not measured yet"};
    }
    if (batch.column(kIndicators).integer(row).value_or(0) > 0) {
      return {0.25, "indikator tanpa data awal atau target",
              "indicator without baseline or target"};
    }
    return {0.0, "tanpa indikator", "no indicator"};
  }

  std::int64_t horizon_;
  bool demand_monitoring_;
};

PILAH_RULE(Oki, "oki", "1.0.0")
