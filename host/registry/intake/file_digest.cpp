#include "pilah/registry/intake/file_digest.hpp"

#include <array>
#include <fstream>
#include <vector>

#include <sodium/crypto_hash_sha256.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

struct PiecewiseDigest::State {
  crypto_hash_sha256_state hash;
};

PiecewiseDigest::PiecewiseDigest() : state_(std::make_unique<State>()) {
  crypto_hash_sha256_init(&state_->hash);
}

PiecewiseDigest::~PiecewiseDigest() = default;

void PiecewiseDigest::feed(std::string_view piece) {
  crypto_hash_sha256_update(&state_->hash, reinterpret_cast<const unsigned char*>(piece.data()),
                            piece.size());
}

std::string PiecewiseDigest::hexadecimal() && {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state_->hash, digest.data());
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kHex[byte >> 4];
    text += kHex[byte & 0xF];
  }
  return text;
}

std::string file_digest(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kNotFound,
        catalogue::Message{"intake.file_missing", {{"file", file.string()}}, ""});
  }
  PiecewiseDigest digest;
  std::vector<char> piece(std::size_t{256} * 1024);
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    digest.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  return std::move(digest).hexadecimal();
}

}  // namespace pilah::registry
