// Candidates as the table "innovations" of the SDK (columns.h): what rules see.
//
// A value that nobody knows is null; so is a column for which the catalogue
// keeps nothing yet (the needs of a dimension or area). What the scenario
// assumes for an unknown cost, duration or staff stands in its column.
//
// Of a package: counts and lists are united, amounts as the candidate has them
// (candidates.hpp), words that differ between members are null, the stage and
// each readiness are those of the member that is least advanced, yes or no is
// yes when one member says yes and unknown when one is unknown, a plan is linked
// when one member links to it, assessments are those of all members together.
//
// Assessed medians: of each assessor the newest assessment of that entry. Claims
// are the benefit, the uniqueness, the date of application and each indicator,
// as far as they are filled in; one is proven when a file names its field.
#pragma once

#include <string>
#include <vector>

#include "pilah/plugin/wire/column_table.hpp"
#include "pilah/registry/choice/candidates.hpp"

namespace pilah::registry {

/// One row per candidate, in their order; exactly the columns named in `ids`,
/// those that the SDK does not know left out.
plugin::ColumnTable candidate_table(const CatalogueView& view,
                                    const std::vector<Candidate>& candidates,
                                    const std::vector<std::string>& ids);

}  // namespace pilah::registry
