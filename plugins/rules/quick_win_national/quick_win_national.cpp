// The criteria by which published workshops tell a quick win, as a rule.
//
// Each criterion is a share of what was asked for, between 0 and 1. Where people
// have assessed a candidate, their median counts; where they have not, what its
// fields tell stands in; where both are silent the criterion is unknown.
#include <algorithm>
#include <optional>
#include <string>

#include "pilah/plugin.hpp"
#include "pilah/usual.hpp"

namespace {

enum ColumnPlace : std::uint32_t {
  kName,
  kOwner,
  kDuration,
  kStage,
  kForm,
  kBuildsApplication,
  kTargetGroup,
  kBenefit,
  kUniqueness,
  kIndicators,
  kIndicatorsWithTarget,
  kRpjmd,
  kRenstra,
  kFundingSources,
  kBeyondApbd,
  kStruktur,
  kInfrastruktur,
  kSuprastruktur,
  kLeverage,
  kFelt,
  kNovelty,
  kSurvivability,
  kAreasTouched
};

enum CriterionPlace : std::uint32_t {
  kSpeed,
  kLeverageCriterion,
  kFeltCriterion,
  kSharpens,
  kMeasurable,
  kAligned,
  kFunded,
  kNovel,
  kSurvives
};

enum ReasonPlace : std::uint8_t { kNoOwner, kTooLong, kNoName };

}  // namespace

class QuickWinNational : public pilah::RowRule<QuickWinNational> {
 public:
  static pilah::RuleDescription describe() {
    return {
        {"name",
         "owner",
         "duration_months",
         "stage",
         "form",
         "builds_application",
         "target_group",
         "benefit",
         "uniqueness",
         "indicators",
         "indicators_with_target",
         "rpjmd_linked",
         "renstra_linked",
         "funding_sources",
         "funded_beyond_apbd",
         "readiness_struktur",
         "readiness_infrastruktur",
         "readiness_suprastruktur",
         "assessed_leverage",
         "assessed_felt",
         "assessed_novelty",
         "assessed_survivability",
         "areas_touched"},
        {{"speed", "Cepat terlaksana", "Soon done", "melewati horison", "takes the whole horizon",
          "paling lama tiga bulan", "three months or less", 3},
         {"leverage", "Daya ungkit", "Leverage", "tidak ada", "none", "sangat besar", "very large",
          3},
         {"felt", "Dirasakan masyarakat", "Felt by the public", "tidak dirasakan", "not felt",
          "dirasakan langsung", "felt directly", 3},
         {"sharpens", "Mempertajam layanan", "Sharpens a service", "membangun aplikasi baru",
          "builds a new application", "mempertajam layanan yang ada", "sharpens what exists", 2},
         {"measurable", "Terukur", "Measurable", "tanpa indikator", "no indicator",
          "indikator dengan data awal dan target", "indicators with baseline and target", 2},
         {"aligned", "Selaras rencana", "Aligned with the plans", "tidak tertaut", "no link",
          "tertaut RPJMD dan Renstra", "linked to RPJMD and Renstra", 2},
         {"funded", "Pendanaan pasti", "Funding secured", "tidak ada sumber", "no source",
          "lebih dari APBD", "more than APBD", 2},
         {"novel", "Kebaruan", "Novelty", "tidak baru", "nothing new", "sangat baru", "very new",
          1},
         {"survives", "Bertahan", "Survives", "rapuh", "fragile", "siap bertahan", "ready to last",
          1}},
        {{"no-owner", "belum ada perangkat daerah pemilik yang disebut namanya",
          "no owner organisation is named"},
         {"too-long", "waktu pelaksanaan melewati horison", "it takes longer than the horizon"},
         {"no-name", "belum bernama", "it has no name"}},
        {},
        true};
  }

  explicit QuickWinNational(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(static_cast<double>(arguments.integer("/horizon_months").value_or(12))),
        demand_owner_(arguments.boolean("/demand_owner").value_or(true)) {}

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) const {
    switch (criterion) {
      case kSpeed:
        return pilah::usual::soon(batch.column(kDuration).integer(row), 3, horizon_);
      case kLeverageCriterion:
        return leverage(batch, row);
      case kFeltCriterion:
        return felt(batch, row);
      case kSharpens:
        return sharpens(batch, row);
      case kMeasurable:
        return measurable(batch, row);
      case kAligned:
        return aligned(batch, row);
      case kFunded:
        return funded(batch, row);
      case kNovel:
        return novel(batch, row);
      default:
        return survives(batch, row);
    }
  }

  std::optional<ReasonPlace> why_not(const pilah::Batch& batch, std::uint64_t row) const {
    if (!batch.column(kName).text(row)) return kNoName;
    if (demand_owner_ && !batch.column(kOwner).text(row)) return kNoOwner;
    const auto months = batch.column(kDuration).integer(row);
    if (months && static_cast<double>(*months) > horizon_) return kTooLong;
    return std::nullopt;
  }

