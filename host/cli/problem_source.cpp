#include "pilah/cli/problem_source.hpp"

#include <array>
#include <istream>
#include <memory>

#include <zlib.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"cli.file_unreadable", {{"file", path.string()}, {"why", why}}, ""});
}

}  // namespace

void read_pieces(const std::filesystem::path& path, std::istream& in,
                 const std::function<bool(std::string_view)>& take) {
  std::array<char, kPiece> piece{};
  if (path == "-") {
    do {
      in.read(piece.data(), piece.size());
      const auto count = static_cast<std::size_t>(in.gcount());
      if (count > 0 && !take({piece.data(), count})) return;
    } while (in);
    return;
  }
  if (std::filesystem::is_directory(path)) refuse(path, "it is a folder");
  // gzread() passes files that are not gzip through as they are.
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) refuse(path, "it cannot be opened");
  for (;;) {
    const int count = gzread(file.get(), piece.data(), kPiece);
    if (count < 0) {
      int code = 0;
      refuse(path, gzerror(file.get(), &code));
    }
    if (count == 0) break;
    if (!take({piece.data(), static_cast<std::size_t>(count)})) return;
  }
  int code = Z_OK;
  gzerror(file.get(), &code);
  if (code == Z_BUF_ERROR) refuse(path, "the gzip file ends too early");
}

}  // namespace pilah::cli
