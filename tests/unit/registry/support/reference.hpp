// The project's own words, regions and sentences, as the tests of use cases need them.
#pragma once

#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/sentences.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/list_words.hpp"
#include "support/registry_data.hpp"

namespace pilah::tests {

inline const catalogue::Taxonomy& taxonomy() {
  static const auto taxonomy = catalogue::Taxonomy::read(registry_data("taxonomy.json"));
  return taxonomy;
}

inline const catalogue::RegionDirectory& directory() {
  static const auto directory = catalogue::RegionDirectory::read(registry_data("regions.json"));
  return directory;
}

inline const registry::ListWords& list_words() {
  static const auto words = registry::ListWords::read(registry_data("header_aliases.json"),
                                                      registry_data("value_aliases.json"),
                                                      registry_data("number_words.json"));
  return words;
}

/// Every sentence that a use case can say.
inline const catalogue::Sentences& sentences() {
  static const auto all = [] {
    catalogue::Sentences read;
    for (const auto& file : message_files()) read.add(file);
    return read;
  }();
  return all;
}

}  // namespace pilah::tests
