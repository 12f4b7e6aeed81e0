// The project's own registry data, for tests that read lists as a user would.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "pilah/registry/list_words.hpp"

namespace pilah::tests {

inline std::string registry_data(const std::string& name) {
  std::ifstream file(std::string(PILAH_REGISTRY_DATA) + "/" + name);
  if (!file) throw std::runtime_error("registry-data/" + name + " cannot be opened");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline const registry::ListWords& list_words() {
  static const auto words = registry::ListWords::read(registry_data("header_aliases.json"),
                                                      registry_data("value_aliases.json"),
                                                      registry_data("number_words.json"));
  return words;
}

}  // namespace pilah::tests
