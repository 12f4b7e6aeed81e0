// Whether the catalogue is sound: the database, every audit chain, every reference.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct Verification {
  std::int64_t regions = 0;
  std::int64_t records = 0;
  std::int64_t revisions = 0;
  std::int64_t audit_entries = 0;
  /// What is wrong, with the region it is wrong in ("": the whole database);
  /// empty: all is well.
  std::vector<std::pair<std::string, catalogue::Message>> findings;
  /// Per region the last hash of its audit chain. Kept outside, it shows
  /// later that nothing before it was changed.
  std::vector<std::pair<std::string, std::string>> heads;
};

/// Reads the whole catalogue; changes nothing. Others may work meanwhile. For the
/// host's administrator.
Verification verify(const Environment& environment, const Caller& caller);

}  // namespace pilah::registry
