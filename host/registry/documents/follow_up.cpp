#include "pilah/registry/documents/follow_up.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object follow_up_document(const FollowUpEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.follow_up).as_object());
  document["state"] = name_of(entry.state);
  document["owner_name"] = entry.owner_name;
  if (entry.of) document["name"] = entry.of->name;
  if (!entry.period_name.empty()) document["period_name"] = entry.period_name;
  document["revision"] = entry.revision;
  return document;
}

boost::json::array follow_ups_document(const std::vector<FollowUpEntry>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) document.push_back(follow_up_document(entry));
  return document;
}

}  // namespace pilah::registry