 private:
  pilah::Finding leverage(const pilah::Batch& batch, std::uint64_t row) const {
    const auto median = batch.column(kLeverage).number(row);
    if (median) return pilah::usual::assessed(*median);
    const auto areas = batch.column(kAreasTouched).integer(row);
    if (!areas || *areas <= 0) return {std::nullopt, "belum dinilai", "not assessed yet"};
    // One area is usual; each further one shows that it moves more than its own field.
    return {std::min(0.4 + 0.2 * (static_cast<double>(*areas) - 1.0), 1.0),
            "belum dinilai; dihitung dari jumlah bidang yang disentuh",
            "not assessed; from the number of areas that it touches"};
  }

  pilah::Finding felt(const pilah::Batch& batch, std::uint64_t row) const {
    const auto median = batch.column(kFelt).number(row);
    if (median) return pilah::usual::assessed(*median);
    const auto form = batch.column(kForm).text(row);
    const bool serves = form && *form == "public_service";
    const bool told = batch.column(kTargetGroup).text(row) && batch.column(kBenefit).text(row);
    if (serves && told) {
      return {0.8, "layanan publik dengan sasaran dan manfaat yang jelas",
              "a public service with target group and benefit told"};
    }
    if (serves) return {0.6, "layanan publik", "a public service"};
    if (told) return {0.5, "sasaran dan manfaat jelas", "target group and benefit are told"};
    if (!form) return {std::nullopt, "belum diketahui", "not known"};
    return {0.2, "bukan layanan publik", "not a public service"};
  }

  pilah::Finding sharpens(const pilah::Batch& batch, std::uint64_t row) const {
    const auto builds = batch.column(kBuildsApplication).boolean(row);
    if (builds && *builds) {
      return {0.0, "membangun aplikasi baru", "it builds a new application"};
    }
    const auto stage = batch.column(kStage).text(row);
    if (!stage) return {std::nullopt, "tahapan belum diketahui", "the stage is unknown"};
    if (*stage == "applied") return {1.0, "layanan sudah berjalan", "the service runs already"};
    if (*stage == "trial") return {0.7, "sudah diuji coba", "it is on trial"};
    return {0.3, "masih inisiatif", "still an initiative"};
  }

  pilah::Finding measurable(const pilah::Batch& batch, std::uint64_t row) const {
    const auto all = batch.column(kIndicators).integer(row).value_or(0);
    const auto complete = batch.column(kIndicatorsWithTarget).integer(row).value_or(0);
    if (all == 0) return {0.0, "tanpa indikator", "no indicator"};
    if (complete == 0) {
      return {0.3, "indikator tanpa data awal dan target lengkap",
              "indicators without both baseline and target"};
    }
    const std::string count = std::to_string(complete);
    return {complete >= 2 ? 1.0 : 0.8, "indikator dengan data awal dan target: " + count,
            "indicators with baseline and target: " + count};
  }

  pilah::Finding aligned(const pilah::Batch& batch, std::uint64_t row) const {
    const bool rpjmd = batch.column(kRpjmd).boolean(row).value_or(false);
    const bool renstra = batch.column(kRenstra).boolean(row).value_or(false);
    if (rpjmd && renstra) return {1.0, "tertaut RPJMD dan Renstra", "linked to RPJMD and Renstra"};
    if (rpjmd) return {0.6, "tertaut RPJMD saja", "linked to the RPJMD alone"};
    if (renstra) return {0.4, "tertaut Renstra saja", "linked to a Renstra alone"};
    return {0.0, "tidak tertaut rencana", "no link to a plan"};
  }

  pilah::Finding funded(const pilah::Batch& batch, std::uint64_t row) const {
    const auto sources = batch.column(kFundingSources).integer(row).value_or(0);
    if (sources == 0) return {0.0, "sumber dana belum disebut", "no source of funding is named"};
    const bool beyond = batch.column(kBeyondApbd).boolean(row).value_or(false);
    if (beyond) return {1.0, "ada dana di luar APBD", "funding beyond APBD"};
    return {0.6, "APBD saja", "APBD alone"};
  }

  pilah::Finding novel(const pilah::Batch& batch, std::uint64_t row) const {
    const auto median = batch.column(kNovelty).number(row);
    if (median) return pilah::usual::assessed(*median);
    if (batch.column(kUniqueness).text(row)) {
      return {0.5, "keunikan diuraikan, belum dinilai", "uniqueness is told, not assessed"};
    }
    return {std::nullopt, "belum dinilai", "not assessed yet"};
  }

  pilah::Finding survives(const pilah::Batch& batch, std::uint64_t row) const {
    const auto median = batch.column(kSurvivability).number(row);
    if (median) return pilah::usual::assessed(*median);
    return pilah::usual::ready(pilah::usual::mean_readiness(
        {batch.column(kStruktur).integer(row), batch.column(kInfrastruktur).integer(row),
         batch.column(kSuprastruktur).integer(row)}));
  }

  double horizon_;
  bool demand_owner_;
};

PILAH_RULE(QuickWinNational, "quick-win-national", "1.0.0")
