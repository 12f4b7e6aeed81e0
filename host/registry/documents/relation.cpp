#include "pilah/registry/documents/relation.hpp"

#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

boost::json::array entries_of(const PackageEntry& entry) {
  boost::json::array entries;
  for (const auto& member : entry.members) {
    boost::json::object one{{"id", member.id.text()}, {"name", member.name}};
    if (!member.owner.empty()) one["owner"] = member.owner;
    one["archived"] = member.archived;
    entries.push_back(std::move(one));
  }
  return entries;
}

}  // namespace

boost::json::object relation_document(const RelationEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.relation).as_object());
  document["from_name"] = entry.from_name;
  document["to_name"] = entry.to_name;
  document["revision"] = entry.revision;
  return document;
}

boost::json::array relations_document(const std::vector<RelationEntry>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) document.push_back(relation_document(entry));
  return document;
}

boost::json::object package_document(const PackageEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.package).as_object());
  document["lead_name"] = entry.lead;
  document["entries"] = entries_of(entry);
  document["areas"] = boost::json::value_from(entry.areas);
  if (!entry.primary_area.empty()) document["primary_area"] = entry.primary_area;
  const auto amount = [&document](const char* key, const std::optional<std::int64_t>& known) {
    if (known) document[key] = *known;
  };
  amount("budget", entry.budget);
  amount("duration_months", entry.duration_months);
  amount("staff", entry.staff);
  document["revision"] = entry.revision;
  return document;
}

boost::json::array packages_document(const std::vector<PackageEntry>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) document.push_back(package_document(entry));
  return document;
}

}  // namespace pilah::registry
