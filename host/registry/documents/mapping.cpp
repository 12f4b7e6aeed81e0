#include "pilah/registry/documents/mapping.hpp"

#include <boost/json.hpp>

namespace pilah::registry {

boost::json::array suggestions_document(const std::vector<SuggestedMapping>& mappings) {
  boost::json::array document;
  for (const auto& mapping : mappings) {
    boost::json::array suggestions;
    for (const auto& suggested : mapping.suggestions) {
      boost::json::array words;
      for (const auto& word : suggested.words) words.emplace_back(word);
      suggestions.push_back({{"area", suggested.area},
                             {"dimension", suggested.dimension},
                             {"confidence", suggested.confidence.value},
                             {"words", std::move(words)}});
    }
    document.push_back({{"id", mapping.id.text()},
                        {"name", mapping.name},
                        {"suggestions", std::move(suggestions)}});
  }
  return document;
}

}  // namespace pilah::registry
