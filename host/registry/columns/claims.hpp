// What an entry claims, whether a file proves it, and what a verifier found.
//
// Claims are the benefit, the uniqueness, the date of application and each
// indicator, as far as they are filled in; one is proven when a file names its
// field or a part of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::registry {

struct Claim {
  std::string field;  ///< JSON pointer into the entry
  bool proven = false;
  /// Of an indicator the last value by its date, as its owner claims it ...
  std::optional<catalogue::MeasuredValue> claimed = std::nullopt;
  /// ... and as a verifier found it.
  std::optional<catalogue::MeasuredValue> verified = std::nullopt;
  std::vector<catalogue::Evidence> files = {};
};

std::vector<Claim> claims_of(const catalogue::Innovation& entry);

/// Whether a file names the field or a part of it.
bool is_proven(const catalogue::Innovation& entry, const std::string& field);
/// A file proves it, or a verifier found a value of it.
bool is_verified(const Claim& claim);

}  // namespace pilah::registry
