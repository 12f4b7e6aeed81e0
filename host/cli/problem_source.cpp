#include "pilah/cli/problem_source.hpp"

#include <array>
#include <fstream>
#include <istream>
#include <new>
#include <string>

#include <zlib.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

using Take = std::function<bool(std::string_view)>;

[[noreturn]] void refuse(const std::filesystem::path& path, const char* kind) {
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{kind, {{"file", path.string()}}, ""});
}

/// Unpacks the members of a gzip file, one after another.
class Unpacker {
 public:
  Unpacker(const std::filesystem::path& path, const Take& take) : path_(path), take_(take) {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Unpacker() { inflateEnd(&stream_); }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  /// False: `take` wants no more.
  bool feed(std::string_view packed) {
    // zlib reads through this pointer and writes nothing; its type is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // NOLINT
    stream_.avail_in = static_cast<uInt>(packed.size());
    do {
      if (between_members_ && stream_.avail_in > 0) begin_member();
      if (!unpack()) return false;
    } while (stream_.avail_in > 0 || stream_.avail_out == 0);
    return true;
  }

  void finish() const {
    if (!between_members_) refuse(path_, "cli.gzip_ends_early");
  }

 private:
  void begin_member() {
    if (inflateReset(&stream_) != Z_OK) throw std::bad_alloc();
    between_members_ = false;
  }

  bool unpack() {
    stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
    stream_.avail_out = kPiece;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_MEM_ERROR) throw std::bad_alloc();
    // Z_BUF_ERROR: all that came is unpacked already.
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      refuse(path_, "cli.gzip_damaged");
    }
    if (code == Z_STREAM_END) between_members_ = true;
    const std::size_t count = kPiece - stream_.avail_out;
    return count == 0 || take_({piece_.data(), count});
  }

  const std::filesystem::path& path_;
  const Take& take_;
  z_stream stream_{};
  bool between_members_ = false;
  std::array<char, kPiece> piece_{};
};

void read_stream(const std::filesystem::path& path, std::istream& in, const Take& take) {
  std::array<char, kPiece> piece{};
  const auto next = [&] {
    in.read(piece.data(), piece.size());
    if (in.bad()) refuse(path, "cli.file_broken_off");
    return std::string_view(piece.data(), static_cast<std::size_t>(in.gcount()));
  };
  std::string_view bytes = next();
  if (!bytes.starts_with("\x1f\x8b")) {
    for (; !bytes.empty(); bytes = next()) {
      if (!take(bytes)) return;
    }
    return;
  }
  Unpacker unpacker(path, take);
  for (; !bytes.empty(); bytes = next()) {
    if (!unpacker.feed(bytes)) return;
  }
  unpacker.finish();
}

}  // namespace

void read_pieces(const std::filesystem::path& path, std::istream& in, const Take& take) {
  if (path == "-") return read_stream(path, in, take);
  std::error_code unknown;  // then opening it fails
  if (std::filesystem::is_directory(path, unknown)) refuse(path, "cli.file_is_folder");
  std::ifstream file(path, std::ios::binary);
  if (!file) refuse(path, "cli.file_not_opened");
  read_stream(path, file, take);
}

}  // namespace pilah::cli
