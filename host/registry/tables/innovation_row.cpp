#include "pilah/registry/tables/innovation_row.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Innovation;

/// A row under way: what is unknown is not put in.
class Row {
 public:
  void add(const char* column, const std::string& text) {
    if (!text.empty()) cells_[column] = text;
  }
  void add(const char* column, const std::vector<std::string>& texts) {
    std::string joined;
    for (const auto& text : texts) joined += (joined.empty() ? "" : "; ") + text;
    add(column, joined);
  }
  template <class Value>
  void add(const char* column, const std::optional<Value>& known) {
    if (known) cells_[column] = catalogue::to_json(*known);
  }
  void set(const char* column, boost::json::value value) { cells_[column] = std::move(value); }
  boost::json::object take() { return std::move(cells_); }

 private:
  boost::json::object cells_;
};

/// The amount, when it is known of every budget; a part of the sum would look like all of it.
void add_money(Row& row, const Innovation& innovation) {
  row.add("budget", catalogue::total_budget(innovation));
  std::set<std::string> sources;
  for (const auto& budget : innovation.budgets) {
    if (budget.source) sources.emplace(catalogue::name_of(*budget.source));
  }
  row.add("funding", std::vector<std::string>(sources.begin(), sources.end()));
  row.add("staff", innovation.staff);
}

void add_areas(Row& row, const Innovation& innovation, const catalogue::Taxonomy& taxonomy) {
  std::vector<std::string> areas;
  for (const auto& mapping : innovation.mappings) {
    if (mapping.confirmed) areas.push_back(mapping.area);
  }
  const auto* primary = catalogue::primary_mapping(innovation);
  if (primary && primary->confirmed) {
    row.add("primary_area", primary->area);
    if (const auto* area = taxonomy.area(primary->area)) {
      row.add("area_name", area->name.indonesian);
      row.add("dimension", area->dimension);
      if (const auto* dimension = taxonomy.dimension(area->dimension)) {
        row.add("dimension_name", dimension->name.indonesian);
      }
    }
  }
  row.add("areas", areas);
}

void add_place(Row& row, const Innovation& innovation) {
  if (innovation.places.empty()) return;
  const auto& place = innovation.places.front();
  row.add("latitude", place.latitude);
  row.add("longitude", place.longitude);
  row.add("subdistrict", place.subdistrict);
  row.add("village", place.village);
}

void add_texts(Row& row, const Innovation& innovation) {
  row.add("affairs", innovation.affairs);
  row.add("partners", innovation.partners);
  row.add("problem", innovation.problem);
  row.add("target_group", innovation.target_group);
  row.add("benefit", innovation.benefit);
  row.add("uniqueness", innovation.uniqueness);
  row.add("potential", innovation.potential);
  row.add("links", innovation.links);
}

}  // namespace

InnovationRows::InnovationRows(const Environment& environment, const catalogue::RegionCode& region)
    : taxonomy_(environment.taxonomy) {
  environment.store.read([&](store::Reader& reader) {
    organisations_.clear();
    reader.each<catalogue::Organisation>(region, [&](const auto& stored) {
      organisations_[stored.record.id] = {stored.record.code, stored.record.name};
      return true;
    });
  });
}

boost::json::object InnovationRows::row(const Innovation& innovation, std::int64_t revision,
                                        bool pending) const {
  Row row;
  row.set("id", boost::json::string(innovation.id.text()));
  row.set("region", boost::json::string(innovation.region.text()));
  row.add("name", innovation.name);
  row.add("short_name", innovation.short_name);
  row.add("summary", innovation.summary);
  row.set("status", boost::json::string(catalogue::name_of(innovation.status)));
  row.set("entry_kind", boost::json::string(catalogue::name_of(innovation.entry_kind)));
  const auto owner =
      innovation.owner ? organisations_.find(*innovation.owner) : organisations_.end();
  if (owner != organisations_.end()) {
    row.add("owner_code", owner->second.code);
    row.add("owner_name", owner->second.name);
  }
  std::vector<std::string> supporting;
  for (const auto& id : innovation.supporting_organisations) {
    const auto found = organisations_.find(id);
    if (found != organisations_.end()) supporting.push_back(found->second.name);
  }
  row.add("supporting", supporting);
  add_areas(row, innovation, taxonomy_);
  row.add("form", innovation.form);
  row.add("stage", innovation.stage);
  row.add("digital", innovation.digital);
  row.add("started", innovation.started);
  row.add("applied", innovation.applied);
  row.add("duration_months", innovation.duration);
  add_money(row, innovation);
  if (innovation.readiness) {
    row.add("struktur", innovation.readiness->struktur);
    row.add("infrastruktur", innovation.readiness->infrastruktur);
    row.add("suprastruktur", innovation.readiness->suprastruktur);
  }
  if (innovation.sipd) row.add("sipd", innovation.sipd->code);
  add_texts(row, innovation);
  add_place(row, innovation);
  if (pending) row.set("pending", true);
  row.set("revision", revision);
  return row.take();
}

}  // namespace pilah::registry
