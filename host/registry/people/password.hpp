// Passwords: what a good one is, and what is kept of it (Argon2id, by libsodium).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pilah::registry {

/// More than OWASP asks for (19 MiB, 2 passes, 2025): about a tenth of a second.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t bytes = std::size_t{32} * 1024 * 1024;
};

/// Throws Refusal(kInvalid), pointing at /password, for one that is too short or long,
/// or is the login itself. Which characters it has is everybody's own choice (NIST 800-63B).
void require_good_password(std::string_view password, std::string_view login);

/// With salt and cost in it. Takes the memory that the cost names: one at a time.
std::string hash_password(std::string_view password, const PasswordCost& cost);
bool is_password(std::string_view password, const std::string& hash);

}  // namespace pilah::registry
