#include "pilah/registry/people/password.hpp"

#include <array>
#include <new>

#include <sodium.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {
namespace {

constexpr std::size_t kShortest = 10;
constexpr std::size_t kLongest = 200;

}  // namespace

void require_good_password(std::string_view password, std::string_view login) {
  const bool fits = password.size() >= kShortest && password.size() <= kLongest;
  if (fits && text::fold(password) != text::fold(login)) return;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{
          fits ? "people.password_is_login" : "people.password_length",
          {{"shortest", std::to_string(kShortest)}, {"longest", std::to_string(kLongest)}},
          "/password"});
}

std::string hash_password(std::string_view password, const PasswordCost& cost) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace pilah::registry
