#include "support/registry_data.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace pilah::tests {

std::string registry_data(std::string_view path) {
  const std::string full = std::string(PILAH_SOURCE_FOLDER "/registry-data/") + std::string(path);
  std::ifstream file(full, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + full);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace pilah::tests
