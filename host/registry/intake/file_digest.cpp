#include "pilah/registry/intake/file_digest.hpp"

#include <array>
#include <fstream>
#include <vector>

#include <sodium/crypto_hash_sha256.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

std::string file_digest(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kNotFound,
        catalogue::Message{"intake.file_missing", {{"file", file.string()}}, ""});
  }
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<char> piece(std::size_t{256} * 1024);
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                              static_cast<unsigned long long>(in.gcount()));
  }
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state, digest.data());
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kHex[byte >> 4];
    text += kHex[byte & 0xF];
  }
  return text;
}

}  // namespace pilah::registry
