// The rules by which Kotawaringin Timur chooses its quick wins.
//
// Public services come first. Each dimension has a working group with a list of
// its own; what several of them share, the intersections (irisan), counts beside
// that and makes a group of its own, so that a set cannot do without them.
// People there say Smart People for Smart Society: the texts do so too.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/plugin.hpp"
#include "pilah/usual.hpp"

namespace {

enum ColumnPlace : std::uint32_t {
  kOwner,
  kDuration,
  kForm,
  kDimension,
  kArea,
  kAreas,
  kDimensions,
  kTargetGroup,
  kBenefit,
  kIndicators,
  kIndicatorsWithTarget,
  kRpjmd,
  kStage
};

enum CriterionPlace : std::uint32_t {
  kPublicService,
  kIntersectionCriterion,
  kFelt,
  kMeasurable,
  kRpjmdCriterion,
  kRunning,
  kSoon
};

enum ReasonPlace : std::uint8_t { kNoOwner, kTooLong, kNoDimension };

enum GroupPlace : std::uint32_t { kIntersection };

/// As the region calls it; a key that it has no word for stays as it is.
std::string_view said_as(std::string_view dimension) {
  if (dimension == "smart-governance") return "Smart Governance";
  if (dimension == "smart-branding") return "Smart Branding";
  if (dimension == "smart-economy") return "Smart Economy";
  if (dimension == "smart-living") return "Smart Living";
  if (dimension == "smart-society") return "Smart People";
  if (dimension == "smart-environment") return "Smart Environment";
  return dimension;
}

}  // namespace

class KotawaringinTimur : public pilah::RowRule<KotawaringinTimur> {
 public:
  static pilah::RuleDescription describe() {
    return {
        {"owner", "duration_months", "form", "dimension", "area", "areas_touched",
         "dimensions_touched", "target_group", "benefit", "indicators", "indicators_with_target",
         "rpjmd_linked", "stage"},
        {{"public-service", "Pelayanan publik", "Public service", "bukan layanan kepada warga",
          "no service to the public", "pelayanan publik dalam bentuk dan bidangnya",
          "a public service in form and in area", 4},
         {"intersection", "Irisan antardimensi", "Intersection of dimensions", "satu bidang saja",
          "one area alone", "tiga dimensi atau lebih", "three dimensions or more", 3},
         {"felt", "Dirasakan masyarakat", "Felt by the public", "tidak diuraikan", "not told",
          "sasaran dan manfaat jelas", "target group and benefit are clear", 2},
         {"measurable", "Terukur", "Measurable", "tanpa indikator", "no indicator",
          "indikator dengan data awal dan target", "indicators with baseline and target", 2},
         {"rpjmd", "Tertaut RPJMD", "Linked to the RPJMD", "tidak tertaut", "no link",
          "tertaut ke program RPJMD", "linked to an RPJMD programme", 1},
         {"running", "Sudah berjalan", "Already running", "masih gagasan", "still an idea",
          "sudah diterapkan", "applied already", 1},
         {"soon", "Cepat selesai", "Soon done", "sepanjang horison", "takes the whole horizon",
          "paling lama enam bulan", "six months or less", 1}},
        {{"no-owner", "belum ada perangkat daerah pemilik", "no owner organisation is named"},
         {"too-long", "tidak selesai dalam horison rencana", "not done within the horizon"},
         {"no-dimension", "belum dipetakan: tidak ada kelompok kerja dimensi yang membahasnya",
          "not mapped yet: no dimension's working group discusses it"}},
        {{"intersection", "Irisan antardimensi", "Intersections of dimensions", 2, -1}},
        true};
  }

  explicit KotawaringinTimur(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(arguments.integer("/horizon_months").value_or(24)),
        intersection_from_(arguments.integer("/intersection_from").value_or(2)) {}

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) const {
    switch (criterion) {
      case kPublicService:
        return public_service(batch, row);
      case kIntersectionCriterion:
        return intersection(batch, row);
      case kFelt:
        return pilah::usual::felt(batch.column(kTargetGroup).text(row).has_value(),
                                  batch.column(kBenefit).text(row).has_value());
      case kMeasurable:
        return pilah::usual::measurable(batch.column(kIndicators).integer(row).value_or(0),
                                        batch.column(kIndicatorsWithTarget).integer(row));
      case kRpjmdCriterion:
        return pilah::usual::in_rpjmd(batch.column(kRpjmd).boolean(row));
      case kRunning:
        return pilah::usual::running(batch.column(kStage).text(row));
      default:
        return pilah::usual::soon(batch.column(kDuration).integer(row), 6,
                                  static_cast<double>(horizon_));
    }
  }

  std::optional<ReasonPlace> why_not(const pilah::Batch& batch, std::uint64_t row) const {
    if (!batch.column(kOwner).text(row)) return kNoOwner;
    const auto months = batch.column(kDuration).integer(row);
    if (months && *months > horizon_) return kTooLong;
    if (!batch.column(kDimension).text(row)) return kNoDimension;
    return std::nullopt;
  }

  void join_groups(const pilah::Batch& batch, std::uint64_t row, pilah::Scores& scores) const {
    if (batch.column(kDimensions).integer(row).value_or(0) >= intersection_from_) {
      scores.join(row, kIntersection);
    }
  }

 private:
  /// The form says how it reaches people, the area what it is about. The form weighs more:
  /// a health post is a public service too, though its area is health.
  static pilah::Finding public_service(const pilah::Batch& batch, std::uint64_t row) {
    const auto form = batch.column(kForm).text(row);
    const auto area = batch.column(kArea).text(row);
    const bool by_area = area == "public-service";
    if (form == "public_service" && by_area) {
      return {1.0, "bentuk dan bidangnya pelayanan publik", "a public service in form and in area"};
    }
    if (form == "public_service") {
      return {0.8, "bentuknya pelayanan publik", "a public service in form"};
    }
    if (by_area) return {0.6, "bidangnya pelayanan publik", "a public service in area"};
    if (form == "governance" || batch.column(kDimension).text(row) == "smart-governance") {
      return {0.3, "tata kelola: melayani warga lewat pemerintahnya",
              "governance: it serves people by way of their government"};
    }
    if (!form) return {std::nullopt, "bentuk belum diketahui", "the form is unknown"};
    return {0.0, "bukan pelayanan publik", "no public service"};
  }

  /// Two dimensions are an intersection; areas of one dimension a little of one.
  static pilah::Finding intersection(const pilah::Batch& batch, std::uint64_t row) {
    const auto areas = batch.column(kAreas).integer(row).value_or(0);
    const auto dimensions = batch.column(kDimensions).integer(row).value_or(0);
    if (areas == 0 && dimensions == 0) {
      return {std::nullopt, "belum dipetakan", "not mapped yet"};
    }
    const auto main = batch.column(kDimension).text(row);
    const std::string from = main ? std::string(said_as(*main)) : "?";
    if (dimensions >= 2) {
      const std::string count = std::to_string(dimensions);
      return {dimensions >= 3 ? 1.0 : 0.7, "irisan " + count + " dimensi, berpangkal di " + from,
              "an intersection of " + count + " dimensions, at home in " + from};
    }
    if (areas >= 2) {
      const std::string count = std::to_string(areas);
      return {0.3, count + " bidang di dalam " + from, count + " areas within " + from};
    }
    return {0.0, "satu bidang di dalam " + from, "one area within " + from};
  }

  std::int64_t horizon_;
  std::int64_t intersection_from_;
};

PILAH_RULE(KotawaringinTimur, "kotawaringin-timur", "1.0.0")
