// The rules by which Solok Selatan sorts its innovations out into quick wins.
//
// Smart city is no plan of its own there: it carries out the programmes of the
// RPJMD and of each agency's Renstra in a better way. So a candidate must link
// to both, and nothing is given for being digital: the rule does not even ask
// for that column. How many are chosen, at most two per agency, every dimension:
// that is the scenario's part (scenario.json).
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "pilah/plugin.hpp"

namespace {

enum ColumnPlace : std::uint32_t {
  kOwner,
  kDuration,
  kRpjmd,
  kRenstra,
  kStage,
  kTargetGroup,
  kBenefit,
  kSupporting,
  kPartners,
  kIndicatorsWithTarget,
  kIndicators,
  kStruktur,
  kInfrastruktur,
  kSuprastruktur,
  kAssessedLeverage,
  kAssessedFelt,
  kDimensions
};

enum CriterionPlace : std::uint32_t {
  kRpjmdCriterion,
  kLeverage,
  kFelt,
  kRunning,
  kMeasurable,
  kReady,
  kSoon
};

enum ReasonPlace : std::uint8_t { kNoOwner, kNoRpjmd, kNoRenstra, kTooLong };

constexpr double kScaleTop = 4.0;  // assessments and readiness go from 0 to 4

}  // namespace

class SolokSelatan : public pilah::RowRule<SolokSelatan> {
 public:
  static pilah::RuleDescription describe() {
    return {
        {"owner", "duration_months", "rpjmd_linked", "renstra_linked", "stage", "target_group",
         "benefit", "supporting_organisations", "partners", "indicators_with_target", "indicators",
         "readiness_struktur", "readiness_infrastruktur", "readiness_suprastruktur",
         "assessed_leverage", "assessed_felt", "dimensions_touched"},
        {{"rpjmd", "Menjalankan RPJMD dan Renstra", "Carries out RPJMD and Renstra",
          "tidak tertaut", "no link", "tertaut keduanya", "linked to both", 3},
         {"leverage", "Daya ungkit", "Leverage", "berdiri sendiri", "stands alone",
          "menggerakkan banyak pihak", "moves many others", 2},
         {"felt", "Dirasakan masyarakat", "Felt by the public", "tidak diuraikan", "not told",
          "sasaran dan manfaat jelas", "target group and benefit are clear", 2},
         {"running", "Sudah berjalan", "Already running", "masih gagasan", "still an idea",
          "sudah diterapkan", "applied already", 2},
         {"measurable", "Terukur", "Measurable", "tanpa indikator", "no indicator",
          "indikator dengan data awal dan target", "indicators with baseline and target", 2},
         {"ready", "Siap", "Ready", "belum siap", "not ready", "siap sepenuhnya", "fully ready", 1},
         {"soon", "Cepat selesai", "Soon done", "sepanjang horison", "takes the whole horizon",
          "paling lama enam bulan", "six months or less", 1}},
        {{"no-owner", "belum ada perangkat daerah pemilik", "no owner organisation is named"},
         {"no-rpjmd", "belum tertaut ke program RPJMD", "no resolved link to an RPJMD programme"},
         {"no-renstra", "belum tertaut ke Renstra perangkat daerah",
          "no resolved link to the Renstra of an agency"},
         {"too-long", "tidak selesai dalam horison rencana", "not done within the horizon"}},
        {},
        true};
  }

  explicit SolokSelatan(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(arguments.integer("/horizon_months").value_or(24)),
        demand_links_(arguments.boolean("/demand_plan_links").value_or(true)) {}

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) const {
    switch (criterion) {
      case kRpjmdCriterion:
        return plan_links(batch, row);
      case kLeverage:
        return leverage(batch, row);
      case kFelt:
        return felt(batch, row);
      case kRunning:
        return running(batch, row);
      case kMeasurable:
        return measurable(batch, row);
      case kReady:
        return ready(batch, row);
      default:
        return soon(batch, row);
    }
  }

  std::optional<ReasonPlace> why_not(const pilah::Batch& batch, std::uint64_t row) const {
    if (!batch.column(kOwner).text(row)) return kNoOwner;
    const auto months = batch.column(kDuration).integer(row);
    if (months && *months > horizon_) return kTooLong;
    if (!demand_links_) return std::nullopt;
    if (!batch.column(kRpjmd).boolean(row).value_or(false)) return kNoRpjmd;
    if (!batch.column(kRenstra).boolean(row).value_or(false)) return kNoRenstra;
    return std::nullopt;
  }

