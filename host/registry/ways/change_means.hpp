// What changes of entries are made with: items of plans to link to, an agency that
// could own, and what stands in for amounts that nobody knows.
//
// Refers to the view. A value; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/choice/candidates.hpp"

namespace pilah::registry {

struct ChangeMeans {
  const CatalogueView& view;
  const catalogue::Taxonomy& taxonomy;
  catalogue::PartialDate today;
  /// The medians of the candidates (the lower one in the middle); nothing: none is
  /// known, or the scenario assumes an amount where none is.
  std::optional<std::int64_t> usual_cost;            ///< rupiah
  std::optional<std::int64_t> usual_staff;           ///< persons
  std::int32_t most_months = catalogue::kMaxMonths;  ///< that the scenario allows
  std::int32_t quick_months = 12;                    ///< of what is soon done, if allowed
  bool states_duration = true;  ///< false: the scenario assumes one where none is known
  bool proves_claims = false;   ///< a claim counts with its evidence alone
  bool names_areas = false;     ///< it matters which area: a constraint speaks of areas
  /// An agency that owns no candidate, so that it has places free; null: there is none.
  const catalogue::Organisation* free_agency = nullptr;

  /// An item that the entry can link to: of its owner's own plan where it has one, a
  /// programme rather than another level; nothing: the region has no such plan.
  std::optional<catalogue::PlanItemId> item_of(catalogue::PlanKind kind,
                                               const catalogue::Innovation& entry) const;
};

/// `today`: an ISO 8601 day.
ChangeMeans means_of(const CatalogueView& view, const Scenario& scenario,
                     const catalogue::Taxonomy& taxonomy, const std::vector<Candidate>& candidates,
                     const std::string& today);

}  // namespace pilah::registry
