// The SHA-256 of what comes piece by piece, in bounded memory.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include <sodium/crypto_hash_sha256.h>

namespace pilah::plugin {

class RunningDigest {
 public:
  using Bytes = std::array<unsigned char, crypto_hash_sha256_BYTES>;

  RunningDigest() { crypto_hash_sha256_init(&state_); }
  void feed(std::string_view piece) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
  }
  /// Of all that was fed; more may be fed then.
  Bytes so_far() const {
    auto state = state_;
    Bytes digest{};
    crypto_hash_sha256_final(&state, digest.data());
    return digest;
  }

 private:
  crypto_hash_sha256_state state_{};
};

/// Throws std::system_error when it cannot be read.
RunningDigest::Bytes digest_of_file(const std::filesystem::path& file);

}  // namespace pilah::plugin
