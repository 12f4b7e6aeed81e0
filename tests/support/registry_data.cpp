#include "support/registry_data.hpp"

#include <filesystem>
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

std::vector<std::string> message_files() {
  std::vector<std::string> files;
  for (const auto& file :
       std::filesystem::directory_iterator(PILAH_SOURCE_FOLDER "/registry-data/messages")) {
    files.push_back(registry_data("messages/" + file.path().filename().string()));
  }
  return files;
}

}  // namespace pilah::tests
