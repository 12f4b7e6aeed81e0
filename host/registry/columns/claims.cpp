#include "pilah/registry/columns/claims.hpp"

#include <algorithm>

namespace pilah::registry {

namespace {

using catalogue::MeasuredValue;

/// Whether the file names the field or a part of it.
bool is_of(const catalogue::Evidence& evidence, const std::string& field) {
  return evidence.field.compare(0, field.size(), field) == 0 &&
         (evidence.field.size() == field.size() || evidence.field[field.size()] == '/');
}

std::vector<catalogue::Evidence> files_for(const catalogue::Innovation& entry,
                                           const std::string& claim) {
  std::vector<catalogue::Evidence> files;
  for (const auto& evidence : entry.evidence) {
    if (is_of(evidence, claim)) files.push_back(evidence);
  }
  return files;
}

std::optional<MeasuredValue> last_of(const std::vector<MeasuredValue>& values) {
  const auto last = std::max_element(
      values.begin(), values.end(),
      [](const MeasuredValue& a, const MeasuredValue& b) { return a.date < b.date; });
  return last == values.end() ? std::nullopt : std::optional(*last);
}

}  // namespace

std::vector<Claim> claims_of(const catalogue::Innovation& entry) {
  std::vector<Claim> claims;
  const auto claim = [&](bool made, const std::string& field) {
    if (!made) return;
    auto files = files_for(entry, field);
    const bool proven = !files.empty();
    claims.push_back({field, proven, std::nullopt, std::nullopt, std::move(files)});
  };
  claim(!entry.benefit.empty(), "/benefit");
  claim(!entry.uniqueness.empty(), "/uniqueness");
  claim(entry.applied.has_value(), "/applied");
  for (std::size_t i = 0; i < entry.indicators.size(); ++i) {
    claim(true, "/indicators/" + std::to_string(i));
    claims.back().claimed = last_of(entry.indicators[i].measured);
    claims.back().verified = last_of(entry.indicators[i].verified);
  }
  return claims;
}

bool is_proven(const catalogue::Innovation& entry, const std::string& field) {
  return std::any_of(entry.evidence.begin(), entry.evidence.end(),
                     [&](const catalogue::Evidence& one) { return is_of(one, field); });
}

bool is_verified(const Claim& claim) { return claim.proven || claim.verified.has_value(); }

}  // namespace pilah::registry
