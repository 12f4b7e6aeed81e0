// The rules by which Solok Selatan sorts its innovations out into quick wins.
//
// Smart city is no plan of its own there: it carries out the programmes of the
// RPJMD and of each agency's Renstra in a better way. So a candidate must link
// to both, and nothing is given for being digital: the rule does not even ask
// for that column. How many are chosen, at most two per agency, every dimension:
// that is the scenario's part (scenario.json).
#include <algorithm>
#include <optional>
#include <string>

#include "pilah/plugin.hpp"
#include "pilah/usual.hpp"

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
        return pilah::usual::running(batch.column(kStage).text(row));
      case kMeasurable:
        return pilah::usual::measurable(batch.column(kIndicators).integer(row).value_or(0),
                                        batch.column(kIndicatorsWithTarget).integer(row));
      case kReady:
        return pilah::usual::ready(pilah::usual::mean_readiness(
            {batch.column(kStruktur).integer(row), batch.column(kInfrastruktur).integer(row),
             batch.column(kSuprastruktur).integer(row)}));
      default:
        return pilah::usual::soon(batch.column(kDuration).integer(row), 6,
                                  static_cast<double>(horizon_));
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
      return pilah::usual::assessed(*median);
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
      return pilah::usual::assessed(*median);
    }
    return pilah::usual::felt(batch.column(kTargetGroup).text(row).has_value(),
                              batch.column(kBenefit).text(row).has_value(), 0.8);
  }

  std::int64_t horizon_;
  bool demand_links_;
};

PILAH_RULE(SolokSelatan, "solok-selatan", "1.0.0")
