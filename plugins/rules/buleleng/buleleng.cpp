// The rules by which Buleleng sorts innovations out into quick wins.
//
// Innovation is the work of an ecosystem there: government, communities and
// associations, media, business. Villages and sub-districts propose as agencies
// do; a proposer who would sell the solution is marked, and a scenario may bound
// how many such there are. What is not ready is no quick win.
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
  kOwnerKind,
  kProposerKind,
  kSupporting,
  kPartners,
  kBeyondApbd,
  kStruktur,
  kInfrastruktur,
  kSuprastruktur,
  kTargetGroup,
  kBenefit,
  kRpjmd,
  kRenstra,
  kIndicators,
  kIndicatorsWithTarget,
  kDuration
};

enum CriterionPlace : std::uint32_t { kEcosystem, kReady, kFelt, kAligned, kMeasurable, kSoon };

enum ReasonPlace : std::uint8_t { kNoOwner, kTooLong, kNotReady, kReadinessUnknown };
enum GroupPlace : std::uint32_t { kVillages, kProposerSells };

bool is_one_of(std::optional<std::string_view> word,
               std::initializer_list<std::string_view> words) {
  return word && std::find(words.begin(), words.end(), *word) != words.end();
}

}  // namespace

class Buleleng : public pilah::RowRule<Buleleng> {
 public:
  static pilah::RuleDescription describe() {
    return {
        {"owner", "owner_kind", "proposer_kind", "supporting_organisations", "partners",
         "funded_beyond_apbd", "readiness_struktur", "readiness_infrastruktur",
         "readiness_suprastruktur", "target_group", "benefit", "rpjmd_linked", "renstra_linked",
         "indicators", "indicators_with_target", "duration_months"},
        {{"ecosystem", "Digarap bersama", "An ecosystem takes part", "satu pihak saja",
          "one party alone", "pemerintah, masyarakat, dan mitra bersama",
          "government, people and partners together", 3},
         {"ready", "Siap", "Ready", "belum siap", "not ready", "siap sepenuhnya", "fully ready", 3},
         {"felt", "Dirasakan masyarakat", "Felt by the public", "tidak diuraikan", "not told",
          "sasaran dan manfaat jelas", "target group and benefit are clear", 2},
         {"aligned", "Selaras rencana", "Aligned with the plans", "tidak tertaut", "no link",
          "tertaut RPJMD dan Renstra", "linked to RPJMD and Renstra", 2},
         {"measurable", "Terukur", "Measurable", "tanpa indikator", "no indicator",
          "indikator dengan data awal dan target", "indicators with baseline and target", 1},
         {"soon", "Cepat selesai", "Soon done", "sepanjang horison", "takes the whole horizon",
          "paling lama enam bulan", "six months or less", 1}},
        {{"no-owner", "belum ada perangkat daerah atau desa pemilik", "no owner is named"},
         {"too-long", "tidak selesai dalam horison rencana", "not done within the horizon"},
         {"not-ready", "kesiapannya di bawah batas", "its readiness is below the bound"},
         {"readiness-unknown", "kesiapannya belum diketahui", "its readiness is not known"}},
        {{"villages", "Desa dan kecamatan", "Villages and sub-districts"},
         {"proposer-sells", "Pengusul yang akan menjual solusinya",
          "Proposers who would sell the solution"}},
        true};
  }

  explicit Buleleng(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(static_cast<double>(arguments.integer("/horizon_months").value_or(24))),
        least_readiness_(arguments.number("/least_readiness").value_or(0)),
        demand_readiness_(arguments.boolean("/demand_readiness").value_or(false)) {}

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) const {
    switch (criterion) {
      case kEcosystem:
        return ecosystem(batch, row);
      case kReady:
        return pilah::usual::ready(readiness(batch, row));
      case kFelt:
        return pilah::usual::felt(batch.column(kTargetGroup).text(row).has_value(),
                                  batch.column(kBenefit).text(row).has_value());
      case kAligned:
        return pilah::usual::aligned(batch.column(kRpjmd).boolean(row),
                                     batch.column(kRenstra).boolean(row));
      case kMeasurable:
        return pilah::usual::measurable(batch.column(kIndicators).integer(row),
                                        batch.column(kIndicatorsWithTarget).integer(row));
      default:
        return pilah::usual::soon(batch.column(kDuration).integer(row), 6, horizon_);
    }
  }

