#include "pilah/search/facet.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::search {
namespace {

using catalogue::Innovation;

using Values = std::vector<std::string>;

template <class Enum>
Values word_of(const std::optional<Enum>& value) {
  if (!value) return {};
  return {std::string(catalogue::name_of(*value))};
}

Values dimensions_of(const Innovation& innovation, const catalogue::Taxonomy& taxonomy) {
  Values dimensions;
  for (const auto& mapping : innovation.mappings) {
    const auto* area = mapping.confirmed ? taxonomy.area(mapping.area) : nullptr;
    if (area) dimensions.push_back(area->dimension);
  }
  return dimensions;
}

Values areas_of(const Innovation& innovation, const catalogue::Taxonomy& taxonomy) {
  Values areas;
  for (const auto& mapping : innovation.mappings) {
    if (mapping.confirmed && taxonomy.area(mapping.area)) areas.push_back(mapping.area);
  }
  return areas;
}

Values primary_area_of(const Innovation& innovation, const catalogue::Taxonomy& taxonomy) {
  const auto* primary = catalogue::primary_mapping(innovation);
  if (!primary || !primary->confirmed || !taxonomy.area(primary->area)) return {};
  return {primary->area};
}

Values year_of(const Innovation& innovation) {
  const auto& date = innovation.applied ? innovation.applied : innovation.started;
  if (!date) return {};
  return {std::to_string(date->year)};
}

Values funding_of(const Innovation& innovation) {
  Values sources;
  for (const auto& budget : innovation.budgets) {
    if (budget.source) sources.emplace_back(catalogue::name_of(*budget.source));
  }
  return sources;
}

Values known_values(const Innovation& innovation, Facet facet,
                    const catalogue::Taxonomy& taxonomy) {
  switch (facet) {
    case Facet::kStatus:
      return {std::string(catalogue::name_of(innovation.status))};
    case Facet::kEntryKind:
      return {std::string(catalogue::name_of(innovation.entry_kind))};
    case Facet::kDimension:
      return dimensions_of(innovation, taxonomy);
    case Facet::kArea:
      return areas_of(innovation, taxonomy);
    case Facet::kPrimaryArea:
      return primary_area_of(innovation, taxonomy);
    case Facet::kOwner:
      return innovation.owner ? Values{innovation.owner->text()} : Values{};
    case Facet::kForm:
      return word_of(innovation.form);
    case Facet::kStage:
      return word_of(innovation.stage);
    case Facet::kDigital:
      return innovation.digital ? Values{*innovation.digital ? "true" : "false"} : Values{};
    case Facet::kYear:
      return year_of(innovation);
    case Facet::kFunding:
      return funding_of(innovation);
  }
  return {};
}

}  // namespace

std::optional<Facet> facet_named(std::string_view name) {
  const auto* found = std::find(kFacetNames.begin(), kFacetNames.end(), name);
  if (found == kFacetNames.end()) return std::nullopt;
  return static_cast<Facet>(found - kFacetNames.begin());
}

std::vector<std::string> values_of(const Innovation& innovation, Facet facet,
                                   const catalogue::Taxonomy& taxonomy) {
  Values values = known_values(innovation, facet, taxonomy);
  if (values.empty()) return {std::string(kUnknownValue)};
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace pilah::search
