#include "pilah/registry/documents/coverage.hpp"

#include <boost/json.hpp>

namespace pilah::registry {

boost::json::object coverage_document(const Coverage& coverage) {
  boost::json::array areas;
  for (const auto& area : coverage.areas) {
    areas.push_back({{"area", area.area},
                     {"dimension", area.dimension},
                     {"primary", area.primary},
                     {"secondary", area.secondary},
                     {"hole", area.hole()}});
  }
  boost::json::value silent(nullptr);
  if (coverage.silent) {
    auto& organisations = silent.emplace_array();
    for (const auto& organisation : *coverage.silent) {
      organisations.push_back({{"id", organisation.id.text()},
                               {"code", organisation.code},
                               {"name", organisation.name}});
    }
  }
  return {{"region", coverage.region},
          {"revision", coverage.revision},
          {"innovations", coverage.innovations},
          {"unmapped", coverage.unmapped},
          {"without_owner", coverage.without_owner},
          {"areas", std::move(areas)},
          {"silent", std::move(silent)}};
}

}  // namespace pilah::registry
