#include "pilah/store/audit_chain.hpp"

#include <sodium.h>

namespace pilah::store {
namespace {

class Hasher {
 public:
  Hasher() { crypto_hash_sha256_init(&state_); }
  void bytes(const std::uint8_t* data, std::size_t size) {
    crypto_hash_sha256_update(&state_, data, size);
  }
  void number(std::int64_t value) {
    std::array<std::uint8_t, 8> little{};
    for (unsigned i = 0; i < 8; ++i) {
      little[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i));
    }
    bytes(little.data(), little.size());
  }
  void text(std::string_view text) {
    number(static_cast<std::int64_t>(text.size()));
    bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  Digest finish() {
    Digest digest{};
    crypto_hash_sha256_final(&state_, digest.data());
    return digest;
  }

 private:
  crypto_hash_sha256_state state_{};
};

}  // namespace

Digest sha256(std::string_view bytes) {
  Digest digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return digest;
}

Digest salted(std::span<const std::uint8_t> salt, std::string_view text) {
  Hasher hasher;
  hasher.bytes(salt.data(), salt.size());
  hasher.bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  return hasher.finish();
}

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
  return text;
}

Digest chained(std::span<const std::uint8_t> previous, const AuditEntry& entry) {
  Hasher hasher;
  hasher.bytes(previous.data(), previous.size());
  hasher.number(entry.sequence);
  hasher.number(entry.number.value_or(-1));
  hasher.number(entry.at);
  hasher.number(static_cast<std::int64_t>(entry.kind));
  hasher.text(entry.actor);
  hasher.text(entry.action);
  hasher.bytes(entry.record.bytes.data(), entry.record.bytes.size());
  hasher.bytes(entry.digest.data(), entry.digest.size());
  return hasher.finish();
}

}  // namespace pilah::store
