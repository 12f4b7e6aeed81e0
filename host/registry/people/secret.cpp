#include "pilah/registry/people/secret.hpp"

#include <array>

#include <sodium.h>

namespace pilah::registry {

Secret new_secret(const Environment& environment, std::string_view prefix) {
  std::array<std::uint8_t, 32> bits{};
  // What begins with '-' a command would take for an option: one of 64 is drawn anew.
  do {
    environment.random(bits);
  } while (prefix.empty() && bits.front() >> 2 == 62);
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(sizeof bits, kVariant)> encoded{};
  sodium_bin2base64(encoded.data(), encoded.size(), bits.data(), bits.size(), kVariant);
  Secret secret{std::string(prefix) + encoded.data(), {}};
  secret.digest = digest_of(secret.text);
  return secret;
}

store::Digest digest_of(std::string_view secret) { return store::sha256(secret); }

}  // namespace pilah::registry
