// The rules by which Kota Bengkulu sorts innovations out into quick wins.
//
// The six dimensions are mapped to what the city needs: a candidate is worth as
// much as the need that its dimension answers. The rounds build on one another, so
// an entry that no round has mapped to an area is no candidate yet, and a first
// base stands by the following year.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/plugin.hpp"
#include "pilah/usual.hpp"

namespace {

enum ColumnPlace : std::uint32_t {
  kOwner,
  kArea,
  kDimension,
  kNeedOfDimension,
  kSupporting,
  kPartners,
  kTargetGroup,
  kBenefit,
  kStage,
  kIndicators,
  kIndicatorsWithTarget,
  kDuration
};

enum CriterionPlace : std::uint32_t { kNeed, kParticipation, kFelt, kRunning, kMeasurable, kSoon };

enum ReasonPlace : std::uint8_t { kNoOwner, kNoArea, kTooLong };

/// The dimensions of the six, and what the parameter says of each when it is silent.
struct DimensionNeed {
  std::string_view key;
  std::int64_t otherwise;
};
constexpr std::array<DimensionNeed, 6> kDimensions = {{{"smart-governance", 80},
                                                       {"smart-branding", 60},
                                                       {"smart-economy", 80},
                                                       {"smart-living", 100},
                                                       {"smart-society", 70},
                                                       {"smart-environment", 90}}};

}  // namespace

class KotaBengkulu : public pilah::RowRule<KotaBengkulu> {
 public:
  static pilah::RuleDescription describe() {
    return {{"owner", "area", "dimension", "need_of_dimension", "supporting_organisations",
             "partners", "target_group", "benefit", "stage", "indicators", "indicators_with_target",
             "duration_months"},
            {{"need", "Menjawab kebutuhan kota", "Answers what the city needs", "tidak dibutuhkan",
              "not needed", "kebutuhan terbesar", "the greatest need", 4},
             {"participation", "Banyak yang terlibat", "Many take part", "pemiliknya sendiri",
              "its owner alone", "empat pihak atau lebih", "four others or more", 2},
             {"felt", "Dirasakan warga", "Felt by the people", "tidak diuraikan", "not told",
              "sasaran dan manfaat jelas", "target group and benefit are clear", 2},
             {"running", "Sudah berjalan", "Already running", "masih gagasan", "still an idea",
              "sudah diterapkan", "applied already", 1},
             {"measurable", "Terukur", "Measurable", "tanpa indikator", "no indicator",
              "indikator dengan data awal dan target", "indicators with baseline and target", 2},
             {"soon", "Siap tahun depan", "There by next year", "sepanjang horison",
              "takes the whole horizon", "seketika", "at once", 2}},
            {{"no-owner", "belum ada perangkat daerah pemilik", "no owner organisation is named"},
             {"no-area", "belum dipetakan ke bidang oleh putaran sebelumnya",
              "no earlier round has mapped it to an area"},
             {"too-long", "tidak selesai dalam horison rencana", "not done within the horizon"}},
            {},
            true};
  }

  explicit KotaBengkulu(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(static_cast<double>(arguments.integer("/horizon_months").value_or(12))) {
    for (std::size_t i = 0; i < kDimensions.size(); ++i) {
      const std::string pointer = "/needs/" + std::string(kDimensions[i].key);
      needs_[i] =
          static_cast<double>(arguments.integer(pointer).value_or(kDimensions[i].otherwise));
    }
    greatest_ = *std::max_element(needs_.begin(), needs_.end());
    if (greatest_ <= 0) throw pilah::BadParameters("/needs: at least one need must be above 0");
  }

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) const {
    switch (criterion) {
      case kNeed:
        return need(batch, row);
      case kParticipation:
        return participation(batch, row);
      case kFelt:
        return pilah::usual::felt(batch.column(kTargetGroup).text(row).has_value(),
                                  batch.column(kBenefit).text(row).has_value());
      case kRunning:
        return pilah::usual::running(batch.column(kStage).text(row));
      case kMeasurable:
        return pilah::usual::measurable(batch.column(kIndicators).integer(row),
                                        batch.column(kIndicatorsWithTarget).integer(row));
      default:
        return pilah::usual::soon(batch.column(kDuration).integer(row), 0, horizon_);
    }
  }

  std::optional<ReasonPlace> why_not(const pilah::Batch& batch, std::uint64_t row) const {
    if (!batch.column(kOwner).text(row)) return kNoOwner;
    if (!batch.column(kArea).text(row)) return kNoArea;
    const auto months = batch.column(kDuration).integer(row);
    if (months && static_cast<double>(*months) > horizon_) return kTooLong;
    return std::nullopt;
  }

 private:
  /// The weight in the region's dossier, where twice an even share of the six is the
  /// most; without one the scenario's, beside the greatest of them.
  pilah::Finding need(const pilah::Batch& batch, std::uint64_t row) const {
    if (const auto share = batch.column(kNeedOfDimension).number(row)) {
      return {pilah::between(*share, 0, 2.0 / 6.0), "bobot kebutuhan dari profil daerah",
              "the need in the region's dossier"};
    }
    const auto dimension = batch.column(kDimension).text(row);
    for (std::size_t i = 0; dimension && i < kDimensions.size(); ++i) {
      if (kDimensions[i].key != *dimension) continue;
      const std::string weight = std::to_string(static_cast<long>(needs_[i]));
      const std::string most = std::to_string(static_cast<long>(greatest_));
      return {needs_[i] / greatest_,
              "kebutuhan dimensi ini menurut skenario: " + weight + ", yang terbesar " + most,
              "the scenario's need of its dimension: " + weight + ", the greatest " + most};
    }
    return {std::nullopt, "dimensi belum diketahui", "the dimension is not known"};
  }

  /// A quarter for each agency or partner beside the owner.
  static pilah::Finding participation(const pilah::Batch& batch, std::uint64_t row) {
    const auto agencies = batch.column(kSupporting).integer(row);
    const auto partners = batch.column(kPartners).integer(row);
    if (!agencies && !partners) {
      return {std::nullopt, "pihak yang terlibat belum diketahui", "who takes part is not known"};
    }
    const auto count = [](std::optional<std::int64_t> number) {
      return std::clamp<std::int64_t>(number.value_or(0), 0, 1'000'000);
    };
    const auto others = count(agencies) + count(partners);
    const std::string text = std::to_string(others);
    return {pilah::between(static_cast<double>(others), 0, 4), "pihak lain yang terlibat: " + text,
            "others who take part: " + text};
  }

  double horizon_;
  std::array<double, kDimensions.size()> needs_{};
  double greatest_ = 0;
};

PILAH_RULE(KotaBengkulu, "kota-bengkulu", "1.0.0")
