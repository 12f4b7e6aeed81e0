#include "pilah/registry/intake/row_areas.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace pilah::registry {

using catalogue::AreaMapping;
using catalogue::Innovation;
using catalogue::MappedBy;
using catalogue::Taxonomy;
using catalogue::TaxonomyMatch;

namespace {

/// People write a dimension where an area belongs and the other way round.
TaxonomyMatch match_of(const Taxonomy& taxonomy, std::string_view words) {
  if (auto area = taxonomy.find_area(words)) return area;
  return taxonomy.find_dimension(words);
}

void add_area(Innovation& innovation, const TaxonomyMatch& match, std::string_view words,
              bool primary) {
  auto& mappings = innovation.mappings;
  const auto same = std::find_if(mappings.begin(), mappings.end(), [&](const AreaMapping& mapping) {
    return mapping.area == match.area;
  });
  if (same != mappings.end()) return;
  AreaMapping mapping;
  mapping.area = match.area;
  mapping.primary = primary;
  mapping.mapped_by = MappedBy::kImporter;
  mapping.confirmed = true;
  if (match.by_alias) mapping.alias = words;
  mappings.push_back(std::move(mapping));
}

void warn(FieldMessages& warnings, Field field, const char* kind, std::string_view read,
          std::string_view dimension = {}) {
  FieldMessage warning{field, {kind, {{"read", std::string(read)}}, ""}};
  if (!dimension.empty()) {
    warning.message.arguments.emplace_back("dimension", std::string(dimension));
  }
  warnings.push_back(std::move(warning));
}

void read_primary(const RowCells& cells, const Taxonomy& taxonomy, Innovation& innovation,
                  FieldMessages& warnings) {
  std::string dimension;
  for (const Field field : {Field::kArea, Field::kDimension}) {
    const std::string& words = cells[field];
    if (words.empty()) continue;
    const TaxonomyMatch match = match_of(taxonomy, words);
    if (!match) {
      warn(warnings, field,
           field == Field::kArea ? "intake.area_unknown" : "intake.dimension_unknown", words);
      innovation.attributes[name_of(field)] = words;
    } else if (!match.area.empty()) {
      if (innovation.mappings.empty()) add_area(innovation, match, words, true);
      dimension = match.dimension;
    } else if (innovation.mappings.empty()) {
      warn(warnings, field, "intake.dimension_alone", words, match.dimension);
      innovation.attributes["dimension"] = match.dimension;
    } else if (match.dimension != dimension) {
      // The area is the finer word: it holds.
      warn(warnings, field, "intake.dimension_disagrees", words, dimension);
    }
  }
}

void read_others(const RowCells& cells, const Taxonomy& taxonomy, Innovation& innovation,
                 FieldMessages& warnings) {
  const std::string& text = cells[Field::kAreasOther];
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find_first_of(";,\n", from), text.size());
    std::string_view words = std::string_view(text).substr(from, end - from);
    from = end + 1;
    while (words.starts_with(' ')) words.remove_prefix(1);
    while (words.ends_with(' ')) words.remove_suffix(1);
    if (words.empty()) continue;
    const TaxonomyMatch match = match_of(taxonomy, words);
    if (!match) {
      warn(warnings, Field::kAreasOther, "intake.area_unknown", words);
    } else if (match.area.empty()) {
      warn(warnings, Field::kAreasOther, "intake.dimension_alone", words, match.dimension);
    } else {
      add_area(innovation, match, words, false);
    }
  }
}

}  // namespace

void read_areas(const RowCells& cells, const Taxonomy& taxonomy, Innovation& innovation,
                FieldMessages& warnings) {
  read_primary(cells, taxonomy, innovation, warnings);
  read_others(cells, taxonomy, innovation, warnings);
}

}  // namespace pilah::registry
