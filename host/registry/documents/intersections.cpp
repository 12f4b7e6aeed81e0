#include "pilah/registry/documents/intersections.hpp"

#include <optional>
#include <utility>

#include <boost/json.hpp>

namespace pilah::registry {

boost::json::object coverage_rows_document(const CoverageRows& found) {
  boost::json::array rows;
  for (const auto& row : found.rows) {
    boost::json::object one{{"key", row.key}};
    if (!row.name.empty()) one["name"] = row.name;
    if (!row.dimension.empty()) one["dimension"] = row.dimension;
    one["innovations"] = row.innovations;
    one["verified"] = row.verified;
    const auto add = [&one](const char* key, const std::optional<std::int64_t>& told) {
      if (told) one[key] = *told;
    };
    add("primary", row.primary);
    add("unmapped", row.unmapped);
    add("areas_covered", row.areas_covered);
    add("frozen_revision", row.frozen_revision);
    rows.push_back(std::move(one));
  }
  return {{"revision", found.revision}, {"rows", std::move(rows)}};
}

boost::json::object intersections_document(const Intersections& found) {
  boost::json::array pairs;
  for (const auto& pair : found.pairs) {
    pairs.push_back(
        {{"first", pair.first}, {"second", pair.second}, {"innovations", pair.innovations}});
  }
  return {{"revision", found.revision}, {"pairs", std::move(pairs)}};
}

boost::json::array intersecting_document(const std::vector<IntersectingInnovation>& list) {
  boost::json::array document;
  for (const auto& entry : list) {
    boost::json::object one{{"id", entry.id.text()}, {"name", entry.name}};
    if (!entry.owner.empty()) one["owner"] = entry.owner;
    one["areas"] = boost::json::value_from(entry.areas);
    document.push_back(std::move(one));
  }
  return document;
}

}  // namespace pilah::registry
