#include "pilah/plugin/system/running_digest.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace pilah::plugin {

RunningDigest::Bytes digest_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::system_error(errno, std::generic_category(), file.string());
  RunningDigest digest;
  std::array<char, 65536> piece{};
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    digest.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (in.bad()) throw std::system_error(EIO, std::generic_category(), file.string());
  return digest.so_far();
}

}  // namespace pilah::plugin
