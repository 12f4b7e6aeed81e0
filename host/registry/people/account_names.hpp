// What accounts are called, for who may know who did something.
#pragma once

#include <map>
#include <set>
#include <string>

#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// By the actor's own text, of those of `actors` who are accounts. History, comments and audit
/// hold ids alone; names are looked up when they are read, so that one which was corrected is
/// right everywhere and one which was erased is nowhere. Whether the caller may know who did
/// it, has been decided by the use case that told the actors.
std::map<std::string, std::string> account_names(const Environment& environment,
                                                 const std::set<std::string>& actors);

}  // namespace pilah::registry
