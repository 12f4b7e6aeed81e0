// Criteria that many regions ask for, as findings of a row: a rule calls those that it
// wants with the values of its columns (columns.h). What nobody knows stays unknown.
//
//   case kSoon:
//     return pilah::usual::soon(batch.column(kDuration).integer(row), 6, horizon_);
//
// Header-only; pure functions. Months are whole months; steps go from 0 to kMostSteps.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/face/rule.hpp"

namespace pilah::usual {

/// Of an assessment, and of each pillar of readiness.
inline constexpr double kMostSteps = 4.0;

/// The median of a panel's assessments, in steps.
inline Finding assessed(double median) {
  return {between(median, 0, kMostSteps), "median penilaian", "median of the assessments"};
}

/// 1 up to `quick` months, falling to 0 at the horizon.
inline Finding soon(std::optional<std::int64_t> months, double quick, double horizon) {
  if (!months) return {std::nullopt, "durasi belum diketahui", "the duration is unknown"};
  const auto taken = static_cast<double>(*months);
  const double span = std::max(horizon - quick, 1.0);
  const std::string count = std::to_string(*months);
  const std::string most = std::to_string(static_cast<std::int64_t>(std::clamp(horizon, 0.0, 1e9)));
  return {taken <= quick ? 1.0 : between(taken, horizon, horizon - span),
          "durasi " + count + " dari " + most + " bulan",
          "duration " + count + " of " + most + " months"};
}

/// What is known of struktur, infrastruktur and suprastruktur, in steps.
inline std::optional<double> mean_readiness(
    std::initializer_list<std::optional<std::int64_t>> pillars) {
  double sum = 0;
  int known = 0;
  for (const auto& step : pillars) {
    if (!step) continue;
    sum += static_cast<double>(*step);
    ++known;
  }
  return known == 0 ? std::nullopt : std::optional(sum / known);
}

inline Finding ready(std::optional<double> mean) {
  if (!mean) return {std::nullopt, "kesiapan belum diketahui", "readiness is unknown"};
  return {between(*mean, 0, kMostSteps), "rata-rata struktur, infrastruktur, suprastruktur",
          "mean of struktur, infrastruktur, suprastruktur"};
}

/// How far it has come, by the words of the column `stage`.
inline Finding running(std::optional<std::string_view> stage) {
  if (!stage) return {std::nullopt, "tahapan belum diketahui", "the stage is unknown"};
  if (*stage == "applied") return {1.0, "sudah diterapkan", "applied already"};
  if (*stage == "trial") return {0.6, "sedang diuji coba", "on trial"};
  return {0.2, "masih inisiatif", "still an initiative"};
}

/// Whether it is told whom it serves and what they gain: `most` for both, half of it for one.
inline Finding felt(bool whom, bool what, double most = 1.0) {
  if (whom && what) return {most, "sasaran dan manfaat diuraikan", "target and benefit are told"};
  if (whom || what) return {most / 2, "sasaran atau manfaat saja", "target or benefit alone"};
  return {std::nullopt, "sasaran dan manfaat belum diketahui",
          "target group and benefit are not known"};
}

/// `complete`: indicators with baseline and target, of `all`.
inline Finding measurable(std::optional<std::int64_t> all, std::optional<std::int64_t> complete) {
  if (complete.value_or(0) > 0) {
    const std::string count = std::to_string(*complete);
    return {1.0, "indikator dengan data awal dan target: " + count,
            "indicators with baseline and target: " + count};
  }
  if (!all) return {std::nullopt, "indikator belum diketahui", "indicators are not known"};
  if (*all > 0) {
    return {0.4, "indikator tanpa data awal atau target", "indicator without baseline or target"};
  }
  return {0.0, "tanpa indikator", "no indicator"};
}

/// Whether it links to an item of the RPJMD.
inline Finding in_rpjmd(std::optional<bool> linked) {
  if (!linked) return {std::nullopt, "kaitan RPJMD belum diketahui", "RPJMD link not known"};
  if (*linked) return {1.0, "tertaut ke program RPJMD", "linked to an RPJMD programme"};
  return {0.0, "tidak tertaut ke program RPJMD", "no link to an RPJMD programme"};
}

/// Links to items of the RPJMD and of a Renstra, half each.
inline Finding aligned(std::optional<bool> rpjmd, std::optional<bool> renstra) {
  if (!rpjmd && !renstra) {
    return {std::nullopt, "kaitan rencana belum diketahui", "links to plans are not known"};
  }
  const bool one = rpjmd.value_or(false);
  const bool other = renstra.value_or(false);
  if (one && other) return {1.0, "tertaut RPJMD dan Renstra", "linked to RPJMD and Renstra"};
  if (one || other) return {0.5, "tertaut salah satu rencana", "linked to one of the plans"};
  return {0.0, "tidak tertaut rencana", "no link to a plan"};
}

}  // namespace pilah::usual
