#include "pilah/registry/documents/scenario.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object scenario_document(const catalogue::ScenarioRecord& record) {
  return catalogue::to_json(record).as_object();
}

boost::json::array scenarios_document(const std::vector<catalogue::ScenarioRecord>& records) {
  boost::json::array documents;
  documents.reserve(records.size());
  for (const auto& record : records) documents.push_back(scenario_document(record));
  return documents;
}

}  // namespace pilah::registry
