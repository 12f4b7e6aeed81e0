// Single innovations: read, add, change. Lists come in by import_list.hpp, are
// looked through by search/innovation_list.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct InnovationEntry {
  catalogue::Innovation innovation;
  std::int64_t revision = 0;
  /// Tells one form of the same revision from another; empty: the whole entry.
  std::string view = {};
};

/// The entry as the caller may see it. Throws Refusal(kNotFound), also where it is
/// none of theirs to see.
InnovationEntry innovation(const Environment& environment, const Caller& caller,
                           catalogue::InnovationId id);

/// Adds what `document` says (the JSON form of an innovation; `id` must not be
/// in it). Throws Refusal(kInvalid) with a message per wrong field. A status
/// beyond submitted is for verifiers.
InnovationEntry add_innovation(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region,
                               const boost::json::object& document);

/// Changes the fields that `patch` names (JSON merge patch, RFC 7396: null
/// makes a field unknown). `expected_revision`: the one that the change was
/// made from; Refusal(kStale) when it has been changed since. Changing a verified
/// entry, or a status beyond submitted, is for verifiers; giving it to another
/// organisation for who may register there, too.
InnovationEntry change_innovation(const Environment& environment, const Caller& caller,
                                  catalogue::InnovationId id, const boost::json::object& patch,
                                  std::int64_t expected_revision);

}  // namespace pilah::registry
