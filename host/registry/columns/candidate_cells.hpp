// One value of a candidate, as the columns of the SDK's table "innovations"
// (columns.h) have it.
//
// A value that nobody knows is null; so is a need of which the region's dossier says
// nothing (region_needs.hpp). What the scenario assumes for an unknown cost, duration or
// staff stands in its column.
//
// Of a package: counts and lists are united, amounts as the candidate has them
// (candidates.hpp), words that differ between members are null, the stage and
// each readiness are those of the member that is least advanced, yes or no is
// yes when one member says yes and unknown when one is unknown, a plan is linked
// when one member links to it, assessments are those of all members together.
//
// Assessed medians: of each assessor the newest assessment of that entry. Claims:
// claims.hpp; what counts of them where only what is verified does: withheld_claims.hpp.
// Of indicators then those that are verified; null when none is that the column counts.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "pilah/registry/choice/candidates.hpp"
#include "pilah/registry/columns/candidate_history.hpp"
#include "pilah/registry/columns/withheld_claims.hpp"

namespace pilah::registry {

/// monostate: null.
using Cell = std::variant<std::monostate, std::string, std::int64_t, bool, double>;

/// What panels assess: the columns "assessed_..." of the SDK.
inline constexpr std::array kAssessed = {"leverage",      "felt",        "novelty",
                                         "survivability", "opportunity", "potential"};

/// What a value is read from; refers to it.
struct RowSource {
  const Candidate& candidate;
  const CatalogueView& view;
  const CandidateHistory& history;
  WithheldClaims withheld;  ///< that nothing verifies
  std::string_view raised;  ///< one of kAssessed that counts one step higher; empty: none
};

using CellReader = std::function<Cell(const RowSource&)>;

/// For a column of the SDK.
CellReader cell_reader(std::string_view column);

}  // namespace pilah::registry
