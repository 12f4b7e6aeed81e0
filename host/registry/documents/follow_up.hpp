// The JSON of follow-ups.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/monitoring/follow_ups.hpp"

namespace pilah::registry {

/// The record with "state" (late, explained, open, done), "owner_name", "name" of its
/// candidate, "period_name" of its report, and "revision".
boost::json::object follow_up_document(const FollowUpEntry& entry);
boost::json::array follow_ups_document(const std::vector<FollowUpEntry>& entries);

}  // namespace pilah::registry
