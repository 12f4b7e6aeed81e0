#include "pilah/plugin/system/whole_file.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "pilah/plugin/system/new_file.hpp"

namespace pilah::plugin {

std::string read_whole_file(const std::filesystem::path& file, std::size_t most) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) throw std::system_error(error, file.string());
  if (size > most) throw std::system_error(EFBIG, std::generic_category(), file.string());
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::system_error(errno, std::generic_category(), file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_whole_file(const std::filesystem::path& file, std::string_view bytes) {
  NewFile made(file);
  made.append(bytes);
  made.keep();
}

}  // namespace pilah::plugin
