#include "pilah/registry/webhooks/signature.hpp"

#include <array>
#include <span>
#include <stdexcept>
#include <vector>

#include <sodium.h>

namespace pilah::registry {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kKeyBytes = 32;

std::string base64(std::span<const std::uint8_t> bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the library's final zero
  return text;
}

std::vector<std::uint8_t> key_of(std::string_view secret) {
  std::vector<std::uint8_t> key(secret.size());
  std::size_t size = 0;
  const bool fits = secret.substr(0, kPrefix.size()) == kPrefix;
  const auto text = fits ? secret.substr(kPrefix.size()) : std::string_view();
  if (text.empty() || sodium_base642bin(key.data(), key.size(), text.data(), text.size(), nullptr,
                                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
    throw std::invalid_argument("no secret of a webhook");
  }
  key.resize(size);
  return key;
}

}  // namespace

std::string new_webhook_secret(const Environment& environment) {
  std::array<std::uint8_t, kKeyBytes> key{};
  environment.random(key);
  return std::string(kPrefix) + base64(key);
}

std::string signature_of(std::string_view secret, std::string_view id, std::int64_t timestamp,
                         std::string_view body) {
  const auto key = key_of(secret);
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  const std::string head = std::string(id) + '.' + std::to_string(timestamp) + '.';
  for (const std::string_view part : {std::string_view(head), body}) {
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                                  part.size());
  }
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> digest{};
  crypto_auth_hmacsha256_final(&state, digest.data());
  return "v1," + base64(digest);
}

}  // namespace pilah::registry
