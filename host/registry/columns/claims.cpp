#include "pilah/registry/columns/claims.hpp"

#include <algorithm>

namespace pilah::registry {

namespace {

using catalogue::MeasuredValue;

/// The files that name the field or a part of it.
std::vector<catalogue::Evidence> files_for(const catalogue::Innovation& entry,
                                           const std::string& claim) {
  std::vector<catalogue::Evidence> files;
  for (const auto& evidence : entry.evidence) {
    if (evidence.field.compare(0, claim.size(), claim) == 0 &&
        (evidence.field.size() == claim.size() || evidence.field[claim.size()] == '/')) {
      files.push_back(evidence);
    }
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

}  // namespace pilah::registry
