// What differs between two scenarios, as a selection keeps them (every default filled in).
// Their names differ in nothing, and versions of plugins are told by the selection itself.
//
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace pilah::registry {

inline constexpr std::size_t kMostScenarioDifferences = 200;  // that are told

struct ScenarioDifference {
  /// Where: a JSON pointer, but that an element of a list goes by what it is about, not by
  /// its number: "/count/max", "/weights/a~1x", "/bounds/dimension:*/min", "/include/ID".
  std::string part;
  boost::json::value before, after;  ///< null: it is not there
};

/// In the order of `after`, then what is in `before` alone.
std::vector<ScenarioDifference> scenario_differences(const boost::json::object& before,
                                                     const boost::json::object& after);

}  // namespace pilah::registry