  std::optional<ReasonPlace> why_not(const pilah::Batch& batch, std::uint64_t row) const {
    if (!batch.column(kOwner).text(row)) return kNoOwner;
    const auto months = batch.column(kDuration).integer(row);
    if (months && static_cast<double>(*months) > horizon_) return kTooLong;
    const auto steps = readiness(batch, row);
    if (!steps && demand_readiness_) return kReadinessUnknown;
    if (steps && *steps < least_readiness_) return kNotReady;
    return std::nullopt;
  }

  static void join_groups(const pilah::Batch& batch, std::uint64_t row, pilah::Scores& scores) {
    if (is_village(batch, row)) scores.join(row, kVillages);
    if (sells(batch, row)) scores.join(row, kProposerSells);
  }

 private:
  static std::optional<double> readiness(const pilah::Batch& batch, std::uint64_t row) {
    return pilah::usual::mean_readiness({batch.column(kStruktur).integer(row),
                                         batch.column(kInfrastruktur).integer(row),
                                         batch.column(kSuprastruktur).integer(row)});
  }
  static bool is_village(const pilah::Batch& batch, std::uint64_t row) {
    return is_one_of(batch.column(kProposerKind).text(row), {"village", "subdistrict"}) ||
           is_one_of(batch.column(kOwnerKind).text(row), {"village", "subdistrict"});
  }
  static bool sells(const pilah::Batch& batch, std::uint64_t row) {
    return is_one_of(batch.column(kProposerKind).text(row), {"business"});
  }

  /// A quarter each for other agencies, partners outside, money beyond the APBD, and
  /// a proposer who is no agency: with the owner alone there is no ecosystem yet.
  static pilah::Finding ecosystem(const pilah::Batch& batch, std::uint64_t row) {
    const std::array parties = {
        std::pair{batch.column(kSupporting).integer(row).value_or(0) > 0,
                  std::pair{"perangkat daerah lain", "other agencies"}},
        std::pair{batch.column(kPartners).integer(row).value_or(0) > 0,
                  std::pair{"mitra", "partners"}},
        std::pair{batch.column(kBeyondApbd).boolean(row).value_or(false),
                  std::pair{"dana di luar APBD", "money beyond the APBD"}},
        std::pair{
            is_one_of(batch.column(kProposerKind).text(row),
                      {"village", "subdistrict", "community", "business", "academia", "media"}),
            std::pair{"diusulkan dari luar perangkat daerah", "proposed from outside"}}};
    pilah::Finding finding{0.0, "", ""};
    for (const auto& [takes_part, words] : parties) {
      if (!takes_part) continue;
      finding.value = *finding.value + 0.25;
      finding.why_id += (finding.why_id.empty() ? "" : ", ") + std::string(words.first);
      finding.why_en += (finding.why_en.empty() ? "" : ", ") + std::string(words.second);
    }
    if (finding.why_id.empty()) {
      finding.why_id = "pemiliknya sendiri saja";
      finding.why_en = "its owner alone";
    }
    if (sells(batch, row)) {
      finding.why_id += "; ditandai: pengusulnya dunia usaha yang akan menjual solusinya";
      finding.why_en += "; marked: its proposer is a business that would sell the solution";
    }
    return finding;
  }

  double horizon_;
  double least_readiness_;
  bool demand_readiness_;
};

PILAH_RULE(Buleleng, "buleleng", "1.0.0")
