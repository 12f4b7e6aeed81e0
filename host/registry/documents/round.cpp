#include "pilah/registry/documents/round.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

template <class AnyId>
void add_name(boost::json::object& document, const char* key, const RoundEntry& entry,
              const std::optional<AnyId>& id) {
  const auto name = id ? entry.names.find(id->uuid) : entry.names.end();
  if (name != entry.names.end() && !name->second.empty()) document[key] = name->second;
}

boost::json::array attendance_of(const RoundEntry& entry) {
  boost::json::array all;
  for (const auto& one : entry.round.attendance) {
    auto told = std::move(catalogue::to_json(one).as_object());
    add_name(told, "organisation_name", entry, std::optional(one.organisation));
    add_name(told, "replaced_by_name", entry, one.replaced_by);
    all.push_back(std::move(told));
  }
  return all;
}

boost::json::array minutes_of(const RoundEntry& entry) {
  boost::json::array all;
  for (const auto& one : entry.round.minutes) {
    auto told = std::move(catalogue::to_json(one).as_object());
    add_name(told, "person_name", entry, one.person);
    add_name(told, "organisation_name", entry, one.organisation);
    all.push_back(std::move(told));
  }
  return all;
}

}  // namespace

boost::json::object round_document(const RoundEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.round).as_object());
  add_name(document, "follows_name", entry, entry.round.follows);
  document["attendance"] = attendance_of(entry);
  document["minutes"] = minutes_of(entry);
  document["not_recorded"] = boost::json::value_from(entry.not_recorded);
  boost::json::array missing;
  for (const auto& product : entry.round.products) {
    if (product.document.empty()) missing.emplace_back(product.name);
  }
  document["missing"] = std::move(missing);
  document["revision"] = entry.revision;
  return document;
}

boost::json::array rounds_document(const std::vector<RoundEntry>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) document.push_back(round_document(entry));
  return document;
}

boost::json::object comparison_document(const RoundComparison& comparison) {
  boost::json::object totals;
  for (std::size_t fate = 0; fate < kEntryFates.size(); ++fate) {
    totals[kEntryFates[fate]] = comparison.totals[fate];
  }
  boost::json::array differences;
  for (const auto& one : comparison.differences) {
    boost::json::object told{{"fate", kEntryFates[static_cast<std::size_t>(one.fate)]},
                             {"id", one.id.text()},
                             {"name", one.name}};
    if (!one.owner.empty()) told["owner"] = one.owner;
    told["fields"] = boost::json::value_from(one.fields);
    told["areas_before"] = boost::json::value_from(one.areas_before);
    told["areas_after"] = boost::json::value_from(one.areas_after);
    differences.push_back(std::move(told));
  }
  boost::json::object document{{"from", comparison.from}};
  if (comparison.to.empty()) {
    document["to"] = nullptr;
  } else {
    document["to"] = comparison.to;
  }
  document["from_revision"] = comparison.from_revision;
  document["to_revision"] = comparison.to_revision;
  document["totals"] = std::move(totals);
  document["differences"] = std::move(differences);
  return document;
}

}  // namespace pilah::registry
