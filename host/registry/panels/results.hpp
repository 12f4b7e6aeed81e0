// What a panel found: the scores of each entry, what is missing, where its members are far
// apart, and how far they agree. Told once it is closed, to whoever sees the whole region.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct GivenScore {
  catalogue::PersonId assessor;
  std::string name;
  catalogue::Step step;
  std::string note;
};

/// One entry on one criterion. Without scores it is unknown, not 0.
struct JudgedCriterion {
  std::string criterion;
  std::vector<GivenScore> scores;      ///< in the order of the members
  std::optional<std::int64_t> median;  ///< in halves of a step: 5 is 2.5
  std::optional<std::int64_t> spread;  ///< highest minus lowest, in steps
  bool far_apart = false;
};

struct JudgedEntry {
  catalogue::InnovationId id;
  std::string name;
  std::vector<JudgedCriterion> criteria;
};

struct MissingScores {
  catalogue::PersonId assessor;
  std::string name;
  catalogue::InnovationId innovation;
  std::string entry;
  std::vector<std::string> criteria;
};

/// How one calls an alpha (registry-data/scales.json).
enum class AgreementLevel { kReliable, kTentative, kLow, kUnknown };

struct Agreement {
  std::string criterion;
  std::optional<std::int64_t> alpha;  ///< millionths (agreement.hpp)
  AgreementLevel level = AgreementLevel::kUnknown;
};

struct PanelResults {
  catalogue::Panel panel;
  std::vector<JudgedEntry> entries;  ///< in the panel's order
  std::vector<MissingScores> missing;
  std::vector<Agreement> agreement;  ///< by criterion
};

/// Throws Refusal(kConflict) while the panel is open.
PanelResults panel_results(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, catalogue::PanelId id);

/// Whose scores are missing, which tells no score: while it is open, too.
std::vector<MissingScores> missing_scores(const Environment& environment, const Caller& caller,
                                          const catalogue::RegionCode& region,
                                          catalogue::PanelId id);

/// "reliable", "tentative", "low", "unknown".
const char* name_of(AgreementLevel level);

}  // namespace pilah::registry
