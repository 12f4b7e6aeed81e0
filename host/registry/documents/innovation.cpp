#include "pilah/registry/documents/innovation.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object innovation_document(const InnovationEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.innovation).as_object());
  document["revision"] = entry.revision;
  return document;
}

boost::json::object innovation_list_document(const InnovationList& list) {
  boost::json::array innovations;
  innovations.reserve(list.innovations.size());
  for (const auto& entry : list.innovations) innovations.push_back(innovation_document(entry));
  boost::json::value next(nullptr);
  if (!list.next.empty()) next = list.next;
  return {{"innovations", std::move(innovations)}, {"next", std::move(next)}};
}

}  // namespace pilah::registry
