// One innovation for whoever passes it on unread.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct InnovationText {
  std::string document;  ///< as the store keeps it, without what the caller may not see
  std::int64_t revision = 0;
  /// Tells one form of the same revision from another; empty: the whole entry.
  std::string view = {};
};

/// What innovation() answers, as its document, and refused alike.
InnovationText innovation_text(const Environment& environment, const Caller& caller,
                               catalogue::InnovationId id);

}  // namespace pilah::registry
