// Claims that do not count as long as nothing verifies them, and the columns in which that
// shows (claims.hpp says what is claimed).
//
// A claim is verified when a file proves it; an indicator also when a verifier found a
// value of it. One that is withheld is unknown, not empty: its column is null.
//
// Values; any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::registry {

struct WithheldClaims {
  bool benefit = false;
  bool uniqueness = false;
  bool applied = false;
  bool indicators = false;

  static WithheldClaims all() { return {true, true, true, true}; }
  static WithheldClaims none() { return {}; }
};

/// A kind of claim.
struct ClaimKind {
  const char* name;  ///< the field of the entry
  bool WithheldClaims::*withheld;
  std::vector<std::string_view> columns;  ///< of the SDK
};

/// In the order of the entry's fields.
const std::array<ClaimKind, 4>& claim_kinds();

/// JSON pointers to the entry's claims of that kind that nothing verifies.
std::vector<std::string> unverified(const catalogue::Innovation& entry, const ClaimKind& kind);
/// Whether a claim of that kind is verified.
bool has_verified(const catalogue::Innovation& entry, const ClaimKind& kind);

}  // namespace pilah::registry
