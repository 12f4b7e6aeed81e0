#include "pilah/registry/documents/mapping.hpp"

#include <boost/json.hpp>

namespace pilah::registry {

boost::json::array suggested_areas_document(const std::vector<SuggestedArea>& suggestions) {
  boost::json::array document;
  for (const auto& suggested : suggestions) {
    boost::json::array words;
    for (const auto& word : suggested.words) words.emplace_back(word);
    document.push_back({{"area", suggested.area},
                        {"dimension", suggested.dimension},
                        {"confidence", suggested.confidence.value},
                        {"words", std::move(words)}});
  }
  return document;
}

boost::json::array suggestions_document(const std::vector<SuggestedMapping>& mappings) {
  boost::json::array document;
  for (const auto& mapping : mappings) {
    document.push_back({{"id", mapping.id.text()},
                        {"name", mapping.name},
                        {"suggestions", suggested_areas_document(mapping.suggestions)}});
  }
  return document;
}

}  // namespace pilah::registry