 private:
  static pilah::Finding plan_links(const pilah::Batch& batch, std::uint64_t row) {
    const bool rpjmd = batch.column(kRpjmd).boolean(row).value_or(false);
    const bool renstra = batch.column(kRenstra).boolean(row).value_or(false);
    if (rpjmd && renstra) return {1.0, "tertaut RPJMD dan Renstra", "linked to RPJMD and Renstra"};
    if (rpjmd || renstra) return {0.5, "tertaut salah satu rencana", "linked to one of the plans"};
    return {0.0, "tidak tertaut rencana", "no link to a plan"};
  }

  /// The panel's median; without one, who else takes part: organisations,
  /// partners and dimensions beyond the first, a quarter each, up to 1.
  static pilah::Finding leverage(const pilah::Batch& batch, std::uint64_t row) {
    if (const auto median = batch.column(kAssessedLeverage).number(row)) {
      return {pilah::between(*median, 0, kScaleTop), "median penilaian",
              "median of the assessments"};
    }
    const double others = number(batch, kSupporting, row) + number(batch, kPartners, row) +
                          std::max(number(batch, kDimensions, row) - 1.0, 0.0);
    const std::string count = std::to_string(std::llround(std::min(others, 1e9)));
    return {pilah::between(others, 0, 4),
            "belum dinilai; pihak dan dimensi lain yang terlibat: " + count,
            "not assessed; others and further dimensions involved: " + count};
  }

  /// A count; what nobody knows adds nothing to it.
  static double number(const pilah::Batch& batch, std::uint32_t column, std::uint64_t row) {
    return static_cast<double>(batch.column(column).integer(row).value_or(0));
  }

  static pilah::Finding felt(const pilah::Batch& batch, std::uint64_t row) {
    if (const auto median = batch.column(kAssessedFelt).number(row)) {
      return {pilah::between(*median, 0, kScaleTop), "median penilaian",
              "median of the assessments"};
    }
    const bool whom = batch.column(kTargetGroup).text(row).has_value();
    const bool what = batch.column(kBenefit).text(row).has_value();
    if (whom && what) return {0.8, "sasaran dan manfaat diuraikan", "target and benefit are told"};
    if (whom || what) return {0.4, "sasaran atau manfaat saja", "target or benefit alone"};
    return {std::nullopt, "belum diketahui", "not known"};
  }

  static pilah::Finding running(const pilah::Batch& batch, std::uint64_t row) {
    const auto stage = batch.column(kStage).text(row);
    if (!stage) return {std::nullopt, "tahapan belum diketahui", "the stage is unknown"};
    if (*stage == "applied") return {1.0, "sudah diterapkan", "applied already"};
    if (*stage == "trial") return {0.6, "sedang diuji coba", "on trial"};
    return {0.2, "masih inisiatif", "still an initiative"};
  }

  static pilah::Finding measurable(const pilah::Batch& batch, std::uint64_t row) {
    const auto complete = batch.column(kIndicatorsWithTarget).integer(row).value_or(0);
    if (complete > 0) {
      const std::string count = std::to_string(complete);
      return {1.0, "indikator dengan data awal dan target: " + count,
              "indicators with baseline and target: " + count};
    }
    if (batch.column(kIndicators).integer(row).value_or(0) > 0) {
      return {0.4, "indikator tanpa data awal atau target", "indicator without baseline or target"};
    }
    return {0.0, "tanpa indikator", "no indicator"};
  }

  static pilah::Finding ready(const pilah::Batch& batch, std::uint64_t row) {
    double sum = 0;
    int known = 0;
    for (const auto place : {kStruktur, kInfrastruktur, kSuprastruktur}) {
      if (const auto step = batch.column(place).integer(row)) {
        sum += static_cast<double>(*step);
        ++known;
      }
    }
    if (known == 0) return {std::nullopt, "kesiapan belum diketahui", "readiness is unknown"};
    return {pilah::between(sum, 0, kScaleTop * known),
            "rata-rata struktur, infrastruktur, suprastruktur",
            "mean of struktur, infrastruktur, suprastruktur"};
  }

  /// 1 up to six months, falling to 0 at the horizon.
  pilah::Finding soon(const pilah::Batch& batch, std::uint64_t row) const {
    const auto months = batch.column(kDuration).integer(row);
    if (!months) return {std::nullopt, "durasi belum diketahui", "the duration is unknown"};
    const auto horizon = static_cast<double>(horizon_);
    const double span = std::max(horizon - 6.0, 1.0);
    const auto value =
        *months <= 6 ? 1.0 : pilah::between(static_cast<double>(*months), horizon, horizon - span);
    const std::string count = std::to_string(*months);
    return {value, "durasi " + count + " bulan", "duration " + count + " months"};
  }

  std::int64_t horizon_;
  bool demand_links_;
};

PILAH_RULE(SolokSelatan, "solok-selatan", "1.0.0")
