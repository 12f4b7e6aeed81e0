#include "pilah/main/paths.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace pilah::host {
namespace {

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value ? value : "";
}

}  // namespace

Paths paths_beside_program() {
  const auto prefix = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path();
  return {prefix / "share/pilah/registry-data",
          prefix / "lib/pilah/plugins",
          prefix / "libexec/pilah/pilah-runner",
          prefix / "share/pilah/template",
          prefix / "share/pilah/web",
          prefix};
}

std::filesystem::path default_data_folder() {
  if (const auto data = environment_variable("PILAH_DATA"); !data.empty()) return data;
  if (const auto shared = environment_variable("XDG_DATA_HOME"); !shared.empty()) {
    return std::filesystem::path(shared) / "pilah";
  }
  const auto home = environment_variable("HOME");
  if (home.empty()) throw std::runtime_error("neither PILAH_DATA nor HOME is set");
  return std::filesystem::path(home) / ".local/share/pilah";
}

std::string read_shipped_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace pilah::host
