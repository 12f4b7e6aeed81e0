#include "pilah/registry/documents/organisation.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object organisation_document(const OrganisationEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.organisation).as_object());
  document["innovations"] = entry.innovations;
  document["revision"] = entry.revision;
  return document;
}

boost::json::array organisations_document(const std::vector<OrganisationEntry>& entries) {
  boost::json::array document;
  document.reserve(entries.size());
  for (const auto& entry : entries) document.push_back(organisation_document(entry));
  return document;
}

}  // namespace pilah::registry
