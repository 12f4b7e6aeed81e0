#include "pilah/registry/documents/taxonomy.hpp"

#include <boost/json.hpp>

namespace pilah::registry {
namespace {

boost::json::object both_languages(const catalogue::Bilingual& text) {
  return {{"id", text.indonesian}, {"en", text.english}};
}

}  // namespace

boost::json::object taxonomy_document(const catalogue::Taxonomy& taxonomy) {
  boost::json::array dimensions;
  for (const auto& dimension : taxonomy.dimensions()) {
    boost::json::array areas;
    for (const auto& area : taxonomy.areas()) {
      if (area.dimension != dimension.key) continue;
      areas.push_back({{"key", area.key}, {"name", both_languages(area.name)}});
    }
    dimensions.push_back({{"key", dimension.key},
                          {"name", both_languages(dimension.name)},
                          {"areas", std::move(areas)}});
  }
  return {{"dimensions", std::move(dimensions)}};
}

}  // namespace pilah::registry
