#include "pilah/plugin/run/text_decoding.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <iconv.h>
#include <sys/stat.h>

#include "pilah/plugin/system/utf8.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

std::size_t read_piece(int descriptor, char* to, std::size_t count, std::uint64_t offset) {
  for (;;) {
    const ssize_t read = ::pread(descriptor, to, count, static_cast<off_t>(offset));
    if (read >= 0) return static_cast<std::size_t>(read);
    if (errno != EINTR) fail("read");
  }
}

bool is_utf8_from(int descriptor, std::uint64_t offset) {
  std::vector<char> piece(kPiece);
  Utf8Check check;
  for (;;) {
    const std::size_t count = read_piece(descriptor, piece.data(), piece.size(), offset);
    if (count == 0) return check.complete();
    if (!check.feed({piece.data(), count})) return false;
    offset += count;
  }
}

Descriptor nameless_file() {
  const char* folder = std::getenv("TMPDIR");  // NOLINT(concurrency-mt-unsafe): never set here
  Descriptor file(
      ::open(folder && *folder ? folder : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (!file) fail("make a temporary file");
  return file;
}

void write_all(int descriptor, const char* from, std::size_t count) {
  while (count > 0) {
    const ssize_t written = ::write(descriptor, from, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("write a temporary file");
    from += written;
    count -= static_cast<std::size_t>(written);
  }
}

class Conversion {
 public:
  explicit Conversion(const char* from) : conversion_(::iconv_open("UTF-8", from)) {
    if (conversion_ == reinterpret_cast<iconv_t>(-1)) fail("iconv_open");  // NOLINT: its own word
  }
  ~Conversion() { ::iconv_close(conversion_); }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  /// Converts `input`, keeps what is cut in the middle; a byte that stands for
  /// nothing becomes U+FFFD, which a person sees.
  void feed(std::string& input, int to) {
    char* from = input.data();
    std::size_t left = input.size();
    while (left > 0) {
      std::array<char, 64 * 1024> out{};
      char* at = out.data();
      std::size_t room = out.size();
      const std::size_t result = ::iconv(conversion_, &from, &left, &at, &room);
      write_all(to, out.data(), out.size() - room);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      if (errno == EINVAL) break;
      write_all(to, "\xEF\xBF\xBD", 3);
      ++from;
      --left;
    }
    input.erase(0, input.size() - left);
  }

 private:
  iconv_t conversion_;
};

Descriptor converted(int descriptor, std::uint64_t offset, const char* from) {
  Descriptor copy = nameless_file();
  Conversion conversion(from);
  std::string piece;
  for (;;) {
    const std::size_t kept = piece.size();
    piece.resize(kept + kPiece);
    const std::size_t count = read_piece(descriptor, piece.data() + kept, kPiece, offset);
    piece.resize(kept + count);
    if (count == 0) break;
    offset += count;
    conversion.feed(piece, copy.get());
  }
  if (!piece.empty()) write_all(copy.get(), "\xEF\xBF\xBD", 3);  // half a character at the end
  return copy;
}

std::uint64_t size_of(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail("stat");
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace

DecodedFile decode_text(const std::filesystem::path& file) {
  DecodedFile decoded;
  decoded.descriptor = Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!decoded.descriptor) fail(file.string());
  std::array<char, 3> start{};
  const std::size_t count = read_piece(decoded.descriptor.get(), start.data(), start.size(), 0);
  const std::string_view mark(start.data(), count);
  const char* from = nullptr;
  if (mark == "\xEF\xBB\xBF") {
    decoded.skip = 3;
  } else if (mark.substr(0, 2) == "\xFF\xFE") {
    decoded.skip = 2;
    decoded.found = Encoding::kUtf16LittleEndian;
    from = "UTF-16LE";
  } else if (mark.substr(0, 2) == "\xFE\xFF") {
    decoded.skip = 2;
    decoded.found = Encoding::kUtf16BigEndian;
    from = "UTF-16BE";
  }
  if (!from && !is_utf8_from(decoded.descriptor.get(), decoded.skip)) {
    decoded.found = Encoding::kWindows1252;
    from = "WINDOWS-1252";
  }
  if (from) {
    decoded.descriptor = converted(decoded.descriptor.get(), decoded.skip, from);
    decoded.skip = 0;
  }
  decoded.size = size_of(decoded.descriptor.get()) - decoded.skip;
  return decoded;
}

}  // namespace pilah::plugin
