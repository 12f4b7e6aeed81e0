// What a choice says of its constraints, in statements (statement.hpp).
//
// Pure.
#pragma once

#include <boost/json/array.hpp>

#include "pilah/registry/choice/reasons_of.hpp"

namespace pilah::registry {

/// What cannot hold together, as the answer names it; each that the scenario itself
/// demands with how it could: its "repair". `work`: the most for each (solve.hpp).
boost::json::array conflict_told(const Choice& choice, std::uint64_t work);

/// What the chosen set meets with nothing to spare, and who holds it.
boost::json::array binding_told(const Choice& choice, const selection::Explainer& explainer);

}  // namespace pilah::registry
