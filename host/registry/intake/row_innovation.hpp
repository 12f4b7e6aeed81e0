// One row of a list read as an innovation.
#pragma once

#include <optional>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/intake/field_message.hpp"
#include "pilah/registry/intake/organisation_index.hpp"
#include "pilah/registry/intake/plan_index.hpp"
#include "pilah/registry/list_words.hpp"

namespace pilah::registry {

/// What a row's words are looked up in; all of it outlives the reading.
struct RowContext {
  const ListWords& words;
  const catalogue::Taxonomy& taxonomy;
  const OrganisationIndex* organisations = nullptr;  ///< of the row's region, if it has any
  const PlanIndex* plans = nullptr;
};

struct ReadInnovation {
  /// Filled but for id, region and origin.
  catalogue::Innovation innovation;
  /// Cells that could not be read: their fields stay unknown, the text stays in the source.
  FieldMessages warnings;
};

/// `owner`: whom the row's owner cell was found to be. A row asks for submission
/// at most: whether it is verified is for a person to say, here.
ReadInnovation read_innovation(const RowCells& cells,
                               const std::optional<catalogue::OrganisationId>& owner,
                               const RowContext& context);

/// The text by which a row names its owner: the owner cell; where a national
/// list gives a region as the institution, the unit in it; else the institution.
/// Empty when the row names none.
std::string owner_text(const RowCells& cells, bool institution_is_region);

}  // namespace pilah::registry
