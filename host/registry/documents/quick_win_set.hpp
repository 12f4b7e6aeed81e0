// The JSON of quick-win sets, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/quick_wins/sets.hpp"

namespace pilah::registry {

/// The set with names beside its ids, "total" of each formulation where all its amounts are
/// known, "signature" of each signatory who has signed, "unsigned" (how many have not) and
/// "amended_by".
boost::json::object quick_win_set_document(const QuickWinSetEntry& entry);
boost::json::array quick_win_sets_document(const std::vector<QuickWinSetEntry>& entries);

}  // namespace pilah::registry
