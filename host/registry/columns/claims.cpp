#include "pilah/registry/columns/claims.hpp"

#include <algorithm>

namespace pilah::registry {

namespace {

bool is_proven(const catalogue::Innovation& entry, const std::string& claim) {
  return std::any_of(entry.evidence.begin(), entry.evidence.end(), [&](const auto& evidence) {
    return evidence.field.compare(0, claim.size(), claim) == 0 &&
           (evidence.field.size() == claim.size() || evidence.field[claim.size()] == '/');
  });
}

}  // namespace

std::vector<Claim> claims_of(const catalogue::Innovation& entry) {
  std::vector<Claim> claims;
  const auto claim = [&](bool made, const std::string& field) {
    if (made) claims.push_back({field, is_proven(entry, field)});
  };
  claim(!entry.benefit.empty(), "/benefit");
  claim(!entry.uniqueness.empty(), "/uniqueness");
  claim(entry.applied.has_value(), "/applied");
  for (std::size_t i = 0; i < entry.indicators.size(); ++i) {
    claim(true, "/indicators/" + std::to_string(i));
  }
  return claims;
}

}  // namespace pilah::registry
