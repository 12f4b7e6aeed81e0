#include "pilah/registry/aggregates/facet_counts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

/// Each value costs a search.
constexpr std::size_t kMostSplitValues = 300;

template <class Enum>
void set_words(std::vector<Enum>& field, const std::string& value) {
  if (const auto word = catalogue::enum_named<Enum>(value)) field = {*word};
}

/// The words of the filter on that facet; empty: it asks for nothing there.
std::vector<std::string> asked_of(const InnovationFilter& filter, const std::string& facet) {
  std::vector<std::string> asked;
  const auto add_words = [&asked](const auto& values) {
    for (const auto value : values) asked.emplace_back(catalogue::name_of(value));
  };
  if (facet == "status") add_words(filter.statuses);
  if (facet == "entry_kind") add_words(filter.entry_kinds);
  if (facet == "form") add_words(filter.forms);
  if (facet == "stage") add_words(filter.stages);
  if (facet == "funding") add_words(filter.funding);
  if (facet == "dimension") asked = filter.dimensions;
  if (facet == "area") asked = filter.areas;
  if (facet == "primary_area") asked = filter.primary_areas;
  if (facet == "owner") {
    for (const auto& owner : filter.owners) asked.push_back(owner.text());
  }
  if (facet == "year") {
    for (const int year : filter.years) asked.push_back(std::to_string(year));
  }
  if (facet == "digital" && filter.digital) asked = {*filter.digital ? "true" : "false"};
  return asked;
}

/// The filter, but of that facet only this value.
InnovationFilter with_value(InnovationFilter filter, const std::string& facet,
                            const std::optional<std::string>& value) {
  if (!value) {
    filter.unknown.push_back(facet);
    return filter;
  }
  if (facet == "status") set_words(filter.statuses, *value);
  if (facet == "entry_kind") set_words(filter.entry_kinds, *value);
  if (facet == "form") set_words(filter.forms, *value);
  if (facet == "stage") set_words(filter.stages, *value);
  if (facet == "funding") set_words(filter.funding, *value);
  if (facet == "dimension") filter.dimensions = {*value};
  if (facet == "area") filter.areas = {*value};
  if (facet == "primary_area") filter.primary_areas = {*value};
  if (facet == "owner") {
    if (const auto owner = catalogue::OrganisationId::parse(*value)) filter.owners = {*owner};
  }
  if (facet == "year") {
    int year = 0;
    std::from_chars(value->data(), value->data() + value->size(), year);
    filter.years = {year};
  }
  if (facet == "digital") filter.digital = *value == "true";
  return filter;
}

/// The values of one facet that the filter finds.
FacetTable counted(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, InnovationFilter filter,
                   const std::string& facet) {
  filter.facets = {facet};
  filter.sort.clear();
  filter.after.clear();
  filter.limit = 1;
  auto list = innovations(environment, caller, region, filter);
  const auto asked = asked_of(filter, facet);
  FacetTable table;
  table.revision = list.revision;
  for (auto& [value, count] : list.facets.front().values) {
    const bool is_asked =
        asked.empty() || (value && std::find(asked.begin(), asked.end(), *value) != asked.end());
    if (is_asked) table.rows.push_back({std::move(value), std::nullopt, count});
  }
  return table;
}

}  // namespace

FacetWords::FacetWords(const Environment& environment, const catalogue::RegionCode& region)
    : taxonomy_(environment.taxonomy) {
  environment.store.read([&](store::Reader& reader) {
    organisations_.clear();
    reader.each<catalogue::Organisation>(region, [&](const auto& stored) {
      organisations_[stored.record.id.text()] = stored.record.name;
      return true;
    });
  });
}

std::optional<catalogue::Bilingual> FacetWords::name(const std::string& facet,
                                                     const std::string& value) const {
  if (facet == "dimension") {
    if (const auto* dimension = taxonomy_.dimension(value)) return dimension->name;
  } else if (facet == "area" || facet == "primary_area") {
    if (const auto* area = taxonomy_.area(value)) return area->name;
  } else if (facet == "owner") {
    const auto found = organisations_.find(value);
    if (found != organisations_.end()) return catalogue::Bilingual{found->second, found->second};
  }
  return std::nullopt;
}

FacetTable facet_counts(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, const InnovationFilter& filter,
                        const std::string& by, const std::string& split) {
  auto table = counted(environment, caller, region, filter, by);
  if (split.empty()) return table;
  if (table.rows.size() > kMostSplitValues) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"innovation.too_many_to_split",
                          {{"facet", by}, {"most", std::to_string(kMostSplitValues)}},
                          "/split"});
  }
  FacetTable both;
  both.revision = table.revision;
  for (const auto& row : table.rows) {
    auto within = counted(environment, caller, region, with_value(filter, by, row.value), split);
    // The oldest of them: no row is newer than what the answer says.
    both.revision = std::min(both.revision, within.revision);
    for (auto& each : within.rows) {
      both.rows.push_back({row.value, std::move(each.value), each.count});
    }
  }
  return both;
}

}  // namespace pilah::registry
