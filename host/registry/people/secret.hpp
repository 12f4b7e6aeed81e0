// What somebody holds to be let in - a session, a token, a one-time link - and what
// the host keeps of it.
#pragma once

#include <string>
#include <string_view>

#include "pilah/registry/environment.hpp"
#include "pilah/store/audit_chain.hpp"

namespace pilah::registry {

/// 256 random bits. Only the digest is kept: a copy of the database lets nobody in.
struct Secret {
  /// The prefix and 43 characters that every address may hold; never begins with '-'.
  std::string text;
  store::Digest digest{};
};

/// `prefix` tells a person, and programs that look for leaked secrets, what it is.
Secret new_secret(const Environment& environment, std::string_view prefix);

store::Digest digest_of(std::string_view secret);

}  // namespace pilah::registry
