#include "pilah/registry/columns/withheld_claims.hpp"

#include "pilah/registry/columns/claims.hpp"

namespace pilah::registry {

namespace {

bool is_of(const Claim& claim, const ClaimKind& kind) {
  const std::string field = std::string("/") + kind.name;
  return claim.field.compare(0, field.size(), field) == 0 &&
         (claim.field.size() == field.size() || claim.field[field.size()] == '/');
}

}  // namespace

const std::array<ClaimKind, 4>& claim_kinds() {
  static const std::array<ClaimKind, 4> all = {
      {{"benefit", &WithheldClaims::benefit, {"benefit"}},
       {"uniqueness", &WithheldClaims::uniqueness, {"uniqueness"}},
       {"applied", &WithheldClaims::applied, {"applied_year"}},
       {"indicators",
        &WithheldClaims::indicators,
        {"indicators", "indicators_with_target", "indicators_measured"}}}};
  return all;
}

std::vector<std::string> unverified(const catalogue::Innovation& entry, const ClaimKind& kind) {
  std::vector<std::string> fields;
  for (const auto& claim : claims_of(entry)) {
    if (is_of(claim, kind) && !is_verified(claim)) fields.push_back(claim.field);
  }
  return fields;
}

bool has_verified(const catalogue::Innovation& entry, const ClaimKind& kind) {
  for (const auto& claim : claims_of(entry)) {
    if (is_of(claim, kind) && is_verified(claim)) return true;
  }
  return false;
}

}  // namespace pilah::registry
