// The difference of two JSON values, small, and back (change.hpp tells its form).
#pragma once

#include <string>
#include <string_view>

namespace pilah::store {

/// Values as the store writes them. Requires: they differ.
std::string difference(std::string_view older, std::string_view newer);

/// The older value. Throws std::invalid_argument when the difference did not lead to
/// `newer`.
std::string older_value(std::string_view newer, std::string_view difference);

}  // namespace pilah::store
