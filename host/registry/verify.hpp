// Whether the catalogue is sound: the database, every audit chain, every reference.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pilah/catalogue/chain_head.hpp"
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
  /// Of each region. Kept outside, they show later that nothing before them was changed.
  std::vector<catalogue::ChainHead> heads;
};

/// Reads the whole catalogue; changes nothing. Others may work meanwhile. Also whether the
/// history still holds the heads that were taken outside. For the host's administrator.
Verification verify(const Environment& environment, const Caller& caller,
                    const std::vector<catalogue::ChainHead>& outside = {});

}  // namespace pilah::registry
