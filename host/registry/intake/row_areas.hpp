// The areas that a row names, as mappings that the list itself confirms.
#pragma once

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/intake/field_message.hpp"

namespace pilah::registry {

/// Adds a confirmed mapping per area that the row names, the first one primary;
/// an alias ("Smart Tourism") is kept with it. A dimension alone maps to no
/// area: it is kept as attribute "dimension", with a warning, and so is a word
/// that the taxonomy does not know, as attribute "area".
void read_areas(const RowCells& cells, const catalogue::Taxonomy& taxonomy,
                catalogue::Innovation& innovation, FieldMessages& warnings);

}  // namespace pilah::registry
